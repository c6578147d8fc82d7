package org.kanmai.app.insight.board;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Shop;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.notices.NoticeKind;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.Notices;
import org.kanmai.app.notices.Telling;
import org.kanmai.app.web.Role;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes an alarm down and tells of it once, to the shop's owner or to the operators, by the figure's name in both languages. */
@Component
class Bell {
    private static final int MOST_OPERATORS = 1_000;

    private final AlarmStore store;
    private final Notices notices;
    private final People people;
    private final Shops shops;
    private final Ids ids;
    private final Clock clock;

    Bell(AlarmStore store, Notices notices, People people, Shops shops, Ids ids, Clock clock) {
        this.store = store;
        this.notices = notices;
        this.people = people;
        this.shops = shops;
        this.ids = ids;
        this.clock = clock;
    }

    /** Raises an alarm, or keeps its newest value while it is raised. */
    @Transactional
    public void raise(Metric metric, @Nullable ShopId shop, double value) {
        long id = ids.next();
        if (store.raise(id, metric.key(), shop, value, Objects.requireNonNull(metric.bar()), clock.instant())) {
            var about = new NoticeSubject(shop == null ? NoticeSubject.Kind.BOARD : NoticeSubject.Kind.SHOP_BOARD, id);
            var kind = shop == null ? NoticeKind.FIGURE_ALARM : NoticeKind.SHOP_FIGURE_ALARM;
            notices.tell(concerned(shop).stream()
                    .map(person -> Telling.of(person, kind, about, "figure:" + id)
                            .with("metric", metric.key())
                            .with("zh", metric.name().zh())
                            .with("en", metric.name().en()))
                    .toList());
        }
    }

    private List<PersonId> concerned(@Nullable ShopId shop) {
        return shop == null
                ? people.having(Role.OPERATOR, MOST_OPERATORS)
                : shops.find(List.of(shop)).values().stream()
                        .map(Shop::owner)
                        .filter(Objects::nonNull)
                        .map(Person::id)
                        .toList();
    }
}
