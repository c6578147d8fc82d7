package org.kanmai.app.trade.checkout;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.trade.orders.Lead;
import org.kanmai.facts.Code;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.Money;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;
import org.kanmai.facts.SkuId;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.SubjectKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of carts, each with what led to it. */
@Repository
class CartStore {
    private final JdbcClient jdbc;

    CartStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line of a cart; {@code price} is what it cost when it was put there. */
    record Row(SkuId sku, int units, Money price) {}

    /** Puts so many units there; what led to the line first stays. Returns whether it is a new line. */
    boolean put(PersonId owner, Row line, Lead lead, Instant at) {
        return jdbc.sql("""
                insert into trade.cart_line (owner, sku, units, minor, currency, pseudonym, exposure, shown_kind, shown,
                                             source, added_at)
                     values (:owner, :sku, :units, :minor, :currency, :pseudonym, :exposure, :shownKind, :shown, :source, :at)
                on conflict (owner, sku) do update
                        set units = excluded.units
                returning xmax = 0
                """)
                .param("owner", owner.value())
                .param("sku", line.sku().value())
                .param("units", line.units())
                .param("minor", line.price().minor())
                .param("currency", line.price().currency().getCurrencyCode())
                .param("pseudonym", lead.pseudonym().value())
                .param(
                        "exposure",
                        lead.exposure() == null ? null : lead.exposure().value(),
                        Types.BIGINT)
                .param(
                        "shownKind",
                        lead.shown() == null ? null : lead.shown().kind().code(),
                        Types.VARCHAR)
                .param("shown", lead.shown() == null ? null : lead.shown().id(), Types.BIGINT)
                .param("source", lead.source().code())
                .param("at", Timestamp.from(at))
                .query(Boolean.class)
                .single();
    }

    int count(PersonId owner) {
        return jdbc.sql("select count(*) from trade.cart_line where owner = :owner")
                .param("owner", owner.value())
                .query(Integer.class)
                .single();
    }

    List<Row> of(PersonId owner) {
        return jdbc.sql("""
                select sku, units, minor, currency
                  from trade.cart_line
                 where owner = :owner
                 order by added_at desc, sku
                """)
                .param("owner", owner.value())
                .query((row, number) -> new Row(
                        new SkuId(row.getLong("sku")),
                        row.getInt("units"),
                        Money.of(row.getLong("minor"), row.getString("currency"))))
                .list();
    }

    /** Returns what led to some lines. */
    Map<SkuId, Lead> leads(PersonId owner, Collection<SkuId> skus) {
        var leads = new HashMap<SkuId, Lead>();
        jdbc.sql("""
                select sku, pseudonym, exposure, shown_kind, shown, source
                  from trade.cart_line
                 where owner = :owner
                   and sku = any(:skus)
                """)
                .param("owner", owner.value())
                .param("skus", skus.stream().map(SkuId::value).toArray(Long[]::new))
                .query((row, number) -> leads.put(new SkuId(row.getLong("sku")), lead(row)))
                .list();
        return leads;
    }

    private static Lead lead(ResultSet row) throws SQLException {
        long exposure = row.getLong("exposure");
        var traced = row.wasNull() ? null : new ExposureId(exposure);
        return new Lead(
                new Pseudonym(row.getLong("pseudonym")),
                traced,
                traced == null ? null : shown(row),
                Code.parse(Source.class, row.getString("source")));
    }

    private static @Nullable Subject shown(ResultSet row) throws SQLException {
        return new Subject(Code.parse(SubjectKind.class, row.getString("shown_kind")), row.getLong("shown"));
    }

    void remove(PersonId owner, Collection<SkuId> skus) {
        jdbc.sql("delete from trade.cart_line where owner = :owner and sku = any(:skus)")
                .param("owner", owner.value())
                .param("skus", skus.stream().map(SkuId::value).toArray(Long[]::new))
                .update();
    }

    void removeAll(PersonId owner) {
        jdbc.sql("delete from trade.cart_line where owner = :owner")
                .param("owner", owner.value())
                .update();
    }
}
