package org.kanmai.app.aftersales.returns;

import java.util.ArrayList;
import java.util.Optional;
import java.util.Set;
import org.kanmai.app.aftersales.returns.Step.Side;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.notices.NoticeKind;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.Notices;
import org.kanmai.app.notices.Telling;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;

/** Tells buyer and shop of each step that was not their own. */
@Component
class ReturnNews {
    private static final String DELIVERED = "delivered";
    private static final String REPLACEMENT_DELIVERED = "replacement-delivered";

    private final Notices notices;
    private final Shops shops;

    ReturnNews(Notices notices, Shops shops) {
        this.notices = notices;
        this.shops = shops;
    }

    void asked(Wish wish) {
        owner(wish).ifPresent(owner -> notices.tell(telling(owner, NoticeKind.RETURN_ASKED, sale(wish), wish)));
    }

    void moved(Wish wish, Side by) {
        var tellings = new ArrayList<Telling>();
        if (by != Side.BUYER) {
            tellings.add(telling(wish.buyer(), NoticeKind.RETURN_MOVED, NoticeSubject.order(wish.order()), wish));
        }
        if (by != Side.SHOP) {
            owner(wish).ifPresent(owner -> tellings.add(telling(owner, NoticeKind.RETURN_NEWS, sale(wish), wish)));
        }
        notices.tell(tellings);
    }

    /** Tells both sides that the carrier has brought what comes back. */
    void arrived(Wish wish) {
        tellBoth(wish, DELIVERED);
    }

    /** Tells both sides that the carrier has brought what replaces it. */
    void replacementArrived(Wish wish) {
        tellBoth(wish, REPLACEMENT_DELIVERED);
    }

    private void tellBoth(Wish wish, String state) {
        var tellings = new ArrayList<Telling>();
        tellings.add(telling(wish.buyer(), NoticeKind.RETURN_MOVED, NoticeSubject.order(wish.order()), wish, state));
        owner(wish).ifPresent(owner -> tellings.add(telling(owner, NoticeKind.RETURN_NEWS, sale(wish), wish, state)));
        notices.tell(tellings);
    }

    private Optional<PersonId> owner(Wish wish) {
        return Optional.ofNullable(shops.find(Set.of(wish.shop())).get(wish.shop()))
                .map(shop -> shop.owner())
                .map(owner -> owner.id());
    }

    private static NoticeSubject sale(Wish wish) {
        return NoticeSubject.sale(wish.order());
    }

    private static Telling telling(PersonId person, NoticeKind kind, NoticeSubject subject, Wish wish) {
        return telling(person, kind, subject, wish, wish.state().code());
    }

    private static Telling telling(PersonId person, NoticeKind kind, NoticeSubject subject, Wish wish, String state) {
        var key = "return:" + wish.id() + ":" + state + ":" + kind.code();
        var amount = wish.returned() == null ? wish.worth() : wish.returned();
        return Telling.of(person, kind, subject, key)
                .with("minor", Long.toString(amount.minor()))
                .with("currency", amount.currency().getCurrencyCode())
                .with("state", state)
                .with("return", wish.id().toString());
    }
}
