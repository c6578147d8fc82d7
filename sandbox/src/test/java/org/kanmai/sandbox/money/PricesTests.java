package org.kanmai.sandbox.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PricesTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3900 | CNY | en-US | ¥39.00",
                "3900 | CNY | zh-CN | ¥39.00",
                "123456789 | CNY | zh-CN | ¥1,234,567.89",
                "500 | JPY | en-US | JP¥500",
                "1 | USD | en-US | $0.01",
                "12345 | KWD | en-US | KWD 12.345",
                "1000000000000 | EUR | en-US | €10,000,000,000.00"
            })
    void anAmountHasTheDecimalsOfItsCurrency(long minor, String currency, String language, String text) {
        var written = Prices.write(new Amount(minor, currency), Locale.forLanguageTag(language));
        assertThat(written.replace('\u00a0', ' ')).isEqualTo(text);
    }

    @Test
    void whatCannotBePaidIsNoAmount() {
        assertThatThrownBy(() -> new Amount(0, "CNY")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Amount(1, "XXX")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Amount(1, "Yuan")).isInstanceOf(IllegalArgumentException.class);
    }
}
