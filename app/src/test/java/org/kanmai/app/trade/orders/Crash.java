package org.kanmai.app.trade.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Ends a transaction in its middle, as the death of its process does: the server cuts its connection while it waits for a row. */
@Component
class Crash {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    Crash(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Where a step dies: with all before that row written, and nothing committed. */
    enum Row {
        STOCK("select sku from catalog.stock where sku = :id for update"),
        ORDER("select id from trade.orders where id = :id for update");

        private final String locking;

        Row(String locking) {
            this.locking = locking;
        }
    }

    /** Begins a step and lets it die when it comes to a row; the step must have failed then. */
    void at(Row row, long id, Runnable step) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            transactions.executeWithoutResult(status -> {
                jdbc.sql(row.locking).param("id", id).query(Long.class).single();
                long own = jdbc.sql("select pg_backend_pid()").query(Long.class).single();
                var dying = threads.submit(step);
                await().atMost(PATIENCE).until(() -> dying.isDone() || cut(waitingFor(own)) > 0);
                assertThat(dying).as("a step whose connection was cut").failsWithin(PATIENCE);
                assertThat(dying.state()).isEqualTo(Future.State.FAILED);
            });
        }
    }

    private List<Long> waitingFor(long own) {
        return jdbc.sql(
                        "select pid from pg_locks where not granted and cast(:own as integer) = any(pg_blocking_pids(pid))")
                .param("own", own)
                .query((found, number) -> found.getLong(1))
                .list();
    }

    private int cut(List<Long> backends) {
        backends.forEach(each -> jdbc.sql("select pg_terminate_backend(cast(:pid as integer))")
                .param("pid", each)
                .query(Boolean.class)
                .single());
        return backends.size();
    }
}
