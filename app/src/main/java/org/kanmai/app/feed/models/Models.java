package org.kanmai.app.feed.models;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.kanmai.ranking.features.SiteShape;
import org.kanmai.ranking.network.SnapshotRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The model that ranks on this node: one reference, swapped whole, at most some seconds behind the record. */
@Component
public class Models {
    private static final Logger log = LoggerFactory.getLogger(Models.class);

    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final Duration QUICK = Duration.ofMillis(8);
    private static final int CANDIDATES = 300;
    private static final int LOOKED_AT = 4;

    private final ModelStore store;
    private final ModelFolder folder;
    private final MeterRegistry meters;
    private volatile @Nullable Model current;
    private final Set<Integer> unreadable = ConcurrentHashMap.newKeySet();

    Models(ModelStore store, ModelFolder folder, MeterRegistry meters) {
        this.store = store;
        this.folder = folder;
        this.meters = meters;
        Gauge.builder("feed.model.version", this, Models::version)
                .description("the model that ranks on this node, 0 while none does")
                .register(meters);
    }

    private static double version(Models models) {
        return models.inForce().map(Model::version).orElse(0);
    }

    /** Returns the model that ranks; empty while none has passed, and then the terms of the policy rank without predictions. */
    public Optional<Model> inForce() {
        return Optional.ofNullable(current);
    }

    /** Takes in what was published, held or let go; what can't be read or is of another shape changes nothing. */
    @Scheduled(fixedDelay = 2_000)
    void refresh() {
        try {
            var rows = store.mayRank(LOOKED_AT);
            if (rows.isEmpty()) {
                current = null;
            }
            takeFirst(rows);
        } catch (DataAccessException away) {
            log.warn("which model ranks can't be read: {}", away.getMessage());
        }
    }

    /** Of what can't be read the one before is taken, as far as the one that ranks already. */
    private void takeFirst(List<ModelRow> rows) {
        unreadable.retainAll(rows.stream().map(ModelRow::version).toList());
        for (var row : rows) {
            if (row.version() == inForce().map(Model::version).orElse(0)) {
                return;
            }
            var read = unreadable.contains(row.version()) ? Optional.<Model>empty() : read(row);
            if (read.isPresent()) {
                current = read.get();
                return;
            }
        }
    }

    /** Before the first model ranks, its code is run until it is compiled, so that no page waits for that. */
    private Model warm(Model model) {
        long deadline = System.nanoTime() + WARM_UP.toNanos();
        var candidates = Collections.nCopies(CANDIDATES, SiteShape.nothing());
        long took = Long.MAX_VALUE;
        while (current == null && took > QUICK.toNanos() && System.nanoTime() < deadline) {
            long begin = System.nanoTime();
            model.network()
                    .score(SiteShape.nobody().fields(), SiteShape.nobody().history(), candidates);
            took = System.nanoTime() - begin;
        }
        return model;
    }

    private Optional<Model> read(ModelRow row) {
        try {
            var snapshot = folder.read(row.file());
            if (snapshot.shape().equals(SiteShape.shape())) {
                return Optional.of(warm(new Model(row.version(), snapshot.network())));
            }
            log.warn("model {} is of another shape, it does not rank", row.version());
        } catch (SnapshotRefused damaged) {
            log.warn("model {} is damaged, the former one ranks", row.version(), damaged);
            store.isUnreadable(row.version(), "its file can't be read: " + damaged.getMessage());
        } catch (UncheckedIOException away) {
            log.warn("model {} can't be read, the former one ranks", row.version(), away);
        }
        unreadable.add(row.version());
        meters.counter("feed.model.unreadable").increment();
        return Optional.empty();
    }
}
