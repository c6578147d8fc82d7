package org.kanmai.app.aftersales.reviews;

import java.util.Optional;
import java.util.Set;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.notices.NoticeKind;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.Notices;
import org.kanmai.app.notices.Telling;
import org.springframework.stereotype.Component;

/** Tells a shop of reviews and a buyer of replies, each once. */
@Component
class ReviewNews {
    private final Notices notices;
    private final Shops shops;

    ReviewNews(Notices notices, Shops shops) {
        this.notices = notices;
        this.shops = shops;
    }

    void reviewed(ReviewRow row) {
        var shop = row.bought().shop();
        Optional.ofNullable(shops.find(Set.of(shop)).get(shop))
                .map(found -> found.owner())
                .ifPresent(owner -> notices.tell(Telling.of(
                        owner.id(),
                        NoticeKind.PRODUCT_REVIEWED,
                        NoticeSubject.sale(row.line().order()),
                        "reviewed:" + row.id())));
    }

    void answered(ReviewRow row) {
        notices.tell(Telling.of(
                row.buyer(),
                NoticeKind.REVIEW_ANSWERED,
                NoticeSubject.order(row.line().order()),
                "answered:" + row.id()));
    }
}
