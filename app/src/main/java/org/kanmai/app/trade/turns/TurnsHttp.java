package org.kanmai.app.trade.turns;

import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.sales.Sale;
import org.kanmai.app.catalog.sales.SaleBook;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Code;
import org.kanmai.facts.SaleId;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** The waiting room of a flash sale: who asks gets a place, and keeps it by asking again. */
@RestController
class TurnsHttp {
    private final Turnstile turnstile;
    private final SaleBook sales;
    private final Clock clock;

    TurnsHttp(Turnstile turnstile, SaleBook sales, Clock clock) {
        this.turnstile = turnstile;
        this.sales = sales;
        this.clock = clock;
    }

    /** Where a buyer stands. */
    enum State implements Code {
        IN,
        WAITING,
        FULL,
        SOLD_OUT
    }

    /** A buyer's place by the server's clock; {@code place} and {@code waiting} are absent unless one waits. */
    record Place(
            State state, @Nullable Long place, @Nullable Long waiting, Instant now) {}

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/sales/{id}/turn")
    Place ask(@PathVariable SaleId id, Viewer viewer) {
        var sale = sales.find(id).orElseThrow(() -> Refusal.notFound("sale"));
        if (sale.state() != Sale.State.RUNNING) {
            throw Refusal.conflict("sale-not-running", "The sale does not run", "It has not begun, or is over.")
                    .with("sale", sale);
        }
        var now = clock.instant();
        return switch (turnstile.enter(viewer.self(), id)) {
            case Turn.In in -> new Place(State.IN, null, null, now);
            case Turn.Waiting waiting -> new Place(State.WAITING, waiting.place(), waiting.waiting(), now);
            case Turn.Full full -> new Place(State.FULL, null, null, now);
            case Turn.SoldOut out -> new Place(State.SOLD_OUT, null, null, now);
        };
    }
}
