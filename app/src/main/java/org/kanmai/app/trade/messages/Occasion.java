package org.kanmai.app.trade.messages;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.EnumSet;
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
    SHIPPED(Placeholder.CARRIER, Placeholder.NUMBER),
    /** It was brought, or its buyer said so: the time to ask for a review. */
    RECEIVED(Placeholder.CARRIER, Placeholder.NUMBER),
    CLOSED,
    REFUNDED,
    COMPENSATED,
    TROUBLE(Placeholder.CARRIER, Placeholder.NUMBER),
    RETURN_AGREED(Placeholder.AMOUNT),
    RETURN_REFUSED(Placeholder.AMOUNT),
    RETURN_ARRIVED(Placeholder.AMOUNT),
    RETURN_REFUNDED(Placeholder.AMOUNT),
    RETURN_REPLACED,
    REVIEW_ANSWERED;

    private final Set<Placeholder> more;

    Occasion(Placeholder... more) {
        this.more = Set.of(more);
    }

    @JsonCreator
    static Occasion parse(String code) {
        return Code.parse(Occasion.class, code);
    }

    /** Returns the placeholders that have something to say then. */
    Set<Placeholder> placeholders() {
        var all = EnumSet.copyOf(Placeholder.ALWAYS);
        all.addAll(more);
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
