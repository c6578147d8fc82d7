package org.kanmai.app.aftersales.credit;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.kanmai.app.aftersales.credit.Credit.Level;
import org.kanmai.app.governance.Governance;
import org.kanmai.app.notices.NoticeKind;
import org.kanmai.app.notices.NoticeSubject;
import org.kanmai.app.notices.Notices;
import org.kanmai.app.notices.Telling;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Looks at shops' records from time to time, keeps what they come to, and tells their owners of another level. */
@Component
class Credits {
    private final RecordStore records;
    private final CreditStore store;
    private final Governance governance;
    private final Notices notices;
    private final CreditSettings settings;
    private final Ids ids;
    private final Clock clock;

    Credits(
            RecordStore records,
            CreditStore store,
            Governance governance,
            Notices notices,
            CreditSettings settings,
            Ids ids,
            Clock clock) {
        this.records = records;
        this.store = store;
        this.governance = governance;
        this.notices = notices;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Looks at one shop; a record is written when something is different, or made by other rules. */
    @Transactional
    void look(ShopId shop, PersonId owner) {
        store.lock(shop);
        var now = clock.instant();
        var since = now.minus(settings.over());
        var credit = Credit.of(record(shop, owner, since, now));
        var before = store.now(shop);
        if (before.filter(row -> row.version() == Credit.VERSION && row.credit().equals(credit))
                .isPresent()) {
            store.stand(before.orElseThrow(), now);
            return;
        }
        var row = new CreditStore.Row(ids.next(), shop, Credit.VERSION, credit, now);
        store.add(row);
        store.stand(row, now);
        tell(owner, row, before.map(old -> old.credit().level()));
    }

    private ShopRecord record(ShopId shop, PersonId owner, Instant since, Instant now) {
        boolean violated =
                governance.lastViolation(owner).filter(since::isBefore).isPresent();
        var known = records.of(shop, since, now, settings.sendWithin());
        return new ShopRecord(
                known.received(),
                known.sent(),
                known.late(),
                known.reviews(),
                known.stars(),
                known.faults(),
                known.lost(),
                violated);
    }

    private void tell(PersonId owner, CreditStore.Row row, Optional<Level> before) {
        if (before.filter(level -> level != row.credit().level()).isPresent()) {
            notices.tell(Telling.of(
                    owner,
                    NoticeKind.CREDIT_CHANGED,
                    new NoticeSubject(NoticeSubject.Kind.SHOP_BOARD, row.shop().value()),
                    "credit:" + row.id()));
        }
    }
}
