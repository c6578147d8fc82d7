package org.kanmai.app.trade.checkout;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.kanmai.app.catalog.stock.Stock;
import org.kanmai.app.trade.orders.OrderBook;
import org.kanmai.app.trade.orders.OrderRow;
import org.kanmai.app.trade.orders.Shown;
import org.kanmai.app.trade.turns.Turn;
import org.kanmai.app.trade.turns.Turnstile;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.SaleId;
import org.springframework.stereotype.Component;

/** Places orders, those from a flash sale when it is their buyer's turn; who must wait costs the database nothing. */
@Component
class Rushes {
    private final Quotes quotes;
    private final Placing placing;
    private final Turnstile turnstile;
    private final OrderBook book;

    Rushes(Quotes quotes, Placing placing, Turnstile turnstile, OrderBook book) {
        this.quotes = quotes;
        this.placing = placing;
        this.turnstile = turnstile;
        this.book = book;
    }

    Placing.Outcome place(Placing.Wanted wanted) {
        if (wanted.together() != null) {
            return placing.place(wanted);
        }
        var sales = sales(wanted);
        for (var sale : sales) {
            switch (turnstile.enter(wanted.buyer(), sale)) {
                case Turn.In in -> {}
                case Turn.Waiting waiting -> {
                    return before(wanted, waiting.known(), () -> notYet(sale, waiting));
                }
                case Turn.Full full -> {
                    return before(wanted, full.known(), Rushes::full);
                }
                case Turn.SoldOut out -> {
                    return before(wanted, out.known(), () -> soldOut(wanted));
                }
            }
        }
        var outcome = placing.place(wanted);
        sales.forEach(sale -> turnstile.ordered(wanted.buyer(), sale));
        return outcome;
    }

    /** What was offered within the last second tells which sales run; at their very start the crowd is let through once. */
    private List<SaleId> sales(Placing.Wanted wanted) {
        var lines = wanted.lines();
        var wallet = Wallet.in(wanted.room(), Destination.unknown());
        return quotes.recent(lines, wallet).or(() -> quotes.readIfAll(lines, wallet)).stream()
                .flatMap(quote -> quote.orders().stream())
                .flatMap(order -> order.lines().stream())
                .map(Shown.Line::sale)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Who was let in before may have ordered, and lost the answer: their key is answered whatever has become of the sale. */
    private Placing.Outcome before(Placing.Wanted wanted, boolean known, Supplier<Refusal> otherwise) {
        var placed = known ? book.placed(wanted.buyer(), wanted.key()) : List.<OrderRow>of();
        if (placed.isEmpty()) {
            throw otherwise.get();
        }
        return new Placing.Outcome(placed, List.of());
    }

    private static Refusal notYet(SaleId sale, Turn.Waiting waiting) {
        return Refusal.conflict("not-your-turn", "Not your turn yet", "Others came before you; ask again in a moment.")
                .with("sale", sale)
                .with("place", waiting.place())
                .with("waiting", waiting.waiting());
    }

    private static Refusal full() {
        return Refusal.conflict(
                "queue-full",
                "The queue is full",
                "So many wait already that no place is left; try again in a moment.");
    }

    private static Refusal soldOut(Placing.Wanted wanted) {
        return Placing.outOfStock(wanted.lines().stream()
                .map(line -> new Stock.Shortage(line.sku(), 0))
                .toList());
    }
}
