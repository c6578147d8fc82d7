package org.kanmai.app.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HashingTests {

    @Test
    void passwordsAreHashedWithTheWorkThatOwaspAsksFor() {
        var encoder = new HashingConfiguration().passwordEncoder();
        var hash = encoder.encode("correct horse battery");
        assertThat(hash).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(encoder.matches("correct horse battery", hash)).isTrue();
        assertThat(encoder.matches("correct horse batterz", hash)).isFalse();
    }
}
