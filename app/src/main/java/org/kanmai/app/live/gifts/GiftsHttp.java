package org.kanmai.app.live.gifts;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.live.gifts.Gift.Kind;
import org.kanmai.app.live.gifts.Gift.State;
import org.kanmai.app.payment.Payment;
import org.kanmai.app.payment.PaymentProvider.ProviderAway;
import org.kanmai.app.payment.Payments;
import org.kanmai.app.payment.Payments.Opened;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Code;
import org.kanmai.facts.Money;
import org.kanmai.facts.RoomId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Gifts to hosts, as those give them who want to. */
@RestController
class GiftsHttp {
    private final Gifts gifts;
    private final GiftStore store;
    private final Payments payments;

    GiftsHttp(Gifts gifts, GiftStore store, Payments payments) {
        this.gifts = gifts;
        this.store = store;
        this.payments = payments;
    }

    /** What can be given, and for how much. */
    record Choice(Kind kind, Money price) {}

    /** All that can be given. */
    record Choices(List<Choice> items) {}

    /** What somebody gives, so many of it, paid with whom. */
    record Wish(String kind, int pieces, String provider) {}

    /** Where to pay. */
    record Opening(String id, Opened payment) {}

    /** A gift as its giver sees it. */
    record Shown(
            String id,
            RoomId room,
            Kind kind,
            int pieces,
            Money amount,
            State state,
            Instant madeAt,
            @Nullable String reason) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/gifts/kinds")
    Choices kinds() {
        return new Choices(Gifts.prices().entrySet().stream()
                .map(each -> new Choice(each.getKey(), each.getValue()))
                .toList());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/rooms/{id}/gifts")
    @ResponseStatus(HttpStatus.CREATED)
    Opening give(@PathVariable RoomId id, @RequestBody Wish wish, Viewer viewer) {
        var gift = gifts.wish(viewer.self(), id, parse(wish.kind()), wish.pieces());
        try {
            var payment = payments.open(
                    viewer.self(),
                    List.of(new Payment.Cover(gift.id(), gift.amount())),
                    wish.provider(),
                    "Kanmai gift",
                    gift.expiresAt());
            return new Opening(Long.toString(gift.id()), payment);
        } catch (ProviderAway away) {
            throw new Refusal(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "provider-away",
                    "The payment provider does not answer",
                    "Nothing was given; try again in a moment.");
        }
    }

    private static Kind parse(String kind) {
        try {
            return Code.parse(Kind.class, kind);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid("kind", "is none of those known");
        }
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/gifts")
    Slice<Shown> own(Paging paging, Viewer viewer) {
        return Slice.of(store.of(viewer.self(), paging), paging, Gift::id).map(GiftsHttp::shown);
    }

    private static Shown shown(Gift gift) {
        return new Shown(
                Long.toString(gift.id()),
                gift.room(),
                gift.kind(),
                gift.pieces(),
                gift.amount(),
                gift.state(),
                gift.madeAt(),
                gift.reason());
    }
}
