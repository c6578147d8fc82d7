package org.kanmai.app.aftersales.reviews;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.aftersales.reviews.ReviewRow.Line;
import org.kanmai.app.web.pictures.SentPicture;
import org.kanmai.facts.Binary;
import org.kanmai.facts.OrderId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductReviewId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps pictures of lines, each at a spot from 0 to 5. */
@Repository
class ReviewPictureStore {
    private final JdbcClient jdbc;

    ReviewPictureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A picture at an address whose content never changes. */
    record Picture(int spot, String url, int width, int height) {
        private static Picture read(ResultSet row) throws SQLException {
            return new Picture(
                    row.getInt("spot"),
                    "/pictures/reviews/" + row.getLong("version"),
                    row.getInt("width"),
                    row.getInt("height"));
        }
    }

    /** What is kept of a picture that was sent. */
    record Sent(Binary jpeg, int width, int height) {
        private static final int LARGEST_KEPT = 300 * 1024;
        private static final int LONGEST_SIDE = 1080;

        static Sent of(String field, byte[] sent) {
            var picture = SentPicture.read(field, sent, LONGEST_SIDE / 2).within(LONGEST_SIDE);
            return new Sent(Binary.of(picture.jpeg(LARGEST_KEPT)), picture.width(), picture.height());
        }
    }

    /** What is kept of one, and whose it is; {@code review} is absent until there is one. */
    record Kept(Binary jpeg, PersonId buyer, @Nullable ProductReviewId review) {}

    void put(Line line, int spot, long version, PersonId buyer, Sent sent, Instant at) {
        jdbc.sql("""
                insert into aftersales.review_picture (orders, place, spot, version, buyer, jpeg, width, height, at)
                     values (:order, :place, :spot, :version, :buyer, :jpeg, :width, :height, :at)
                on conflict (orders, place, spot) do update
                        set version = excluded.version, jpeg = excluded.jpeg, width = excluded.width, height = excluded.height,
                            at = excluded.at
                """)
                .param("order", line.order().value())
                .param("place", line.place())
                .param("spot", spot)
                .param("version", version)
                .param("buyer", buyer.value())
                .param("jpeg", sent.jpeg().bytes())
                .param("width", sent.width())
                .param("height", sent.height())
                .param("at", Timestamp.from(at))
                .update();
    }

    boolean remove(Line line, int spot) {
        return jdbc.sql(
                                "delete from aftersales.review_picture where orders = :order and place = :place and spot = :spot")
                        .param("order", line.order().value())
                        .param("place", line.place())
                        .param("spot", spot)
                        .update()
                == 1;
    }

    void removeAll(Line line) {
        jdbc.sql("delete from aftersales.review_picture where orders = :order and place = :place")
                .param("order", line.order().value())
                .param("place", line.place())
                .update();
    }

    void removeAll(PersonId buyer) {
        jdbc.sql("delete from aftersales.review_picture where buyer = :buyer")
                .param("buyer", buyer.value())
                .update();
    }

    /** Removes pictures for which no review was written. */
    int sweep(Instant before) {
        return jdbc.sql("""
                delete from aftersales.review_picture picture
                 where at < :before
                   and not exists (select 1
                                     from aftersales.review
                                    where review.orders = picture.orders
                                      and review.place = picture.place)
                """).param("before", Timestamp.from(before)).update();
    }

    /** Returns the pictures of an order's lines by their places. */
    Map<Integer, List<Picture>> of(OrderId order) {
        return jdbc
                .sql("""
                select place, spot, version, width, height
                  from aftersales.review_picture
                 where orders = :order
                 order by place, spot
                """)
                .param("order", order.value())
                .query((row, number) -> Map.entry(row.getInt("place"), Picture.read(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    Map<ProductReviewId, List<Picture>> of(Collection<ProductReviewId> reviews) {
        return jdbc
                .sql("""
                select review.id, picture.spot, picture.version, picture.width, picture.height
                  from aftersales.review
                  join aftersales.review_picture picture using (orders, place)
                 where review.id = any (:ids)
                 order by review.id, picture.spot
                """)
                .param("ids", reviews.stream().map(ProductReviewId::value).toArray(Long[]::new))
                .query((row, number) -> Map.entry(new ProductReviewId(row.getLong("id")), Picture.read(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    Optional<Kept> find(long version) {
        return jdbc.sql("""
                select picture.jpeg, picture.buyer, review.id
                  from aftersales.review_picture picture
                  left join aftersales.review using (orders, place)
                 where picture.version = :version
                """)
                .param("version", version)
                .query((row, number) -> {
                    long review = row.getLong("id");
                    return new Kept(
                            Binary.of(row.getBytes("jpeg")),
                            new PersonId(row.getLong("buyer")),
                            row.wasNull() ? null : new ProductReviewId(review));
                })
                .optional();
    }
}
