package org.kanmai.app.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PlainTextTests {

    @Test
    void aNameIsOneTo30CharactersOfAnyScript() {
        assertThat(PlainText.nameFault("安娜")).isNull();
        assertThat(PlainText.nameFault("👩‍🍳 Anna")).as("emoji joined by ZWJ").isNull();
        assertThat(PlainText.nameFault("a".repeat(30))).isNull();
        assertThat(PlainText.nameFault("a".repeat(31))).isNotNull();
        assertThat(PlainText.nameFault(" ")).isNotNull();
        assertThat(PlainText.nameFault(null)).isNotNull();
    }

    @Test
    void nothingActsOnTheTextAroundAName() {
        assertThat(PlainText.nameFault("Anna\u202E")).isNotNull();
        assertThat(PlainText.nameFault("Anna\u2066")).isNotNull();
        assertThat(PlainText.nameFault("An\u0007na")).isNotNull();
        assertThat(PlainText.nameFault("An\nna")).isNotNull();
        assertThat(PlainText.nameFault("\u200D")).as("nothing to see").isNotNull();
        assertThat(PlainText.nameFault("\u200B\u200B")).isNotNull();
        assertThat(PlainText.nameFault("a" + "\u0301".repeat(8)))
                .as("towers of marks")
                .isNotNull();
    }

    @Test
    void aBioMayHaveLinesAndMayBeEmpty() {
        assertThat(PlainText.bioFault("")).isNull();
        assertThat(PlainText.bioFault("one\ntwo")).isNull();
        assertThat(PlainText.bioFault("a".repeat(201))).isNotNull();
    }

    @Test
    void textIsKeptComposed() {
        assertThat(PlainText.kept(" e\u0301 ")).isEqualTo("\u00E9");
    }

    @Test
    void easyPasswordsAreRefused() {
        assertThat(Passwords.fault("correct horse", "anna")).isNull();
        assertThat(Passwords.fault("123456789", "anna")).isNotNull();
        assertThat(Passwords.fault("aaaaaaaaaaaa", "anna")).isNotNull();
        assertThat(Passwords.fault("Anna_of_the_hill", "anna_of_the_hill")).isNotNull();
        assertThat(Passwords.fault("a1b2c".repeat(26), "anna")).isNotNull();
    }

    @Test
    void aHouseholdSharesItsLimits() {
        assertThat(Attempts.network("2001:db8:1:2::1")).isEqualTo(Attempts.network("2001:db8:1:2:ffff::9"));
        assertThat(Attempts.network("2001:db8:1:3::1")).isNotEqualTo(Attempts.network("2001:db8:1:2::1"));
        assertThat(Attempts.network("192.0.2.1")).isEqualTo("192.0.2.1");
    }
}
