package org.kanmai.app.affiliate.payouts;

import java.util.regex.Pattern;
import org.kanmai.app.web.Refusal;

/** Where money is paid to; never in a log. */
record BankAccount(String holder, String bank, String number) {
    private static final Pattern NUMBER = Pattern.compile("[A-Z0-9]{6,34}");

    /** Checks what came from outside; blanks in a number do not count. */
    BankAccount {
        holder = text("holder", holder, 1, 60);
        bank = text("bank", bank, 2, 60);
        number = number.replaceAll("[ -]", "");
        if (!NUMBER.matcher(number).matches()) {
            throw Refusal.invalid("number", "must be 6-34 capital letters and digits");
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

    /** Returns the last four of the number, as its holder sees it again. */
    String ending() {
        return number.substring(number.length() - 4);
    }

    @Override
    public String toString() {
        return "BankAccount";
    }
}
