package org.kanmai.app.affiliate.samples;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.affiliate.samples.Sample.Parcel;
import org.kanmai.app.affiliate.samples.Sample.State;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.WorkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of samples; each change names the state that it leaves. */
@Repository
class SampleStore {
    private static final String COLUMNS =
            "id, product, shop, creator, state, words, reason, carrier, parcel, asked_at, sent_at, publish_by, work";

    private final JdbcClient jdbc;

    SampleStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes others who ask for the same creator wait until this transaction ends; nothing else is locked before. */
    void lock(PersonId creator) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('samples of ' || :creator, 0))")
                .param("creator", creator.toString())
                .query((row, number) -> number)
                .list();
    }

    /** How many samples of a creator are under way, and how many were sent, shown by no work although their time is over. */
    record Open(int underWay, int overdue) {}

    Open open(PersonId creator, Instant now) {
        return jdbc.sql("""
                select count(*) as under_way,
                       count(*) filter (where state = 'sent' and publish_by <= :now) as overdue
                  from affiliate.sample
                 where creator = :creator
                   and state in ('asked', 'accepted', 'sent')
                """)
                .param("creator", creator.value())
                .param("now", Timestamp.from(now))
                .query((row, number) -> new Open(row.getInt("under_way"), row.getInt("overdue")))
                .single();
    }

    /** Adds what somebody asks for; throws {@link org.springframework.dao.DuplicateKeyException} when there is one of that product. */
    void add(Sample sample, byte[] sealed) {
        jdbc.sql("""
                insert into affiliate.sample (id, product, shop, creator, state, words, sealed, asked_at)
                     values (:id, :product, :shop, :creator, 'asked', :words, :sealed, :at)
                """)
                .param("id", sample.id())
                .param("product", sample.product().value())
                .param("shop", sample.shop().value())
                .param("creator", sample.creator().value())
                .param("words", sample.words())
                .param("sealed", sealed)
                .param("at", Timestamp.from(sample.askedAt()))
                .update();
    }

    Optional<Sample> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from affiliate.sample where id = :id")
                .param("id", id)
                .query(SampleStore::sample)
                .optional();
    }

    /** Returns where a sample goes, while it is to be sent. */
    Optional<byte[]> sealed(long id) {
        return jdbc.sql("""
                select sealed
                  from affiliate.sample
                 where id = :id
                   and state = 'accepted'
                   and sealed is not null
                """)
                .param("id", id)
                .query((row, number) -> row.getBytes("sealed"))
                .optional();
    }

    boolean accept(long id, Instant at) {
        return jdbc.sql("""
                update affiliate.sample
                   set state = 'accepted', answered_at = :at
                 where id = :id
                   and state = 'asked'
                """).param("id", id).param("at", Timestamp.from(at)).update() == 1;
    }

    boolean refuse(long id, String reason, Instant at) {
        return jdbc.sql("""
                update affiliate.sample
                   set state = 'refused', reason = :reason, answered_at = :at, sealed = null
                 where id = :id
                   and state in ('asked', 'accepted')
                """)
                        .param("id", id)
                        .param("reason", reason)
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    boolean withdraw(long id) {
        return jdbc.sql("""
                update affiliate.sample
                   set state = 'withdrawn', sealed = null
                 where id = :id
                   and state in ('asked', 'accepted')
                """).param("id", id).update() == 1;
    }

    /** Sends an accepted sample on its way; where it goes is no longer needed. */
    boolean send(long id, Parcel parcel, Instant at, Instant publishBy) {
        return jdbc.sql("""
                update affiliate.sample
                   set state = 'sent', carrier = :carrier, parcel = :number, sent_at = :at, publish_by = :by, sealed = null
                 where id = :id
                   and state = 'accepted'
                """)
                        .param("id", id)
                        .param("carrier", parcel.carrier())
                        .param("number", parcel.number())
                        .param("at", Timestamp.from(at))
                        .param("by", Timestamp.from(publishBy))
                        .update()
                == 1;
    }

    boolean publish(long id, WorkId work, Instant at) {
        return jdbc.sql("""
                update affiliate.sample
                   set state = 'published', work = :work, published_at = :at
                 where id = :id
                   and state = 'sent'
                """)
                        .param("id", id)
                        .param("work", work.value())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /** Ends what an erased creator asked for, and forgets what was said and where it goes. */
    void erase(PersonId creator) {
        jdbc.sql("""
                update affiliate.sample
                   set state = case when state in ('asked', 'accepted') then 'withdrawn' else state end,
                       words = '', sealed = null, carrier = null, parcel = null
                 where creator = :creator
                """).param("creator", creator.value()).update();
    }

    List<Sample> of(PersonId creator, Paging paging) {
        return list("creator", creator.value(), paging);
    }

    List<Sample> of(ShopId shop, Paging paging) {
        return list("shop", shop.value(), paging);
    }

    private List<Sample> list(String side, long id, Paging paging) {
        return jdbc.sql("""
                select %s
                  from affiliate.sample
                 where %s = :side
                   and id < :before
                 order by id desc
                 limit :rows
                """.formatted(COLUMNS, side))
                .param("side", id)
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query(SampleStore::sample)
                .list();
    }

    private static Sample sample(ResultSet row, int number) throws SQLException {
        var carrier = row.getString("carrier");
        long work = row.getLong("work");
        boolean unseen = row.wasNull();
        return new Sample(
                row.getLong("id"),
                new ProductId(row.getLong("product")),
                new ShopId(row.getLong("shop")),
                new PersonId(row.getLong("creator")),
                Code.parse(State.class, row.getString("state")),
                row.getString("words"),
                row.getString("reason"),
                carrier == null ? null : new Parcel(carrier, row.getString("parcel")),
                row.getTimestamp("asked_at").toInstant(),
                instant(row, "sent_at"),
                instant(row, "publish_by"),
                unseen ? null : new WorkId(work));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
