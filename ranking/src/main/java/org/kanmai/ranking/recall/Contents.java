package org.kanmai.ranking.recall;

import java.util.List;
import java.util.Map;

/**
 * What works are like.
 *
 * @param fields the ids of each work's fields, its name left out; who is not named here is not found
 * @param meanings a direction of what its words say, of the same length for all; works of which it is not known are left out
 */
public record Contents(Map<Long, List<Long>> fields, Map<Long, float[]> meanings) {
    public Contents {
        fields = Map.copyOf(fields);
        meanings = Map.copyOf(meanings);
    }

    /** Takes works of whose words nothing is known. */
    public static Contents of(Map<Long, List<Long>> fields) {
        return new Contents(fields, Map.of());
    }
}
