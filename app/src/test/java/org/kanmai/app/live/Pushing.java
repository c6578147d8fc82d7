package org.kanmai.app.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.media.ffmpeg.FfmpegBinary;
import org.kanmai.app.trade.orders.Street;

/** What hosts push with: the real ffmpeg, by RTMP. */
public final class Pushing {
    private static final FfmpegBinary BINARY = FfmpegBinary.unpacked(Path.of("target", "cache"));

    private Pushing() {}

    /** Pushes what a source of lavfi shows. */
    public static Process of(Browser host, String source, int seconds) throws IOException {
        return start(host, List.of("-f", "lavfi", "-i", source), seconds);
    }

    /** Pushes one picture that stands still. */
    public static Process of(Browser host, Path picture, int seconds) throws IOException {
        return start(host, List.of("-loop", "1", "-framerate", "25", "-i", picture.toString()), seconds);
    }

    private static Process start(Browser host, List<String> source, int seconds) throws IOException {
        var push = Street.must(200, host.get("/api/me/stream-key"));
        var command = new ArrayList<>(List.of("-nostdin", "-loglevel", "quiet", "-re"));
        command.addAll(source);
        command.addAll(List.of("-t", Integer.toString(seconds), "-pix_fmt", "yuv420p"));
        command.addAll(List.of("-c:v", "libopenh264", "-b:v", "300k", "-g", "25", "-f", "flv"));
        command.add(push.path("server").asString() + "/" + push.path("key").asString());
        return BINARY.command(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
