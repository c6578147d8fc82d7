package org.kanmai.streams;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.configuration.Configuration;

/** How the embedded cluster is set: small, exactly-once state, and back on its feet by itself. */
final class ClusterConfiguration {
    private ClusterConfiguration() {}

    static Configuration of(StreamsSettings settings, Optional<Path> restoreFrom) {
        var all = new HashMap<String, String>();
        all.putAll(MEMORY);
        all.putAll(CHECKPOINTS);
        all.putAll(RESTARTS);
        all.put("execution.checkpointing.dir", location(settings.checkpointFolder()));
        all.put("taskmanager.numberOfTaskSlots", Integer.toString(settings.parallelism()));
        all.put("pipeline.generic-types", "false");
        all.put("pipeline.object-reuse", "true");
        all.put("pipeline.auto-watermark-interval", "0 ms");
        all.put("execution.buffer-timeout.interval", "4 ms");
        all.put("rest.bind-port", "0");
        all.put("rest.bind-address", "127.0.0.1");
        restoreFrom.ifPresent(path -> {
            all.put("execution.state-recovery.path", location(path));
            all.put("execution.state-recovery.claim-mode", "CLAIM");
        });
        return Configuration.fromMap(all);
    }

    /** Flink takes its addresses as they stand: an encoded space would name another folder. */
    private static String location(Path path) {
        return "file://" + path;
    }

    private static final Map<String, String> MEMORY = Map.of(
            "taskmanager.memory.managed.size", "64m",
            "taskmanager.memory.network.min", "16m",
            "taskmanager.memory.network.max", "16m",
            "state.backend.type", "hashmap");

    /**
     * A checkpoint writes all that is known of all works and viewers, so it is not made more often than a crash makes it worth: what
     * came since the last one is read from the log again. Retained also when the job is cancelled, that is at each stop; the newest that is whole is where a start begins. */
    private static final Map<String, String> CHECKPOINTS = Map.of(
            "execution.checkpointing.interval", "10 s",
            "execution.checkpointing.timeout", "60 s",
            "execution.checkpointing.mode", "EXACTLY_ONCE",
            "execution.checkpointing.storage", "filesystem",
            "execution.checkpointing.tolerable-failed-checkpoints", "10",
            "execution.checkpointing.num-retained", "3",
            "execution.checkpointing.externalized-checkpoint-retention", "RETAIN_ON_CANCELLATION");

    /** About an hour of trying before the job is given up and health says so. */
    private static final Map<String, String> RESTARTS = Map.of(
            "restart-strategy.type", "exponential-delay",
            "restart-strategy.exponential-delay.initial-backoff", "500 ms",
            "restart-strategy.exponential-delay.max-backoff", "30 s",
            "restart-strategy.exponential-delay.backoff-multiplier", "2",
            "restart-strategy.exponential-delay.reset-backoff-threshold", "10 min",
            "restart-strategy.exponential-delay.attempts-before-reset-backoff", "120");
}
