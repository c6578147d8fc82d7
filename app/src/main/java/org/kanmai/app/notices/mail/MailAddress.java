package org.kanmai.app.notices.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An e-mail address of plain ASCII, as nearly all are. */
public record MailAddress(String text) {
    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile(
            "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

    /** Reads an address; empty when it is none. */
    static Optional<MailAddress> parse(String sent) {
        var text = sent.strip();
        return text.length() <= LONGEST && FORM.matcher(text).matches()
                ? Optional.of(new MailAddress(text))
                : Optional.empty();
    }

    /** Returns it with all but its first letter and its domain hidden. */
    String masked() {
        return text.charAt(0) + "***" + text.substring(text.lastIndexOf('@')).toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return masked();
    }
}
