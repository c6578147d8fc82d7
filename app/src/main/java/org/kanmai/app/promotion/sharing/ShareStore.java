package org.kanmai.app.promotion.sharing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShareId;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links that were shared, who came by them, and who of these bought. */
@Repository
class ShareStore {
    private static final String SELECT =
            "select id, person, kind, subject, shop, channel, parent, depth from promotion.share ";

    private final JdbcClient jdbc;

    ShareStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a link, or finds the one that its person has for the same by the same way. */
    Share add(Share share, Instant at) {
        return jdbc.sql("""
                insert into promotion.share as known (id, person, kind, subject, shop, channel, parent, depth, made_at)
                     values (:id, :person, :kind, :subject, :shop, :channel, :parent, :depth, :at)
                on conflict (person, kind, subject, channel) do update
                        set made_at = known.made_at
                returning id, person, kind, subject, shop, channel, parent, depth
                """)
                .param("id", share.id().value())
                .param("person", share.person().value())
                .param("kind", share.kind().code())
                .param("subject", share.subject())
                .param("shop", share.shop() == null ? null : share.shop().value(), Types.BIGINT)
                .param("channel", share.channel().code())
                .param("parent", share.parent() == null ? null : share.parent().value(), Types.BIGINT)
                .param("depth", share.depth())
                .param("at", Timestamp.from(at))
                .query(ShareStore::share)
                .single();
    }

    /** Returns a link whose person is not erased. */
    Optional<Share> find(ShareId id) {
        return jdbc.sql(SELECT + "where id = :id and person is not null")
                .param("id", id.value())
                .query(ShareStore::share)
                .optional();
    }

    /** Remembers that somebody came by a link; a second time changes nothing. */
    void visit(ShareId id, PersonId person, Instant at) {
        jdbc.sql("""
                insert into promotion.share_visit (share, person, at)
                     values (:id, :person, :at)
                on conflict do nothing
                """)
                .param("id", id.value())
                .param("person", person.value())
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Remembers that somebody bought of shops, for all links to them by which they came since a moment. */
    void bought(PersonId person, Collection<ShopId> shops, Instant since, Instant at) {
        jdbc.sql("""
                update promotion.share_visit
                   set bought_at = :at
                 where person = :person
                   and share in (select visit.share
                                   from promotion.share_visit visit
                                   join promotion.share on share.id = visit.share and share.shop = any(:shops)
                                  where visit.person = :person
                                    and visit.bought_at is null
                                    and visit.at > :since
                                  order by visit.share
                                    for update of visit skip locked)
                """)
                .param("person", person.value())
                .param("shops", shops.stream().map(ShopId::value).toArray(Long[]::new))
                .param("since", Timestamp.from(since))
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Returns what sharing brought to a shop, or to all when none is named. */
    ShareReport report(@Nullable ShopId shop) {
        var byChannel = parts(shop, "channel");
        var byDepth = parts(shop, "depth::text");
        return jdbc.sql("""
                select count(distinct share.id) as shares, count(distinct share.person) as sharers,
                       count(distinct visit.person) as invited,
                       count(distinct visit.person) filter (where visit.bought_at is not null) as bought
                  from promotion.share
                  left join promotion.share_visit visit on visit.share = share.id
                 where share.shop = coalesce(:shop, share.shop)
                """)
                .param("shop", shop == null ? null : shop.value(), Types.BIGINT)
                .query((row, number) -> ShareReport.of(
                        row.getLong("shares"),
                        row.getLong("sharers"),
                        row.getLong("invited"),
                        row.getLong("bought"),
                        byChannel,
                        byDepth))
                .single();
    }

    private List<ShareReport.Part> parts(@Nullable ShopId shop, String by) {
        return jdbc.sql("""
                select %s as name, count(distinct share.id) as shares, count(distinct visit.person) as invited,
                       count(distinct visit.person) filter (where visit.bought_at is not null) as bought
                  from promotion.share
                  left join promotion.share_visit visit on visit.share = share.id
                 where share.shop = coalesce(:shop, share.shop)
                 group by 1
                 order by 1
                """.formatted(by))
                .param("shop", shop == null ? null : shop.value(), Types.BIGINT)
                .query((row, number) -> new ShareReport.Part(
                        row.getString("name"), row.getLong("shares"), row.getLong("invited"), row.getLong("bought")))
                .list();
    }

    void erase(PersonId person) {
        jdbc.sql("update promotion.share set person = null where person = :person")
                .param("person", person.value())
                .update();
        jdbc.sql("delete from promotion.share_visit where person = :person")
                .param("person", person.value())
                .update();
    }

    private static Share share(ResultSet row, int number) throws SQLException {
        long shop = row.getLong("shop");
        long parent = row.getLong("parent");
        return new Share(
                new ShareId(row.getLong("id")),
                new PersonId(row.getLong("person")),
                Code.parse(Share.Kind.class, row.getString("kind")),
                row.getLong("subject"),
                shop == 0 ? null : new ShopId(shop),
                Code.parse(Share.Channel.class, row.getString("channel")),
                parent == 0 ? null : new ShareId(parent),
                row.getInt("depth"));
    }
}
