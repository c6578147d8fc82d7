package org.kanmai.app.aftersales.reviews;

import java.util.List;
import org.kanmai.facts.ProductId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the counts that the database keeps of shown reviews. */
@Repository
class RatingStore {
    private final JdbcClient jdbc;

    RatingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Rating of(ProductId product) {
        return jdbc.sql("""
                select one, two, three, four, five, pictured, followed
                  from aftersales.rating
                 where product = :product
                """)
                .param("product", product.value())
                .query((row, number) -> new Rating(
                        List.of(
                                row.getInt("one"),
                                row.getInt("two"),
                                row.getInt("three"),
                                row.getInt("four"),
                                row.getInt("five")),
                        row.getInt("pictured"),
                        row.getInt("followed")))
                .optional()
                .orElse(Rating.NONE);
    }
}
