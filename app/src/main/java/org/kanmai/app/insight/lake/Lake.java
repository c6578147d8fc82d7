package org.kanmai.app.insight.lake;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Answers questions about facts, each of which is there once: the table {@code facts}, columns as {@link FactColumn}. */
@Component
public class Lake {
    private final ManifestStore store;
    private final LakeFolder folder;
    private final DuckDb duck;
    private final LakeSettings settings;
    private final Semaphore readers;

    Lake(ManifestStore store, LakeFolder folder, DuckDb duck, LakeSettings settings) {
        this.store = store;
        this.folder = folder;
        this.duck = duck;
        this.settings = settings;
        this.readers = new Semaphore(settings.readers(), true);
    }

    /** Turns one row of an answer into something. */
    @FunctionalInterface
    public interface Row<T> {
        /** Reads the row on which the result stands. */
        T of(ResultSet row) throws SQLException;
    }

    /** Questions that see the same facts. */
    @FunctionalInterface
    public interface Questions<T> {
        /** Asks them. */
        T ask(Reader reader) throws SQLException;
    }

    /**
     * Asks about facts whose ids are of a day or of a later one.
     *
     * @throws Refusal 503 when too many ask at once or the answer takes too long
     */
    public <T> T ask(LocalDate from, Questions<T> questions) {
        return ask(() -> Optional.of(view(store.fresh(Integer.MAX_VALUE), store.live(from))), questions)
                .orElseThrow();
    }

    /**
     * Asks about all facts that the first so many entries of the ledger hold, and no others; empty while the view holds more than they do.
     *
     * @throws Refusal 503 when too many ask at once or the answer takes too long
     */
    public <T> Optional<T> askUnder(long entries, Questions<T> questions) {
        return ask(() -> under(entries), questions);
    }

    private <T> Optional<T> ask(Supplier<Optional<String>> views, Questions<T> questions) {
        take();
        try (var connection = duck.connection()) {
            var view = views.get();
            if (view.isEmpty()) {
                return Optional.empty();
            }
            execute(connection, view.get());
            return Optional.of(questions.ask(
                    new Reader(connection, (int) settings.patience().toSeconds())));
        } catch (SQLException failure) {
            if (String.valueOf(failure.getMessage()).contains("INTERRUPT")) {
                throw busy();
            }
            throw new IllegalStateException("the lake can't be read", failure);
        } finally {
            readers.release();
        }
    }

    /** Asks one connection, on which the facts are. */
    public static final class Reader {
        private final Connection connection;
        private final int seconds;

        Reader(Connection connection, int seconds) {
            this.connection = connection;
            this.seconds = seconds;
        }

        /** Returns the rows of an answer; parameters are numbers, texts, or collections of either, in the order of their marks. */
        public <T> List<T> rows(String sql, List<? extends @Nullable Object> parameters, Row<T> becomes)
                throws SQLException {
            try (var statement = connection.prepareStatement(sql)) {
                statement.setQueryTimeout(seconds);
                set(statement, parameters);
                return rows(statement, becomes);
            }
        }

        private static <T> List<T> rows(PreparedStatement statement, Row<T> becomes) throws SQLException {
            try (var answer = statement.executeQuery()) {
                var rows = new ArrayList<T>();
                while (answer.next()) {
                    rows.add(becomes.of(answer));
                }
                return rows;
            }
        }

        private void set(PreparedStatement statement, List<? extends @Nullable Object> parameters) throws SQLException {
            for (int index = 0; index < parameters.size(); index++) {
                Object value = parameters.get(index);
                statement.setObject(index + 1, value instanceof Collection<?> several ? array(several) : value);
            }
        }

        private Array array(Collection<?> several) throws SQLException {
            boolean numbers = several.stream().allMatch(Long.class::isInstance);
            return connection.createArrayOf(numbers ? "BIGINT" : "VARCHAR", several.toArray());
        }
    }

    /** What is folded later is not in the files that were live before: the last look tells whether there is too much in them. */
    private Optional<String> under(long entries) {
        var fresh = store.freshUnder(entries);
        var live = store.live(LocalDate.EPOCH);
        return store.foldedBeyond(entries) ? Optional.empty() : Optional.of(view(fresh, live));
    }

    /** What the files of the view lack is taken from raw files that are not folded yet. */
    private String view(List<LakeFile> fresh, List<LakeFile> live) {
        return "create temp view facts as "
                + (fresh.isEmpty() ? clean(live) : clean(live) + " union all " + fresh(fresh, live));
    }

    private String clean(List<LakeFile> live) {
        return live.isEmpty()
                ? "(select " + FactColumn.nothing() + " where false)"
                : "(select " + FactColumn.names() + " from " + read(live) + ")";
    }

    private String fresh(List<LakeFile> fresh, List<LakeFile> live) {
        long first = fresh.stream().mapToLong(LakeFile::firstId).min().orElse(0);
        long last = fresh.stream().mapToLong(LakeFile::lastId).max().orElse(-1);
        var touched = live.stream()
                .filter(file -> file.firstId() <= last && file.lastId() >= first)
                .toList();
        var once = """
                (select %1$s from %2$s where kind is not null
                qualify row_number() over (partition by kind, id, sequence order by topic, partition, log_offset) = 1)
                """.formatted(FactColumn.names(), read(fresh));
        return touched.isEmpty()
                ? once
                : "(select * from %s anti join (select kind, id, sequence from %s where id between %d and %d) using (kind, id, sequence))"
                        .formatted(once, read(touched), first, last);
    }

    private String read(List<LakeFile> files) {
        return DuckDb.facts(
                files.stream().map(file -> folder.file(file.part(), file.id())).toList());
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void take() {
        try {
            if (!readers.tryAcquire(settings.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                throw busy();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw busy();
        }
    }

    private static Refusal busy() {
        return new Refusal(
                HttpStatus.SERVICE_UNAVAILABLE,
                "busy",
                "Too much is asked at once",
                "Ask again in a moment, or about fewer days.");
    }
}
