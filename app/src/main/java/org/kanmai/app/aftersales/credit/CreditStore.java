package org.kanmai.app.aftersales.credit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kanmai.app.aftersales.credit.Credit.Level;
import org.kanmai.app.aftersales.credit.Credit.Measure;
import org.kanmai.app.aftersales.credit.Credit.Term;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.Code;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps what shops' records came to, with their reasons. */
@Repository
class CreditStore {
    private static final String COLUMNS = """
            select credit.id, credit.shop, credit.version, credit.level, credit.score, credit.names, credit.figures,
                   credit.points, credit.at
              from aftersales.credit
            """;

    private final JdbcClient jdbc;

    CreditStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a shop's record came to, by which rules, when. */
    record Row(long id, ShopId shop, int version, Credit credit, Instant at) {}

    void add(Row row) {
        var terms = row.credit().terms();
        jdbc.sql("""
                insert into aftersales.credit (id, shop, version, level, score, names, figures, points, at)
                     values (:id, :shop, :version, :level, :score, :names, :figures, :points, :at)
                """)
                .param("id", row.id())
                .param("shop", row.shop().value())
                .param("version", row.version())
                .param("level", row.credit().level().code())
                .param("score", row.credit().score())
                .param(
                        "names",
                        terms.stream().map(term -> term.measure().code()).toArray(String[]::new))
                .param("figures", terms.stream().map(Term::figure).toArray(Double[]::new))
                .param("points", terms.stream().map(Term::points).toArray(Integer[]::new))
                .param("at", Timestamp.from(row.at()))
                .update();
    }

    /** Says how a shop stands now. */
    void stand(Row row, Instant lookedAt) {
        jdbc.sql("""
                insert into aftersales.credit_now (shop, credit, level, looked_at)
                     values (:shop, :credit, :level, :at)
                on conflict (shop) do update
                        set credit = excluded.credit, level = excluded.level, looked_at = excluded.looked_at
                """)
                .param("shop", row.shop().value())
                .param("credit", row.id())
                .param("level", row.credit().level().code())
                .param("at", Timestamp.from(lookedAt))
                .update();
    }

    /** Makes others who look at a shop wait until this transaction ends. */
    void lock(ShopId shop) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('aftersales.credit', :shop))")
                .param("shop", shop.value())
                .query((row, number) -> true)
                .list();
    }

    Optional<Row> now(ShopId shop) {
        return jdbc.sql(COLUMNS + """
                 join aftersales.credit_now now on now.credit = credit.id
                where now.shop = :shop
                """)
                .param("shop", shop.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** Returns when some shops were looked at last. */
    Map<ShopId, Instant> lookedAt(Collection<ShopId> shops) {
        var looked = new HashMap<ShopId, Instant>();
        jdbc.sql("select shop, looked_at from aftersales.credit_now where shop = any (:shops)")
                .param("shops", shops.stream().map(ShopId::value).toArray(Long[]::new))
                .query((row, number) -> looked.put(
                        new ShopId(row.getLong("shop")),
                        row.getTimestamp("looked_at").toInstant()))
                .list();
        return looked;
    }

    /** Returns how the shops of a level stand, the newest shop first. */
    List<Row> board(Level level, Paging paging) {
        return jdbc.sql(COLUMNS + """
                 join aftersales.credit_now now on now.credit = credit.id
                where now.level = :level
                  and now.shop < :before
                order by now.shop desc
                limit :rows
                """)
                .param("level", level.code())
                .param("before", paging.before())
                .param("rows", paging.rows())
                .query((row, number) -> read(row))
                .list();
    }

    /** Returns how a shop stood before, the latest first. */
    List<Row> history(ShopId shop, int limit) {
        return jdbc.sql(COLUMNS + " where shop = :shop order by id desc limit :limit")
                .param("shop", shop.value())
                .param("limit", limit)
                .query((row, number) -> read(row))
                .list();
    }

    private static Row read(ResultSet row) throws SQLException {
        var names = (String[]) row.getArray("names").getArray();
        var figures = (Double[]) row.getArray("figures").getArray();
        var points = (Integer[]) row.getArray("points").getArray();
        var terms = new ArrayList<Term>();
        for (int at = 0; at < names.length; at++) {
            terms.add(new Term(Code.parse(Measure.class, names[at]), figures[at], points[at]));
        }
        return new Row(
                row.getLong("id"),
                new ShopId(row.getLong("shop")),
                row.getInt("version"),
                new Credit(Code.parse(Level.class, row.getString("level")), row.getInt("score"), terms),
                row.getTimestamp("at").toInstant());
    }
}
