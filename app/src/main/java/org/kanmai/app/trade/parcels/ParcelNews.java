package org.kanmai.app.trade.parcels;

import java.util.ArrayList;
import java.util.Set;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.notices.NoticeKind;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.Notices;
import org.kanmai.app.notices.Telling;
import org.kanmai.app.trade.orders.OrderRow;
import org.springframework.stereotype.Component;

/** Tells buyer and shop that a parcel is in trouble; of its delivery they hear with the order. */
@Component
class ParcelNews {
    private final Notices notices;
    private final Shops shops;

    ParcelNews(Notices notices, Shops shops) {
        this.notices = notices;
        this.shops = shops;
    }

    void trouble(OrderRow order, String event) {
        var key = "parcel:" + order.id() + ":" + Integer.toHexString(event.hashCode());
        var tellings = new ArrayList<Telling>();
        tellings.add(
                Telling.of(order.buyer(), NoticeKind.PARCEL_TROUBLE, NoticeSubject.order(order.id()), key + ":buyer"));
        var shop = shops.find(Set.of(order.shop())).get(order.shop());
        if (shop != null && shop.owner() != null) {
            tellings.add(Telling.of(
                    shop.owner().id(), NoticeKind.SALE_TROUBLE, NoticeSubject.sale(order.id()), key + ":shop"));
        }
        notices.tell(tellings);
    }
}
