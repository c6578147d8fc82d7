package org.kanmai.app.media.ffmpeg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Where the programs lie and the whole environment that they need; works without Spring.
 *
 * @param environment what the process gets, and nothing else
 */
public record FfmpegBinary(Path ffmpeg, Path ffprobe, Map<String, String> environment) {
    private static final Map<String, String> PLAIN = Map.of("LC_ALL", "C", "PATH", "/usr/bin:/bin");

    public FfmpegBinary {
        environment = Map.copyOf(environment);
    }

    /**
     * Unpacks the programs that came with the application into a folder of the cache, once; throws
     * {@link java.io.UncheckedIOException} when the cache can't be written.
     */
    public static FfmpegBinary unpacked(Path cache) {
        return Unpacking.into(cache.toAbsolutePath());
    }

    /** Takes another ffmpeg, with ffprobe beside it. */
    public static FfmpegBinary at(Path ffmpeg) {
        var program = ffmpeg.toAbsolutePath();
        return new FfmpegBinary(program, program.resolveSibling("ffprobe"), PLAIN);
    }

    /** Returns a process of ffmpeg with these arguments, ready to start; it is not confined, so give it only your own files. */
    public ProcessBuilder command(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(ffmpeg.toString());
        command.addAll(arguments);
        var process = new ProcessBuilder(command);
        process.environment().clear();
        process.environment().putAll(environment);
        return process;
    }

    static FfmpegBinary in(Path folder) {
        var environment = new java.util.HashMap<>(PLAIN);
        environment.put("LD_LIBRARY_PATH", folder.toString());
        // Each arena of glibc reserves 64 MiB of addresses, which would count against the limit of memory.
        environment.put("MALLOC_ARENA_MAX", "2");
        return new FfmpegBinary(folder.resolve("ffmpeg"), folder.resolve("ffprobe"), environment);
    }
}
