package org.kanmai.app.notices.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTests {

    @ParameterizedTest
    @ValueSource(
            strings = {"", "a", "a@b", "a b@c.de", "a@c.de\r\nBcc: x@y.de", "a@-c.de", "<a@c.de>", "a@c.de, b@c.de"})
    void whatIsNoAddressIsRefused(String sent) {
        assertThat(MailAddress.parse(sent)).isEmpty();
    }

    @Test
    void onlyTheFirstLetterAndTheDomainAreShown() {
        var address = MailAddress.parse(" anna.li@Mail.Example.org ").orElseThrow();
        assertThat(address.masked()).isEqualTo("a***@mail.example.org");
        assertThat(address).asString().doesNotContain("anna");
    }
}
