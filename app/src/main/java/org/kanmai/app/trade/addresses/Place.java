package org.kanmai.app.trade.addresses;

import java.util.regex.Pattern;
import org.kanmai.app.web.Refusal;

/**
 * Who gets a parcel, where; never in a log.
 *
 * @param region province, city and district
 */
public record Place(String recipient, String phone, String region, String street) {
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9][0-9 -]{5,18}[0-9]");

    public Place {
        recipient = text("recipient", recipient, 1, 40);
        phone = phone.strip();
        region = text("region", region, 2, 60);
        street = text("street", street, 2, 120);
        if (!PHONE.matcher(phone).matches()) {
            throw Refusal.invalid("phone", "must be a phone number");
        }
    }

    private static String text(String field, String sent, int shortest, int longest) {
        var text = sent.strip();
        int length = text.codePointCount(0, text.length());
        if (length < shortest || length > longest || text.codePoints().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid(field, "must have " + shortest + "-" + longest + " characters");
        }
        return text;
    }

    @Override
    public String toString() {
        return "Place";
    }
}
