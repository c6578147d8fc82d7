package org.kanmai.app.aftersales.reviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductReviewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Keeps what is said below reviews, once by each side. */
@Repository
class RemarkStore {
    private static final String COLUMNS = """
            select id, review, side, author, words, shown, at
              from aftersales.remark
            """;

    private final JdbcClient jdbc;

    RemarkStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a remark; false when its side has said something. */
    boolean add(Remark remark) {
        return jdbc.sql("""
                insert into aftersales.remark (id, review, side, author, words, shown, at)
                     values (:id, :review, :side, :author, :words, :shown, :at)
                on conflict (review, side) do nothing
                """)
                        .param("id", remark.id().value())
                        .param("review", remark.review().value())
                        .param("side", remark.side().code())
                        .param("author", remark.author().value())
                        .param("words", remark.words())
                        .param("shown", remark.shown())
                        .param("at", Timestamp.from(remark.at()))
                        .update()
                == 1;
    }

    /** Shows or hides a remark; empty when it was so already, or is none. */
    Optional<Remark> show(ProductReviewId id, boolean shown) {
        return remarks(jdbc.sql("""
                update aftersales.remark
                   set shown = :shown
                 where id = :id
                   and shown <> :shown
                returning id, review, side, author, words, shown, at
                """).param("id", id.value()).param("shown", shown)).stream()
                .findFirst();
    }

    boolean remove(ProductReviewId id) {
        return jdbc.sql("delete from aftersales.remark where id = :id")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Returns what is said below some reviews. */
    List<Remark> below(Collection<ProductReviewId> reviews) {
        return remarks(jdbc.sql(COLUMNS + " where review = any (:reviews) order by id")
                .param("reviews", reviews.stream().map(ProductReviewId::value).toArray(Long[]::new)));
    }

    List<Remark> find(Collection<Long> ids) {
        return remarks(jdbc.sql(COLUMNS + " where id = any (:ids)").param("ids", ids.toArray(Long[]::new)));
    }

    List<Remark> of(PersonId author) {
        return remarks(jdbc.sql(COLUMNS + " where author = :author order by review, id")
                .param("author", author.value()));
    }

    private static List<Remark> remarks(StatementSpec statement) {
        return statement.query((row, number) -> read(row)).list();
    }

    private static Remark read(ResultSet row) throws SQLException {
        return new Remark(
                new ProductReviewId(row.getLong("id")),
                new ProductReviewId(row.getLong("review")),
                Code.parse(Remark.Side.class, row.getString("side")),
                new PersonId(row.getLong("author")),
                row.getString("words"),
                row.getBoolean("shown"),
                row.getTimestamp("at").toInstant());
    }
}
