package org.kanmai.app.media;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.MediaId;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Tells pages how their uploads come along: one query a half-second for all of them, and a word only when something changed. */
@Component
class ProgressFeed {
    private static final int MOST = 500;
    private static final int MOST_OF_ONE = 4;
    private static final Duration LONGEST = Duration.ofMinutes(30);
    private static final int BEATS_BETWEEN_SIGNS_OF_LIFE = 30;

    private final UploadStore uploads;
    private final Set<Following> followings = ConcurrentHashMap.newKeySet();

    ProgressFeed(UploadStore uploads) {
        this.uploads = uploads;
    }

    SseEmitter follow(Upload upload) {
        long same = followings.stream()
                .filter(following -> following.media.equals(upload.media()))
                .count();
        if (followings.size() >= MOST || same >= MOST_OF_ONE) {
            throw new Refusal(
                    HttpStatus.TOO_MANY_REQUESTS,
                    "too-many-followers",
                    "Too many pages follow this",
                    "Close one of them.");
        }
        var emitter = new SseEmitter(LONGEST.toMillis());
        var following = new Following(upload.media(), emitter);
        emitter.onCompletion(() -> followings.remove(following));
        emitter.onTimeout(emitter::complete);
        emitter.onError(gone -> followings.remove(following));
        followings.add(following);
        following.tell(upload);
        return emitter;
    }

    @Scheduled(fixedDelay = 500)
    void beat() {
        if (followings.isEmpty()) {
            return;
        }
        var media = followings.stream().map(following -> following.media).collect(Collectors.toSet());
        Map<MediaId, Upload> current =
                uploads.find(media).stream().collect(Collectors.toMap(Upload::media, Function.identity()));
        for (var following : followings) {
            // Each in its own thread, since a page on a slow network must not hold up the others.
            Thread.startVirtualThread(() -> following.tell(current.get(following.media)));
        }
    }

    /** One page that listens. */
    private final class Following {
        private final MediaId media;
        private final SseEmitter emitter;
        private final AtomicBoolean telling = new AtomicBoolean();
        private @Nullable Upload told;
        private int silentBeats;

        Following(MediaId media, SseEmitter emitter) {
            this.media = media;
            this.emitter = emitter;
        }

        void tell(@Nullable Upload upload) {
            if (!telling.compareAndSet(false, true)) {
                return;
            }
            try {
                send(upload);
            } catch (IOException | IllegalStateException gone) {
                followings.remove(this);
            } finally {
                telling.set(false);
            }
        }

        private void send(@Nullable Upload upload) throws IOException {
            if (upload == null) {
                emitter.complete();
                return;
            }
            if (!upload.equals(told)) {
                told = upload;
                silentBeats = 0;
                emitter.send(SseEmitter.event().name("progress").data(UploadsHttp.Standing.of(upload)));
            } else if (++silentBeats % BEATS_BETWEEN_SIGNS_OF_LIFE == 0) {
                emitter.send(SseEmitter.event().comment("still here"));
            }
            if (upload.state().isEnd()) {
                emitter.complete();
            }
        }
    }
}
