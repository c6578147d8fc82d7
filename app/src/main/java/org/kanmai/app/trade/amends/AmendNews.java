package org.kanmai.app.trade.amends;

import java.util.ArrayList;
import java.util.Set;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.notices.NoticeKind;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.Notices;
import org.kanmai.app.notices.Telling;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;

/** Tells a buyer and a shop what one gave the other. */
@Component
class AmendNews {
    private final Notices notices;
    private final Shops shops;

    AmendNews(Notices notices, Shops shops) {
        this.notices = notices;
        this.shops = shops;
    }

    void given(Amends.Claim claim, long id) {
        var order = claim.order();
        var tellings = new ArrayList<Telling>();
        tellings.add(telling(claim, order.buyer(), NoticeKind.ORDER_COMPENSATED, NoticeSubject.order(order.id()), id));
        var shop = shops.find(Set.of(order.shop())).get(order.shop());
        if (shop != null && shop.owner() != null) {
            var owner = shop.owner().id();
            tellings.add(telling(claim, owner, NoticeKind.SALE_COMPENSATED, NoticeSubject.sale(order.id()), id));
        }
        notices.tell(tellings);
    }

    private static Telling telling(
            Amends.Claim claim, PersonId person, NoticeKind kind, NoticeSubject subject, long id) {
        return Telling.of(person, kind, subject, "compensation:" + id + ":" + kind.code())
                .with("cause", claim.cause().code());
    }
}
