package org.kanmai.app.aftersales.returns;

import org.jspecify.annotations.Nullable;
import org.kanmai.app.aftersales.returns.Returns.By;
import org.kanmai.app.aftersales.returns.Step.Side;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.ReturnId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Where a buyer and a shop do not agree, an operator decides, once and with a reason. */
@RestController
class DisputesHttp {
    private final Returns returns;
    private final WishStore wishes;
    private final ReturnDesk desk;

    DisputesHttp(Returns returns, WishStore wishes, ReturnDesk desk) {
        this.returns = returns;
        this.wishes = wishes;
        this.desk = desk;
    }

    /** Whether the buyer's money goes back, and why; {@code fake} where three times as much is given besides. */
    record Decision(boolean grant, String words, @Nullable Boolean fake) {
        Returns.Decision of(Wish wish) {
            boolean threefold = fake != null && fake;
            if (threefold && (!grant || wish.reason() != Wish.Reason.FAKE)) {
                throw Refusal.invalid("fake", "is for disputes about fakes that are granted");
            }
            return threefold ? Returns.Decision.FAKE : grant ? Returns.Decision.GRANT : Returns.Decision.DENY;
        }
    }

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/disputes")
    Slice<Return> list(Paging paging) {
        var slice = Slice.of(wishes.disputed(paging), paging, wish -> wish.id().value());
        return new Slice<>(desk.forOthers(slice.items()), slice.next());
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/disputes/{id}/decision")
    Return decide(@PathVariable ReturnId id, @RequestBody Decision decision, Viewer viewer) {
        var wish = desk.disputed(id, viewer);
        var by = new By(Side.OPERATOR, viewer.self(), Said.needed("words", decision.words()));
        return desk.forOthers(returns.decide(wish.id(), decision.of(wish), by));
    }
}
