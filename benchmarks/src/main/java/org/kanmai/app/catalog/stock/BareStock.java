package org.kanmai.app.catalog.stock;

import java.time.Clock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** The application's stock without the application around it. */
public final class BareStock {
    private BareStock() {}

    /** Returns the stock of a database. */
    public static Stock of(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        return new Stock(new StockStore(jdbc), new ClaimStore(jdbc), transactions, clock);
    }
}
