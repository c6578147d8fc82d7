package org.kanmai.app.notices.mail;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The mail server through which letters go; nothing is set up unless {@code host} is.
 *
 * @param user absent when the server asks for none
 * @param from whom letters are from
 * @param site where the site is found from outside, as {@code https://example.org}
 * @param tls whether the connection must be encrypted before anything is said
 */
@ConfigurationProperties("kanmai.notices.smtp")
record MailSettings(
        @Nullable String host,
        @DefaultValue("587") int port,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("") String from,
        @Nullable URI site,
        @DefaultValue("true") boolean tls) {
    MailSettings {
        if (host != null
                && (site == null
                        || site.getHost() == null
                        || MailAddress.parse(from).isEmpty())) {
            throw new IllegalArgumentException("kanmai.notices.smtp: a host needs site and from too");
        }
    }

    @Override
    public String toString() {
        return "MailSettings";
    }
}
