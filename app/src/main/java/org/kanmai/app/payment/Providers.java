package org.kanmai.app.payment;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Refusal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.stereotype.Component;

/** The providers that the configuration has keys of, and those of them with whom buyers can pay. */
@Component
class Providers {
    private final Map<String, PaymentProvider> byCode;
    private final Map<String, PaymentProvider> offered;

    Providers(List<PaymentProvider> all, Settings settings) {
        this.byCode = all.stream().collect(Collectors.toMap(PaymentProvider::code, Function.identity()));
        this.offered = settings.offered() == null ? unasked(all) : named(settings.offered());
    }

    /**
     * Which providers buyers can choose from.
     *
     * @param offered their codes in the order in which they are shown; absent for all that move real money, or if there are none for all
     */
    @ConfigurationProperties("kanmai.payment")
    record Settings(@Nullable List<String> offered) {}

    private static Map<String, PaymentProvider> unasked(List<PaymentProvider> all) {
        boolean real = all.stream().anyMatch(each -> each.offered() && !each.test());
        return ordered(all.stream()
                .filter(each -> each.offered() && (!real || !each.test()))
                .toList());
    }

    private Map<String, PaymentProvider> named(List<String> codes) {
        for (var code : codes) {
            if (!byCode.containsKey(code)) {
                throw new IllegalStateException("kanmai.payment.offered names " + code
                        + ", of which there are no keys; there are " + byCode.keySet());
            }
        }
        return ordered(
                codes.stream().map(byCode::get).filter(PaymentProvider::offered).toList());
    }

    private static Map<String, PaymentProvider> ordered(Collection<PaymentProvider> providers) {
        var ordered = new LinkedHashMap<String, PaymentProvider>();
        providers.forEach(each -> ordered.put(each.code(), each));
        return ordered;
    }

    /** Returns a provider, also one that is not offered any more; refuses with 422 a name that the configuration does not have. */
    PaymentProvider of(String code) {
        return find(code).orElseThrow(() -> unknown(byCode.keySet()));
    }

    /** Returns a provider; empty when its keys have been taken away. */
    Optional<PaymentProvider> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Returns a provider with whom buyers can pay now; refuses with 422 any other. */
    PaymentProvider offered(String code) {
        return Optional.ofNullable(offered.get(code)).orElseThrow(() -> unknown(offered.keySet()));
    }

    private static Refusal unknown(Set<String> codes) {
        return Refusal.invalid("provider", "must be one of " + codes);
    }

    /** Returns those with whom buyers can pay, in the order in which they are shown. */
    List<PaymentProvider> offered() {
        return List.copyOf(offered.values());
    }

    List<PaymentProvider> all() {
        return List.copyOf(byCode.values());
    }
}
