package org.kanmai.app.trade.messages;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.facts.Money;

/** What placeholders are filled from: an order, the name of its shop, and what its buyer is told. */
record Story(OrderRow order, String shop, Map<String, String> arguments) {
    Story {
        arguments = Map.copyOf(arguments);
    }

    /** Returns what a placeholder stands for; empty when there is nothing to say. */
    Optional<String> value(Placeholder placeholder, Locale language) {
        return switch (placeholder) {
            case ORDER -> Optional.of(order.id().toString());
            case PRODUCT -> Optional.of(product(language));
            case SHOP -> Optional.of(shop);
            case TOTAL -> Optional.of(amount(order.total(), language));
            case CARRIER -> Optional.ofNullable(order.parcel()).map(OrderRow.Parcel::carrier);
            case NUMBER -> Optional.ofNullable(order.parcel()).map(OrderRow.Parcel::number);
            case AMOUNT -> back().map(money -> amount(money, language));
        };
    }

    private String product(Locale language) {
        var first = order.lines().getFirst().product().title();
        int more = order.lines().size() - 1;
        if (more == 0) {
            return first;
        }
        return language.equals(Locale.CHINA) ? first + "等 " + (more + 1) + " 件" : first + " and " + more + " more";
    }

    private Optional<Money> back() {
        var minor = arguments.get("minor");
        var currency = arguments.get("currency");
        return minor == null || currency == null
                ? Optional.empty()
                : Optional.of(Money.of(Long.parseLong(minor), currency));
    }

    private static String amount(Money money, Locale language) {
        var format = NumberFormat.getCurrencyInstance(language);
        int digits = money.currency().getDefaultFractionDigits();
        format.setCurrency(money.currency());
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(BigDecimal.valueOf(money.minor(), digits));
    }
}
