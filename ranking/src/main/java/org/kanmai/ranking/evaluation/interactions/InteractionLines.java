package org.kanmai.ranking.evaluation.interactions;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.BiConsumer;
import java.util.zip.GZIPInputStream;

/** Reads lines of two words within bounds; anything else is {@link UnusableInteractions} and says which line it was. */
final class InteractionLines {
    private static final int LONGEST_LINE = 256;
    private static final long MOST_LINES = 100_000_000;
    private static final int BUFFER = 1 << 16;

    private final Path file;
    private final InputStream in;
    private final byte[] line = new byte[LONGEST_LINE];
    private long number;

    private InteractionLines(Path file, InputStream in) {
        this.file = file;
        this.in = in;
    }

    static void read(Path file, BiConsumer<String, String> told) {
        try (var in = open(file)) {
            var lines = new InteractionLines(file, in);
            while (lines.next(told)) {
                lines.check(lines.number <= MOST_LINES, "more lines than can be read", "行数超出上限");
            }
        } catch (IOException broken) {
            throw new UnusableInteractions(
                    file + " can't be read: " + broken.getMessage(), "无法读取 " + file + "：" + broken.getMessage());
        }
    }

    private static InputStream open(Path file) throws IOException {
        var input = Files.newInputStream(file);
        return file.toString().endsWith(".gz")
                ? new BufferedInputStream(new GZIPInputStream(input, BUFFER), BUFFER)
                : new BufferedInputStream(input, BUFFER);
    }

    private boolean next(BiConsumer<String, String> told) throws IOException {
        int length = 0;
        int sign = in.read();
        if (sign < 0) {
            return false;
        }
        number++;
        for (; sign >= 0 && sign != '\n'; sign = in.read()) {
            check(length < LONGEST_LINE, "the line is too long", "这一行太长");
            line[length++] = (byte) sign;
        }
        var words = new String(line, 0, length, StandardCharsets.UTF_8).strip().split("\\s+", -1);
        check(words.length == 2 && !words[0].isEmpty(), "it must be a user, a blank and an item", "应为“用户 空格 物品”两个词");
        told.accept(words[0], words[1]);
        return true;
    }

    private void check(boolean well, String en, String zh) {
        if (!well) {
            throw new UnusableInteractions(
                    "%s, line %d: %s".formatted(file, number, en), "%s 第 %d 行：%s".formatted(file, number, zh));
        }
    }
}
