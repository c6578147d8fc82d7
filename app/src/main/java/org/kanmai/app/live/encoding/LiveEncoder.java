package org.kanmai.app.live.encoding;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import org.kanmai.app.live.fragments.Boxes;
import org.kanmai.app.media.ffmpeg.Ffmpeg;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One ffmpeg that is fed with a stream and hands on its fragments; it ends when its input is closed. */
public final class LiveEncoder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveEncoder.class);

    private final Process process;

    private LiveEncoder(Process process) {
        this.process = process;
    }

    /**
     * Starts to encode.
     *
     * @param encoder of H.264, as ffmpeg names it
     */
    public static LiveEncoder start(Ffmpeg ffmpeg, Plan plan, String encoder, Outlet outlet) throws IOException {
        var process = ffmpeg.fed(plan.arguments(encoder));
        Thread.ofPlatform().daemon().name("live-fragments").start(() -> read(process, outlet));
        Thread.ofPlatform().daemon().name("live-complaints").start(() -> complain(process));
        return new LiveEncoder(process);
    }

    private static void read(Process process, Outlet outlet) {
        try (var out = process.getInputStream()) {
            new Boxes(out).read(outlet::begin, outlet::add);
        } catch (IOException broken) {
            LOG.info("live.encoder.broken", broken);
        } finally {
            process.destroyForcibly();
            outlet.over();
        }
    }

    private static void complain(Process process) {
        try (var lines = process.errorReader()) {
            lines.lines().limit(50).forEach(line -> LOG.info("live.encoder {}", line));
            lines.transferTo(Writer.nullWriter());
        } catch (IOException closed) {
            LOG.debug("live.encoder.closed", closed);
        }
    }

    /** Returns what it is fed through. */
    public OutputStream input() {
        return process.getOutputStream();
    }

    /** Ends the input; what was fed still comes out. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException gone) {
            LOG.debug("live.encoder.gone", gone);
        }
    }
}
