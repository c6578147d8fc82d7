package org.kanmai.app.catalog.entry;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.kanmai.app.web.Refusal;

/**
 * Who wants to sell, and what.
 *
 * @param name as it stands on the papers
 * @param number of the licence, or nothing for a person
 */
record Wanted(Entry.Kind kind, String name, String number, String goods) {
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_GOODS = 500;

    Wanted {
        name = text("name", name, 2, LONGEST_NAME);
        goods = text("goods", goods, 2, LONGEST_GOODS);
        number = number.strip();
        if (!number.matches(kind == Entry.Kind.COMPANY ? "[0-9A-Z]{15,18}" : "[0-9A-Z]{0,18}")) {
            throw Refusal.invalid("number", "must be the 15-18 digits and capitals of a company's licence");
        }
    }

    private static String text(String field, String sent, int shortest, int longest) {
        var text = sent.strip();
        if (text.length() < shortest
                || text.length() > longest
                || text.codePoints().anyMatch(point -> Character.isISOControl(point) && point != '\n')) {
            throw Refusal.invalid(field, "must have " + shortest + "-" + longest + " characters");
        }
        return text;
    }

    /** What is sealed of it. */
    byte[] secret() {
        return (number + "\n" + name.replace('\n', ' ')).getBytes(UTF_8);
    }

    /** Reads what was sealed. */
    static Wanted of(Entry entry, byte[] secret) {
        var parts = new String(secret, UTF_8).split("\n", 2);
        return new Wanted(entry.kind(), parts[1], parts[0], entry.goods());
    }
}
