package org.kanmai.app.aftersales.returns;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.aftersales.returns.Returns.By;
import org.kanmai.app.aftersales.returns.Returns.Goods;
import org.kanmai.app.aftersales.returns.Step.Side;
import org.kanmai.app.aftersales.returns.Walk.Verb;
import org.kanmai.app.aftersales.returns.WishStore.Change;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.ReturnId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What is given back to one's own shop, and what there is to do about it. */
@RestController
class ShopReturnsHttp {
    private final Returns returns;
    private final WishStore wishes;
    private final ReturnDesk desk;

    ShopReturnsHttp(Returns returns, WishStore wishes, ReturnDesk desk) {
        this.returns = returns;
        this.wishes = wishes;
        this.desk = desk;
    }

    /** A shop's answer to a wish; {@code backTo} where goods are to be sent, {@code words} why not. */
    record Answer(
            boolean agree,
            @Nullable String backTo,
            @Nullable String words) {}

    /** What a shop found when goods came back; {@code words} why it does not accept them. */
    record Arrival(boolean accept, boolean sound, @Nullable String words) {}

    /** Returns of one order. */
    record Found(List<Return> items) {
        Found {
            items = List.copyOf(items);
        }
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/returns")
    Slice<Return> list(@RequestParam(defaultValue = "false") boolean waiting, Paging paging, Viewer viewer) {
        var shop = desk.shop(viewer);
        var found = waiting ? wishes.waitingFor(shop, paging) : wishes.ofShop(shop, paging);
        var slice = Slice.of(found, paging, wish -> wish.id().value());
        return new Slice<>(desk.forOthers(slice.items()), slice.next());
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/orders/{id}/returns")
    Found ofOrder(@PathVariable OrderId id, Viewer viewer) {
        return new Found(desk.ofOrder(id, viewer));
    }

    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/api/me/shop/returns/{id}/answer")
    Return answer(@PathVariable ReturnId id, @RequestBody Answer answer, Viewer viewer) {
        var wish = desk.received(id, viewer);
        if (!answer.agree()) {
            return step(wish, Verb.REFUSE, Said.needed("words", text(answer.words())), Change.NONE, viewer);
        }
        boolean goods = wish.kind() != Wish.Kind.REFUND;
        var change = goods ? new Change(Said.needed("backTo", text(answer.backTo())), null, null, null) : Change.NONE;
        return step(wish, Verb.AGREE, Said.optional("words", text(answer.words())), change, viewer);
    }

    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/api/me/shop/returns/{id}/arrival")
    Return arrival(@PathVariable ReturnId id, @RequestBody Arrival arrival, Viewer viewer) {
        var wish = desk.received(id, viewer);
        if (!arrival.accept()) {
            return arrived(wish, Said.needed("words", text(arrival.words())), viewer);
        }
        var by = new By(Side.SHOP, viewer.self(), Said.optional("words", text(arrival.words())));
        return desk.forOthers(returns.takeIn(wish.id(), by, arrival.sound() ? Goods.SOUND : Goods.SPOILT));
    }

    private Return arrived(Wish wish, String words, Viewer viewer) {
        return step(wish, Verb.REFUSE, words, Change.NONE, viewer);
    }

    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/api/me/shop/returns/{id}/replacement")
    Return replace(@PathVariable ReturnId id, @RequestBody Wish.Parcel parcel, Viewer viewer) {
        var by = new By(Side.SHOP, viewer.self(), "");
        return desk.forOthers(returns.replace(desk.received(id, viewer).id(), by, Said.parcel(parcel)));
    }

    private Return step(Wish wish, Verb verb, String words, Change change, Viewer viewer) {
        return desk.forOthers(returns.step(wish.id(), verb, new By(Side.SHOP, viewer.self(), words), change));
    }

    private static String text(@Nullable String sent) {
        return sent == null ? "" : sent;
    }
}
