package org.kanmai.app.identity.phones;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phone number in international form; it prints itself masked.
 *
 * @param digits with the leading {@code +}
 */
record PhoneNumber(String digits) {
    private static final Pattern INTERNATIONAL = Pattern.compile("\\+[1-9][0-9]{7,14}");
    private static final Pattern CHINESE = Pattern.compile("1[3-9][0-9]{9}");
    private static final int SHOWN_AT_END = 4;
    private static final int SHOWN_AT_START = 3;

    /** Reads what people type: blanks, hyphens and brackets do not matter, a bare Chinese mobile number gets its +86. */
    static Optional<PhoneNumber> parse(String typed) {
        if (typed.length() > 40) {
            return Optional.empty();
        }
        var digits = typed.replaceAll("[\\s()\\-]", "");
        if (CHINESE.matcher(digits).matches()) {
            return Optional.of(new PhoneNumber("+86" + digits));
        }
        return INTERNATIONAL.matcher(digits).matches() ? Optional.of(new PhoneNumber(digits)) : Optional.empty();
    }

    String masked() {
        int hidden = digits.length() - SHOWN_AT_START - SHOWN_AT_END;
        return digits.substring(0, SHOWN_AT_START)
                + "*".repeat(hidden)
                + digits.substring(digits.length() - SHOWN_AT_END);
    }

    @Override
    public String toString() {
        return masked();
    }
}
