package org.kanmai.app.live.rooms;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.live.pulling.Home;
import org.kanmai.app.live.pulling.Homes;
import org.kanmai.app.live.pulling.Passes;
import org.kanmai.app.live.pulling.Pull;
import org.kanmai.facts.RoomId;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Pulls each room once that is watched here and pushed to another process, as long as both are so. A home that goes, or another that
 * comes, ends a pull; the next look begins another one.
 */
@Component
class Pulls implements DisposableBean {
    private final Homes homes;
    private final Passes passes;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Map<RoomId, Pull> pulls = new HashMap<>();

    Pulls(Homes homes, Passes passes) {
        this.homes = homes;
        this.passes = passes;
    }

    /** Begins and ends what is to be begun and ended. */
    synchronized void tend(Map<RoomId, OnAir> rooms) {
        var wanted = new HashMap<>(rooms);
        wanted.values().removeIf(room -> !room.isPulledFor());
        var from = homes.elsewhere(wanted.keySet());
        pulls.entrySet().removeIf(pull -> isEnded(pull.getValue(), from.get(pull.getKey())));
        from.forEach((id, home) -> pulls.computeIfAbsent(id, room -> {
            var guest = wanted.get(id);
            return guest == null ? null : Pull.begin(http, home, passes.of(id), guest.pulled());
        }));
    }

    private static boolean isEnded(Pull pull, @Nullable Home home) {
        if (!pull.isOver() && pull.home().equals(home)) {
            return false;
        }
        pull.stop();
        return true;
    }

    @Override
    public synchronized void destroy() {
        pulls.values().forEach(Pull::stop);
        pulls.clear();
        http.shutdownNow();
    }
}
