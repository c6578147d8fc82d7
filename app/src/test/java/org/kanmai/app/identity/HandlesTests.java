package org.kanmai.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HandlesTests {

    @Test
    void aHandleIsThreeTo24LettersDigitsOrUnderscores() {
        assertThat(Handles.fault("abc")).isNull();
        assertThat(Handles.fault("a_2345678901234567890123")).isNull();
        assertThat(Handles.fault("a_23456789012345678901234")).isNotNull();
        assertThat(Handles.fault("ab")).isNotNull();
        assertThat(Handles.fault("Anna")).isNotNull();
        assertThat(Handles.fault("аnna")).as("a Cyrillic a").isNotNull();
        assertThat(Handles.fault(null)).isNotNull();
    }

    @Test
    void wordsOfTheSiteAreNobodysHandle() {
        assertThat(Handles.fault("admin")).isNotNull();
        assertThat(Handles.fault("kanmai_help")).isNotNull();
    }

    @Test
    void peopleMayTypeTheSignAndCapitals() {
        assertThat(Handles.plain(" @Anna ")).isEqualTo("anna");
        assertThat(Handles.plain("no handle")).isEmpty();
    }
}
