package org.kanmai.app.catalog.sales;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the application knows of sales, without the application around it. */
public final class BareSales {
    private BareSales() {}

    /** Returns the sales of a database. */
    public static SaleBook of(JdbcClient jdbc, Clock clock) {
        return new SaleBook(new SaleStore(jdbc), clock);
    }
}
