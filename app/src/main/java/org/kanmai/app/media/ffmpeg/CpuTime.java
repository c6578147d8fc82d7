package org.kanmai.app.media.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Pattern;

/** Reads what the shell's builtin {@code times} left: the shell's own user and system time, then those of its children. */
final class CpuTime {
    static final String FILE = ".times";
    private static final Pattern SPAN = Pattern.compile("(\\d+)m(\\d+)[.,](\\d+)s");

    private CpuTime() {}

    static Duration of(Path folder) {
        try {
            return children(Files.readString(folder.resolve(FILE)));
        } catch (IOException killedBefore) {
            return Duration.ZERO;
        }
    }

    static Duration children(String times) {
        var sum = Duration.ZERO;
        var spans = SPAN.matcher(times.lines().skip(1).findFirst().orElse(""));
        while (spans.find()) {
            sum = sum.plusMinutes(Long.parseLong(spans.group(1)))
                    .plusSeconds(Long.parseLong(spans.group(2)))
                    .plusMillis(Long.parseLong((spans.group(3) + "000").substring(0, 3)));
        }
        return sum;
    }
}
