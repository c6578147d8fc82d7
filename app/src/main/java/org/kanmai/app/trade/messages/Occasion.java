package org.kanmai.app.trade.messages;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.notices.NoticeKind;
import org.kanmai.facts.Code;

/** What a shop can tell its buyers of in words of its own. */
enum Occasion implements Code {
    PLACED,
    PAID,
    SHIPPED,
    /** It was brought, or its buyer said so: the time to ask for a review. */
    RECEIVED,
    CLOSED,
    REFUNDED,
    COMPENSATED,
    TROUBLE,
    RETURN_AGREED,
    RETURN_REFUSED,
    RETURN_ARRIVED,
    RETURN_REFUNDED,
    RETURN_REPLACED,
    REVIEW_ANSWERED;

    @JsonCreator
    static Occasion parse(String code) {
        return Code.parse(Occasion.class, code);
    }

    /** Returns the placeholders that have something to say then. */
    Set<Placeholder> placeholders() {
        var all = EnumSet.copyOf(Placeholder.ALWAYS);
        all.addAll(
                switch (this) {
                    case SHIPPED, RECEIVED, TROUBLE -> List.of(Placeholder.CARRIER, Placeholder.NUMBER);
                    case RETURN_AGREED, RETURN_REFUSED, RETURN_ARRIVED, RETURN_REFUNDED -> List.of(Placeholder.AMOUNT);
                    case PLACED, PAID, CLOSED, REFUNDED, COMPENSATED, RETURN_REPLACED, REVIEW_ANSWERED ->
                        List.<Placeholder>of();
                });
        return all;
    }

    /** Returns the occasion of what a buyer is told; empty when shops have no say in it. */
    static Optional<Occasion> of(NoticeKind kind, Map<String, String> arguments) {
        return Optional.ofNullable(
                switch (kind) {
                    case ORDER_PLACED -> PLACED;
                    case ORDER_PAID -> PAID;
                    case ORDER_SHIPPED -> SHIPPED;
                    case ORDER_RECEIVED -> RECEIVED;
                    case ORDER_CLOSED -> CLOSED;
                    case ORDER_REFUNDED -> REFUNDED;
                    case ORDER_COMPENSATED -> COMPENSATED;
                    case PARCEL_TROUBLE -> TROUBLE;
                    case RETURN_MOVED -> ofReturn(arguments.getOrDefault("state", ""));
                    case REVIEW_ANSWERED -> REVIEW_ANSWERED;
                    default -> null;
                });
    }

    private static @Nullable Occasion ofReturn(String state) {
        return switch (state) {
            case "agreed" -> RETURN_AGREED;
            case "refused" -> RETURN_REFUSED;
            case "delivered", "taken" -> RETURN_ARRIVED;
            case "refunded" -> RETURN_REFUNDED;
            case "replaced" -> RETURN_REPLACED;
            default -> null;
        };
    }
}
