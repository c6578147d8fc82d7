package org.kanmai.benchmarks.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** This machine's Chromium, told by the DevTools protocol to open a room and to read the clock in its picture. */
public final class WatchingChromium implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_NANOS = 100_000_000;
    private static final int MOST_ANSWERS = 1_000;

    private final Process process;
    private final WebSocket wire;
    private final BlockingQueue<JsonNode> answers;
    private int calls;

    private WatchingChromium(Process process, WebSocket wire, BlockingQueue<JsonNode> answers) {
        this.process = process;
        this.wire = wire;
        this.answers = answers;
    }

    /** Waits for the first picture with a clock, then reads it five times a second for so long. */
    private static String script(Duration length) {
        return """
            (async () => {
              const canvas = document.createElement('canvas')
              canvas.width = %1$d
              canvas.height = %2$d
              const pen = canvas.getContext('2d', { willReadFrequently: true })
              const pause = (millis) => new Promise((go) => setTimeout(go, millis))
              const late = () => {
                const video = document.querySelector('video')
                if (!video || video.readyState < 2) return null
                pen.drawImage(video, 0, 0, %1$d, %2$d)
                const row = pen.getImageData(0, %3$d, %1$d, 1).data
                let taken = 0
                for (let bit = 0; bit < %4$d; bit++) taken = taken * 2 + (row[(bit * %5$d + %5$d / 2) * 4] > 128 ? 1 : 0)
                const millis = Date.now() %% 2 ** %4$d - taken
                return millis >= 0 && millis < 60000 ? millis : null
              }
              for (let tries = 0; tries < 300 && late() === null; tries++) await pause(200)
              const latencies = []
              let looks = 0
              let moved = 0
              let before = -1
              for (const end = performance.now() + %6$d; performance.now() < end; looks++) {
                const video = document.querySelector('video')
                const now = late()
                if (now !== null) latencies.push(now)
                if (video && video.currentTime > before) moved++
                before = video ? video.currentTime : before
                await pause(200)
              }
              return { latencies, looks, moved }
            })()
            """.formatted(
                        ClockCamera.WIDTH,
                        ClockCamera.HEIGHT,
                        ClockCamera.ROW,
                        ClockCamera.BITS,
                        ClockCamera.BLOCK,
                        length.toMillis());
    }

    /**
     * What was read.
     *
     * @param latencies from taking a picture to seeing it, in milliseconds
     * @param moving share of the looks at which the picture had gone on since the one before
     */
    public record Seen(List<Long> latencies, double moving) {
        public Seen {
            latencies = List.copyOf(latencies);
        }
    }

    /** Starts it with a profile of its own in a folder. */
    public static WatchingChromium start(Path profile) {
        var named = System.getenv("CHROMIUM");
        try {
            var process = new ProcessBuilder(
                            named == null ? "/usr/bin/chromium" : named,
                            "--headless=new",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--no-first-run",
                            "--disable-background-networking",
                            "--autoplay-policy=no-user-gesture-required",
                            "--window-size=1280,800",
                            "--remote-debugging-port=0",
                            "--user-data-dir=" + profile,
                            "about:blank")
                    .redirectErrorStream(true)
                    .start();
            return connected(process, address(process));
        } catch (IOException missing) {
            throw new UncheckedIOException("CHROMIUM names no browser that starts", missing);
        }
    }

    private static URI address(Process process) throws IOException {
        var lines = process.inputReader();
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            var said = LISTENING.matcher(line);
            if (said.find()) {
                Thread.ofVirtual().start(() -> lines.lines().forEach(more -> {}));
                return URI.create(said.group(1));
            }
        }
        throw new IOException("Chromium ended");
    }

    private static WatchingChromium connected(Process process, URI address) {
        var answers = new ArrayBlockingQueue<JsonNode>(MOST_ANSWERS);
        var wire = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(address, new Hearing(answers))
                .join();
        return new WatchingChromium(process, wire, answers);
    }

    /** Puts each whole message into a queue; what nobody waits for is dropped when it is full. */
    private static final class Hearing implements WebSocket.Listener {
        private final BlockingQueue<JsonNode> answers;
        private final StringBuilder message = new StringBuilder();

        Hearing(BlockingQueue<JsonNode> answers) {
            this.answers = answers;
        }

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                var answer = JsonMapper.shared().readTree(message.toString());
                message.setLength(0);
                if (answer.has("id") && !answers.offer(answer)) {
                    throw new IllegalStateException("too many answers");
                }
            }
            socket.request(1);
            return null;
        }
    }

    /** Opens a page and reads the clock in its video for so long. */
    public Seen watch(String page, Duration length) {
        var target = call("", "Target.createTarget", Map.of("url", page), PATIENCE);
        var id = target.path("targetId").asString();
        var session = call("", "Target.attachToTarget", Map.of("targetId", id, "flatten", true), PATIENCE)
                .path("sessionId")
                .asString();
        awaitPage(session, page);
        var read = script(length);
        var wanted = Map.<String, Object>of("expression", read, "awaitPromise", true, "returnByValue", true);
        var seen = call(session, "Runtime.evaluate", wanted, length.plusSeconds(120))
                .at("/result/value");
        call("", "Target.closeTarget", Map.of("targetId", id), PATIENCE);
        var latencies = new ArrayList<Long>();
        seen.path("latencies").forEach(one -> latencies.add(one.asLong()));
        return new Seen(
                latencies,
                seen.path("moved").asDouble() / Math.max(1, seen.path("looks").asInt()));
    }

    /** A script that begins before its page is there ends with the empty one. */
    private void awaitPage(String session, String page) {
        var wanted = Map.<String, Object>of(
                "expression", "document.readyState === 'complete' && location.href", "returnByValue", true);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!call(session, "Runtime.evaluate", wanted, PATIENCE)
                .at("/result/value")
                .asString("")
                .equals(page)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException(page + " did not open");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private JsonNode call(String session, String method, Map<String, Object> parameters, Duration patience) {
        var message = new LinkedHashMap<String, Object>();
        message.put("id", ++calls);
        message.put("method", method);
        message.put("params", parameters);
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        wire.sendText(JsonMapper.shared().writeValueAsString(message), true).join();
        try {
            for (var next = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
                    next != null;
                    next = answers.poll(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                if (next.path("id").asInt() == calls) {
                    return next.path("result");
                }
            }
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
        throw new IllegalStateException(method + " was not answered");
    }

    @Override
    public void close() {
        wire.abort();
        process.destroy();
    }
}
