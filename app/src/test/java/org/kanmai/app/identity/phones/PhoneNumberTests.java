package org.kanmai.app.identity.phones;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("GV-05")
class PhoneNumberTests {

    @Test
    void aNumberShowsItsEndsOnly() {
        var phone = PhoneNumber.parse("138 1234-5678").orElseThrow();
        assertThat(phone.digits()).isEqualTo("+8613812345678");
        assertThat(phone.masked()).isEqualTo("+86*******5678");
        assertThat(phone).hasToString(phone.masked());
    }

    @Test
    void whatIsNoNumberIsRefused() {
        assertThat(PhoneNumber.parse("12")).isEmpty();
        assertThat(PhoneNumber.parse("+0 12345678")).isEmpty();
        assertThat(PhoneNumber.parse("+86 138 1234 5678 x")).isEmpty();
        assertThat(PhoneNumber.parse("1".repeat(100))).isEmpty();
        assertThat(PhoneNumber.parse("+44 20 7946 0958")).isPresent();
    }
}
