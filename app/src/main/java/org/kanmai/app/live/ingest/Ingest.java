package org.kanmai.app.live.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PushbackInputStream;
import java.io.Writer;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.live.rtmp.Doorkeeper;
import org.kanmai.app.live.rtmp.Pushed;
import org.kanmai.app.media.ffmpeg.Ffmpeg;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Lets a push in that came to another server, and pulls its picture from there until it ends. */
@Component
class Ingest {
    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{32}");
    /** The other server has the stream only after it was told that it may. */
    private static final int TRIES = 20;

    private static final Duration PAUSE = Duration.ofMillis(500);

    private final IngestSettings settings;
    private final Doorkeeper door;
    private final Ffmpeg ffmpeg;
    /** By key; who pushes is named by the other server, and may be another than a moment ago. */
    private final Map<String, Pull> pulls = new ConcurrentHashMap<>();

    Ingest(IngestSettings settings, Doorkeeper door, Ffmpeg ffmpeg) {
        this.settings = settings;
        this.door = door;
        this.ffmpeg = ffmpeg;
    }

    /** Returns whether this is what the other server says; false where there is none. */
    boolean isTrusted(@Nullable String secret) {
        var known = settings.secret();
        return known != null && secret != null && MessageDigest.isEqual(known.getBytes(UTF_8), secret.getBytes(UTF_8));
    }

    /** Lets a push in and begins to pull; false when no room takes it now. */
    boolean begin(String key, String client) {
        var pushed = KEY.matcher(key).matches() ? door.admit(key) : Optional.<Pushed>empty();
        if (pushed.isEmpty()) {
            return false;
        }
        var pull = new Pull(URI.create(Objects.requireNonNull(settings.source()) + "/" + key), client, pushed.get());
        var former = pulls.put(key, pull);
        if (former != null) {
            former.stop();
        }
        Thread.ofVirtual().name("live-pull").start(() -> {
            pull.run();
            pulls.remove(key, pull);
        });
        return true;
    }

    /**
     * A push is still there: pulls it if nothing does, because this process began after it or a pull broke; false when no room takes it
     * any more.
     */
    boolean goesOn(String key, String client) {
        var pull = pulls.get(key);
        return (pull != null && pull.client.equals(client)) || begin(key, client);
    }

    /** A push is over; of one that was refused, beside another with its key, nothing is known. */
    void end(String key, String client) {
        var pull = pulls.get(key);
        if (pull != null && pull.client.equals(client) && pulls.remove(key, pull)) {
            pull.stop();
        }
    }

    /** One stream on its way from the other server. */
    private final class Pull {
        private final URI source;
        private final String client;
        private final Pushed pushed;
        private @Nullable Process process;
        private boolean stopped;

        Pull(URI source, String client, Pushed pushed) {
            this.source = source;
            this.client = client;
            this.pushed = pushed;
        }

        void run() {
            try {
                for (int tried = 0; tried < TRIES && !read(); tried++) {
                    Thread.sleep(PAUSE);
                }
            } catch (IOException over) {
                LOG.info("live.pull.over", over);
            } catch (InterruptedException end) {
                Thread.currentThread().interrupt();
            } finally {
                stop();
                pushed.over();
            }
        }

        /** Reads the stream to its end; false when there was none yet. */
        private boolean read() throws IOException {
            var started = start();
            if (started == null) {
                return true;
            }
            try (var out = started.getInputStream()) {
                var first = new PushbackInputStream(out);
                int begins = first.read();
                if (begins < 0) {
                    return false;
                }
                first.unread(begins);
                new FlvTags(first).read(pushed);
                return true;
            } finally {
                started.destroyForcibly();
            }
        }

        private synchronized @Nullable Process start() throws IOException {
            if (stopped) {
                return null;
            }
            var started = ffmpeg.pulled(source, List.of("-c", "copy", "-f", "flv", "-flush_packets", "1", "pipe:1"));
            process = started;
            Thread.ofVirtual().name("live-pull-complaints").start(() -> drain(started));
            return started;
        }

        private static void drain(Process process) {
            try (var lines = process.errorReader()) {
                lines.transferTo(Writer.nullWriter());
            } catch (IOException closed) {
                LOG.debug("live.pull.closed", closed);
            }
        }

        synchronized void stop() {
            stopped = true;
            if (process != null) {
                process.destroyForcibly();
            }
        }
    }
}
