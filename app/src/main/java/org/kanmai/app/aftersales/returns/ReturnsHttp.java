package org.kanmai.app.aftersales.returns;

import org.kanmai.app.aftersales.returns.Returns.Asked;
import org.kanmai.app.aftersales.returns.Returns.By;
import org.kanmai.app.aftersales.returns.Step.Side;
import org.kanmai.app.aftersales.returns.Walk.Verb;
import org.kanmai.app.aftersales.returns.WishStore.Change;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.ReturnId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What one gives back, and asks for. */
@RestController
class ReturnsHttp {
    private final Returns returns;
    private final WishStore wishes;
    private final ReturnDesk desk;

    ReturnsHttp(Returns returns, WishStore wishes, ReturnDesk desk) {
        this.returns = returns;
        this.wishes = wishes;
        this.desk = desk;
    }

    /** What is asked of a line, by its place in the order, from 0. */
    record NewReturn(int line, int units, String kind, String reason, String words) {
        Asked asked() {
            return new Asked(
                    line,
                    units,
                    Said.code("kind", Wish.Kind.class, kind),
                    Said.code("reason", Wish.Reason.class, reason),
                    Said.optional("words", words));
        }
    }

    /** What is said, and nothing else. */
    record Words(String words) {}

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/orders/{id}/returns")
    ReturnDesk.Offer offer(@PathVariable OrderId id, Viewer viewer) {
        return desk.offer(id, viewer);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/me/orders/{id}/returns")
    @ResponseStatus(HttpStatus.CREATED)
    Return ask(@PathVariable OrderId id, @RequestBody NewReturn wish, Viewer viewer) {
        return one(returns.ask(viewer.self(), id, wish.asked()), viewer);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/returns")
    Slice<Return> list(Paging paging, Viewer viewer) {
        var slice = Slice.of(
                wishes.ofBuyer(viewer.self(), paging), paging, wish -> wish.id().value());
        return new Slice<>(desk.forBuyer(slice.items()), slice.next());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/me/returns/{id}")
    Return one(@PathVariable ReturnId id, Viewer viewer) {
        return desk.forBuyer(desk.asked(id, viewer));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/me/returns/{id}/parcel")
    Return send(@PathVariable ReturnId id, @RequestBody Wish.Parcel parcel, Viewer viewer) {
        var by = new By(Side.BUYER, viewer.self(), "");
        return desk.forBuyer(returns.send(desk.asked(id, viewer).id(), by, Said.parcel(parcel)));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/me/returns/{id}/withdrawal")
    Return withdraw(@PathVariable ReturnId id, Viewer viewer) {
        return step(id, Verb.WITHDRAW, "", Change.NONE, viewer);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/api/me/returns/{id}/dispute")
    Return dispute(@PathVariable ReturnId id, @RequestBody Words said, Viewer viewer) {
        return step(id, Verb.DISPUTE, Said.needed("words", said.words()), Change.NONE, viewer);
    }

    private Return step(ReturnId id, Verb verb, String words, Change change, Viewer viewer) {
        var by = new By(Side.BUYER, viewer.self(), words);
        return desk.forBuyer(returns.step(desk.asked(id, viewer).id(), verb, by, change));
    }
}
