package org.kanmai.app.live.requests;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.sales.RoomSales.Wanted;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.RoomId;
import org.kanmai.facts.SaleId;
import org.kanmai.facts.ShopId;

/**
 * A price of a room that its host asks a shop for.
 *
 * @param wanted which variant, at which price, how many, and when
 * @param reason why the shop declined; absent unless it did
 * @param sale what it became; absent unless the shop agreed
 * @param expiresAt until when the shop can answer
 */
record PriceRequest(
        long id,
        RoomId room,
        PersonId host,
        ShopId shop,
        ProductId product,
        Wanted wanted,
        State state,
        @Nullable String reason,
        @Nullable SaleId sale,
        Instant askedAt,
        Instant expiresAt) {
    static final Duration TERM = Duration.ofHours(24);
    static final Duration LONGEST = Duration.ofHours(12);
    private static final Duration LAST_CALL = Duration.ofMinutes(1);

    /** Where it stands. */
    enum State implements Code {
        ASKED,
        /** It is a sale of the room. */
        AGREED,
        DECLINED,
        WITHDRAWN,
        /** Nobody answered in time, or the room was over before. */
        EXPIRED
    }

    /** Returns until when a shop can answer: for a day, and as long as a minute is left to sell; refuses what leaves no time. */
    static Instant expiry(Wanted wanted, Instant now) {
        if (wanted.endsAt().isAfter(wanted.startsAt().plus(LONGEST))) {
            throw Refusal.invalid("endsAt", "must be at most " + LONGEST.toHours() + " hours after the start");
        }
        var term = now.plus(TERM);
        var last = wanted.endsAt().minus(LAST_CALL);
        if (last.isBefore(now.plus(LAST_CALL))) {
            throw Refusal.invalid("endsAt", "must leave the shop time to answer: two minutes from now at least");
        }
        return last.isBefore(term) ? last : term;
    }

    /** Returns what is sold when the shop agrees now: what should have begun begins at once. */
    Wanted agreedAt(Instant now) {
        var starts = wanted.startsAt().isBefore(now) ? now : wanted.startsAt();
        return new Wanted(wanted.sku(), wanted.price(), wanted.units(), wanted.most(), starts, wanted.endsAt());
    }
}
