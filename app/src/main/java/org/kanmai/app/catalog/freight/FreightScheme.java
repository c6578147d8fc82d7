package org.kanmai.app.catalog.freight;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.identity.regions.Region;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Money;

/**
 * What a shop asks for sending goods in one currency, by where they go; it does not send to regions that no rate names.
 *
 * @param rates none of which name the same region
 */
public record FreightScheme(String id, String name, FreightBasis basis, Currency currency, List<FreightRate> rates) {
    private static final int LONGEST_NAME = 30;

    public FreightScheme {
        name = name(name);
        rates = List.copyOf(rates);
        var regions = rates.stream().flatMap(rate -> rate.regions().stream()).toList();
        if (rates.isEmpty() || regions.stream().distinct().count() < regions.size()) {
            throw Refusal.invalid("rates", "must be there, and name each region at most once");
        }
    }

    static String name(String sent) {
        var name = sent.strip();
        if (name.isEmpty()
                || name.codePointCount(0, name.length()) > LONGEST_NAME
                || name.codePoints().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid("name", "must have 1-" + LONGEST_NAME + " characters");
        }
        return name;
    }

    /** Returns what it costs to send a load to a region; empty where the shop does not send to. */
    public Optional<Money> price(Region to, Load load) {
        return rates.stream()
                .filter(rate -> rate.regions().contains(to))
                .findFirst()
                .map(rate -> new Money(rate.minor(basis.of(load), load.amount().minor()), currency));
    }
}
