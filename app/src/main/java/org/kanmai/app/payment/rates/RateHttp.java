package org.kanmai.app.payment.rates;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Rates as pages show prices by them, and as operators enter them (XB-03 in part). */
@RestController
class RateHttp {
    /** An older rate says too little of a price. */
    static final int USED_FOR_DAYS = 10;

    private static final int MOST = 500;
    private static final int OLDEST_DAYS = 400;

    private final Rates rates;
    private final RateStore store;
    private final Clock clock;

    RateHttp(Rates rates, RateStore store, Clock clock) {
        this.rates = rates;
        this.store = store;
        this.clock = clock;
    }

    /** A rate as text, so that no digit is lost on the way. */
    record Shown(String from, String to, String day, String value, String source) {
        static Shown of(Rate rate) {
            return new Shown(
                    rate.from(), rate.to(), rate.day().toString(), rate.value().toPlainString(), rate.source());
        }
    }

    /** Some rates. */
    record Some(List<Shown> items) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/rates")
    Some newest() {
        return new Some(store.newest(today().minusDays(USED_FOR_DAYS), MOST).stream()
                .map(Shown::of)
                .toList());
    }

    /** Takes rates, all or none of them; one entered again for its day is replaced. */
    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/rates")
    Some enter(@RequestBody Some wanted) {
        if (wanted.items().isEmpty() || wanted.items().size() > MOST) {
            throw Refusal.invalid("items", "must be 1-" + MOST);
        }
        rates.enter(wanted.items().stream().map(this::checked).toList());
        return newest();
    }

    private Rate checked(Shown wanted) {
        if (!wanted.value().matches("[0-9]{1,9}(\\.[0-9]{1,8})?")) {
            throw Refusal.invalid("value", "must be a decimal number such as 7.1234");
        }
        try {
            var day = LocalDate.parse(wanted.day());
            if (day.isAfter(today()) || day.isBefore(today().minusDays(OLDEST_DAYS))) {
                throw Refusal.invalid("day", "must be today or one of the " + OLDEST_DAYS + " days before");
            }
            return new Rate(wanted.from(), wanted.to(), day, new BigDecimal(wanted.value()), wanted.source());
        } catch (DateTimeException malformed) {
            throw Refusal.invalid("day", "must be a date such as 2026-01-31");
        } catch (IllegalArgumentException wrong) {
            throw Refusal.invalid("items", String.valueOf(wrong.getMessage()));
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
