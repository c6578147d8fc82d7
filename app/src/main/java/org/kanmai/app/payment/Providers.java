package org.kanmai.app.payment;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.kanmai.app.web.Refusal;
import org.springframework.stereotype.Component;

/** The providers that the configuration names. */
@Component
class Providers {
    private final Map<String, PaymentProvider> byCode;

    Providers(List<PaymentProvider> all) {
        this.byCode = all.stream().collect(Collectors.toMap(PaymentProvider::code, Function.identity()));
    }

    /** Returns a provider; refuses with 422 a name that the configuration does not have. */
    PaymentProvider of(String code) {
        var provider = byCode.get(code);
        if (provider == null) {
            throw Refusal.invalid("provider", "must be one of " + byCode.keySet());
        }
        return provider;
    }

    List<PaymentProvider> all() {
        return List.copyOf(byCode.values());
    }
}
