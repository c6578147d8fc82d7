package org.kanmai.app.notices.mail;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Brings letters to a mail server; without one there is no e-mail. */
public interface MailPort {

    /** Hands a letter over; throws {@link MailFailed} when it may be tried again. */
    void send(Mail mail);

    /** Returns where the site is found, for links in letters. */
    URI site();

    /**
     * One letter.
     *
     * @param off where one call without a body ends letters of this purpose (RFC 8058); absent for what was asked for
     */
    record Mail(
            MailAddress to,
            String subject,
            String text,
            @Nullable URI off) {

        @Override
        public String toString() {
            return "Mail";
        }
    }

    /** The mail server did not take a letter. */
    final class MailFailed extends RuntimeException {
        public MailFailed(Throwable cause) {
            super("the mail server did not take a letter", cause);
        }
    }
}
