package org.kanmai.launcher.crashes;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kanmai.app.media.ffmpeg.FfmpegBinary;
import org.kanmai.launcher.Caller;

/** What hosts push with: the real ffmpeg, for five minutes. */
final class Pushing {
    private static final FfmpegBinary FFMPEG = FfmpegBinary.unpacked(Path.of("target", "cache"));
    private static final List<String> SOURCES =
            List.of("-re", "-f", "lavfi", "-i", "testsrc2=s=640x360:r=25", "-f", "lavfi", "-i", "sine");
    private static final List<String> CODECS =
            List.of("-t", "300", "-c:v", "libopenh264", "-b:v", "800k", "-g", "25", "-c:a", "aac", "-f", "flv");

    private Pushing() {}

    /** Pushes to where a host is told to. */
    static Process of(Caller host) throws IOException {
        var to = host.get("/api/me/stream-key").must(200).json();
        return to(to.path("server").asString() + "/" + to.path("key").asString());
    }

    /** Pushes to an address, whose last part is the key. */
    static Process to(String address) throws IOException {
        var command = new ArrayList<>(List.of("-nostdin", "-loglevel", "quiet"));
        command.addAll(SOURCES);
        command.addAll(CODECS);
        command.add(address);
        return FFMPEG.command(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
