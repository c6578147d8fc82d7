package org.kanmai.app.trade.promises;

import java.time.Clock;
import java.util.ArrayList;
import java.util.stream.Collectors;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.notices.NoticeKind;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.Notices;
import org.kanmai.app.notices.Telling;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells shops of orders whose time is nearly over, each once. */
@Component
class PromiseNews {
    private static final int BATCH = 500;

    private final PromiseStore store;
    private final Shops shops;
    private final Notices notices;
    private final PromiseSettings settings;
    private final Clock clock;

    PromiseNews(PromiseStore store, Shops shops, Notices notices, PromiseSettings settings, Clock clock) {
        this.store = store;
        this.shops = shops;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    @Transactional
    void warn() {
        var now = clock.instant();
        var due = store.warn(now, now.plus(settings.warnBefore()), BATCH);
        if (due.isEmpty()) {
            return;
        }
        var found = shops.find(due.stream().map(PromiseStore.Due::shop).collect(Collectors.toSet()));
        var tellings = new ArrayList<Telling>();
        for (var order : due) {
            var shop = found.get(order.shop());
            if (shop != null && shop.owner() != null) {
                var key = "promise:" + order.id() + ":due";
                tellings.add(Telling.of(shop.owner().id(), NoticeKind.SALE_DUE, NoticeSubject.sale(order.id()), key));
            }
        }
        notices.tell(tellings);
    }
}
