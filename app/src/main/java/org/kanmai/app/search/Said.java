package org.kanmai.app.search;

import org.kanmai.app.web.Refusal;

/**
 * What a product says of itself by choosing.
 *
 * @param attribute of its category, or of one above it
 * @param value the Chinese name of what it chose
 */
record Said(int attribute, String value) {
    private static final int LONGEST = 40;

    /** Reads {@code 12=value}; refuses others. */
    static Said parse(String text) {
        int sign = text.indexOf('=');
        if (sign < 1
                || !text.substring(0, sign).matches("[0-9]{1,9}")
                || sign == text.length() - 1
                || text.length() - sign > LONGEST + 1
                || text.codePoints().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("said", "must be an attribute, an equals sign and a value");
        }
        return new Said(Integer.parseInt(text.substring(0, sign)), text.substring(sign + 1));
    }

    @Override
    public String toString() {
        return attribute + "=" + value;
    }
}
