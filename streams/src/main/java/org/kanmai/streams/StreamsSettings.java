package org.kanmai.streams;

import java.nio.file.Path;

/**
 * What the jobs need.
 *
 * @param bootstrap {@code host:port} of one or more Kafka brokers
 * @param redisUri such as {@code redis://:password@host:port/0}
 * @param checkpointFolder where checkpoints lie; must survive
 * @param parallelism how many threads share each step, 1-16
 */
public record StreamsSettings(String bootstrap, String redisUri, Path checkpointFolder, int parallelism) {
    public StreamsSettings {
        if (parallelism < 1 || parallelism > 16) {
            throw new IllegalArgumentException("parallelism out of 1-16: " + parallelism);
        }
        checkpointFolder = checkpointFolder.toAbsolutePath().normalize();
    }

    /** Names no password. */
    @Override
    public String toString() {
        return "StreamsSettings[" + bootstrap + ", " + checkpointFolder + ", " + parallelism + "]";
    }
}
