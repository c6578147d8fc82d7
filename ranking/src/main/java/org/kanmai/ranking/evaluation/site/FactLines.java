package org.kanmai.ranking.evaluation.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.kanmai.facts.Fact;
import org.kanmai.facts.FactCodec;

/** A file of facts as they are on the log, a line each, packed by gzip where its name ends so. */
public final class FactLines implements FactSource {
    private static final int LONGEST = 4 << 20;
    private static final int BUFFER = 1 << 16;

    private final Path file;

    /** Names the file. */
    public FactLines(Path file) {
        this.file = file;
    }

    @Override
    public void read(Consumer<Fact> each) {
        long number = 1;
        try (var in = open()) {
            var lines = new Lines(in);
            while (lines.next()) {
                read(lines, number++, each);
            }
        } catch (IOException broken) {
            throw at(number, "can't be read: " + broken.getMessage(), "无法读取：" + broken.getMessage());
        }
    }

    private InputStream open() throws IOException {
        var in = Files.newInputStream(file);
        try {
            return file.toString().endsWith(".gz") ? new GZIPInputStream(in, BUFFER) : in;
        } catch (IOException broken) {
            in.close();
            throw broken;
        }
    }

    private void read(Lines lines, long number, Consumer<Fact> each) {
        if (lines.length > LONGEST) {
            throw at(number, "longer than 4 MiB", "超过 4 MiB");
        }
        try {
            FactCodec.read(lines.line()).ifPresent(each);
        } catch (IllegalArgumentException none) {
            throw at(number, "no fact: " + none.getMessage(), "不是事实：" + none.getMessage());
        }
    }

    private UnusableFacts at(long number, String en, String zh) {
        return new UnusableFacts(
                "%s, line %d: %s".formatted(file, number, en), "%s 第 %d 行：%s".formatted(file, number, zh));
    }

    /** Lines of bytes, of which no more is kept than the longest may have. */
    private static final class Lines {
        private final InputStream in;
        private final byte[] buffer = new byte[BUFFER];
        private int at;
        private int end;
        private byte[] line = new byte[BUFFER];
        private int length;

        Lines(InputStream in) {
            this.in = in;
        }

        /** Goes to the next line; what follows the last line's end is none. */
        boolean next() throws IOException {
            length = 0;
            while (fill()) {
                int stop = at;
                while (stop < end && buffer[stop] != '\n') {
                    stop++;
                }
                append(stop);
                if (stop < end || length > LONGEST) {
                    at = Math.min(end, stop + 1);
                    return true;
                }
                at = end;
            }
            return length > 0;
        }

        private boolean fill() throws IOException {
            if (at == end) {
                at = 0;
                end = Math.max(0, in.read(buffer));
            }
            return at < end;
        }

        private void append(int stop) {
            int more = stop - at;
            if (length + more > line.length) {
                line = Arrays.copyOf(line, Math.max(2 * line.length, length + more));
            }
            System.arraycopy(buffer, at, line, length, more);
            length += more;
        }

        byte[] line() {
            return Arrays.copyOf(line, length);
        }
    }
}
