package org.kanmai.app.aftersales.reviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kanmai.app.aftersales.reviews.ReviewRow.Line;
import org.kanmai.app.aftersales.reviews.ReviewRow.Opinion;
import org.kanmai.app.web.Paging;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ProductReviewId;
import org.kanmai.facts.ShopId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Keeps reviews, one a line. */
@Repository
class ReviewStore {
    private static final String COLUMNS = """
            select id, orders, place, buyer, shop, product, title, options, stars, words, pictured, followed, refunded, shown, at,
                   edited_at
              from aftersales.review
            """;

    private final JdbcClient jdbc;

    ReviewStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a review; false when its line has one. */
    boolean add(ReviewRow review) {
        return jdbc.sql("""
                insert into aftersales.review (id, orders, place, buyer, shop, product, title, options, stars, words, pictured,
                                               refunded, shown, at)
                     values (:id, :order, :place, :buyer, :shop, :product, :title, :options, :stars, :words, :pictured,
                             :refunded, :shown, :at)
                on conflict (orders, place) do nothing
                """)
                        .param("id", review.id().value())
                        .param("order", review.line().order().value())
                        .param("place", review.line().place())
                        .param("buyer", review.buyer().value())
                        .param("shop", review.bought().shop().value())
                        .param("product", review.bought().product().value())
                        .param("title", review.bought().title())
                        .param("options", review.bought().options().toArray(String[]::new))
                        .param("stars", review.opinion().stars())
                        .param("words", review.opinion().words())
                        .param("pictured", review.marks().pictured())
                        .param("refunded", review.marks().refunded())
                        .param("shown", review.marks().shown())
                        .param("at", Timestamp.from(review.moments().written()))
                        .update()
                == 1;
    }

    void change(ProductReviewId id, Opinion opinion, boolean shown, Instant at) {
        jdbc.sql("""
                update aftersales.review
                   set stars = :stars, words = :words, shown = :shown, edited_at = :at
                 where id = :id
                """)
                .param("id", id.value())
                .param("stars", opinion.stars())
                .param("words", opinion.words())
                .param("shown", shown)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** Says whether there are pictures and whether it is shown with them. */
    void pictured(ProductReviewId id, boolean pictured, boolean shown) {
        jdbc.sql("""
                update aftersales.review
                   set pictured = :pictured, shown = :shown
                 where id = :id
                """)
                .param("id", id.value())
                .param("pictured", pictured)
                .param("shown", shown)
                .update();
    }

    /** Shows or hides a review; false when it was so already, or is none. */
    boolean show(ProductReviewId id, boolean shown) {
        return jdbc.sql("""
                update aftersales.review
                   set shown = :shown
                 where id = :id
                   and shown <> :shown
                """).param("id", id.value()).param("shown", shown).update() == 1;
    }

    void follow(ProductReviewId id, boolean followed) {
        jdbc.sql("update aftersales.review set followed = :followed where id = :id")
                .param("id", id.value())
                .param("followed", followed)
                .update();
    }

    void refunded(OrderId order) {
        jdbc.sql("update aftersales.review set refunded = true where orders = :order")
                .param("order", order.value())
                .update();
    }

    void refunded(Line line) {
        jdbc.sql("update aftersales.review set refunded = true where orders = :order and place = :place")
                .param("order", line.order().value())
                .param("place", line.place())
                .update();
    }

    boolean remove(ProductReviewId id) {
        return jdbc.sql("delete from aftersales.review where id = :id")
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** Returns how many units of a line went back. */
    int back(Line line) {
        return jdbc.sql("""
                select coalesce(sum(units), 0) as units
                  from aftersales.wish
                 where orders = :order
                   and place = :place
                   and state = 'refunded'
                """)
                .param("order", line.order().value())
                .param("place", line.place())
                .query((row, number) -> row.getInt("units"))
                .single();
    }

    Optional<ReviewRow> find(ProductReviewId id) {
        return find(List.of(id.value())).stream().findFirst();
    }

    /** Reads a review and keeps others from changing it until the transaction ends. */
    Optional<ReviewRow> lock(ProductReviewId id) {
        return rows(jdbc.sql(COLUMNS + " where id = :id for update").param("id", id.value())).stream()
                .findFirst();
    }

    Optional<ReviewRow> of(Line line) {
        return rows(jdbc.sql(COLUMNS + " where orders = :order and place = :place")
                        .param("order", line.order().value())
                        .param("place", line.place()))
                .stream()
                .findFirst();
    }

    List<ReviewRow> find(Collection<Long> ids) {
        return rows(jdbc.sql(COLUMNS + " where id = any (:ids)").param("ids", ids.toArray(Long[]::new)));
    }

    List<ReviewRow> of(OrderId order) {
        return rows(jdbc.sql(COLUMNS + " where orders = :order order by place").param("order", order.value()));
    }

    List<ReviewRow> ofProduct(ProductId product, Wanted wanted, Paging paging) {
        return page("product = :of and shown " + wanted.condition(), product.value(), paging);
    }

    List<ReviewRow> ofShop(ShopId shop, Wanted wanted, Paging paging) {
        return page("shop = :of and shown " + wanted.condition(), shop.value(), paging);
    }

    List<ReviewRow> unanswered(ShopId shop, Paging paging) {
        var unanswered = """
                shop = :of and shown
                   and not exists (select 1 from aftersales.remark where review = review.id and side = 'shop')
                """;
        return page(unanswered, shop.value(), paging);
    }

    List<ReviewRow> ofBuyer(PersonId buyer, Paging paging) {
        return page("buyer = :of", buyer.value(), paging);
    }

    /** Returns all reviews of a buyer in the order of products. */
    List<ReviewRow> ofAll(PersonId buyer) {
        return rows(
                jdbc.sql(COLUMNS + " where buyer = :buyer order by product, id").param("buyer", buyer.value()));
    }

    private List<ReviewRow> page(String condition, long of, Paging paging) {
        return rows(jdbc.sql(COLUMNS + " where " + condition + " and id < :before order by id desc limit :rows")
                .param("of", of)
                .param("before", paging.before())
                .param("rows", paging.rows()));
    }

    private static List<ReviewRow> rows(StatementSpec statement) {
        return statement.query((row, number) -> read(row)).list();
    }

    private static ReviewRow read(ResultSet row) throws SQLException {
        var edited = row.getTimestamp("edited_at");
        return new ReviewRow(
                new ProductReviewId(row.getLong("id")),
                new Line(new OrderId(row.getLong("orders")), row.getInt("place")),
                new PersonId(row.getLong("buyer")),
                new ReviewRow.Bought(
                        new ShopId(row.getLong("shop")),
                        new ProductId(row.getLong("product")),
                        row.getString("title"),
                        List.of((String[]) row.getArray("options").getArray())),
                new Opinion(row.getInt("stars"), row.getString("words")),
                new ReviewRow.Marks(
                        row.getBoolean("pictured"),
                        row.getBoolean("followed"),
                        row.getBoolean("refunded"),
                        row.getBoolean("shown")),
                new ReviewRow.Moments(row.getTimestamp("at").toInstant(), edited == null ? null : edited.toInstant()));
    }
}
