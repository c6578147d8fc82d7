package org.kanmai.launcher.ledger.parquet;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.util.Arrays;

/**
 * One column of one row group.
 *
 * @param optional whether each value says if it is there
 * @param codec in which its pages are compressed
 * @param from where its first page begins
 */
record Chunk(boolean optional, long codec, long from, int rows) {
    private static final int DATA = 0;
    private static final int DICTIONARY = 2;
    private static final int PLAIN = 0;
    private static final int BY_OLD_DICTIONARY = 2;
    private static final int BY_DICTIONARY = 8;
    private static final int UNCOMPRESSED = 0;
    private static final int ZSTANDARD = 6;
    private static final int LARGEST_PAGE = 128 << 20;
    private static final int LARGEST_DICTIONARY = 1 << 20;

    /** Hands all values of it to a column. */
    <C extends Column> C read(byte[] file, C column) {
        var in = new Cursor(file, from, file.length);
        int left = rows;
        while (left > 0) {
            var head = Struct.read(in);
            var body = in.part(head.number(3));
            var page = unpacked(body, head.number(2));
            left -= switch ((int) head.number(1)) {
                case DATA -> data(page, head.struct(5), left, column);
                case DICTIONARY -> dictionary(page, head.struct(7), column);
                default -> throw new Unusual("pages of another kind");
            };
        }
        return column;
    }

    private Cursor unpacked(Cursor page, long size) {
        if (codec == UNCOMPRESSED) {
            return page;
        }
        if (codec != ZSTANDARD || size < 0 || size > LARGEST_PAGE) {
            throw new Unusual("codec " + codec + ", a page of " + size);
        }
        var bytes = new byte[(int) size];
        try {
            long written = Zstd.decompressByteArray(bytes, 0, bytes.length, page.bytes(), page.at(), page.left());
            return new Cursor(bytes, 0, written);
        } catch (ZstdException damaged) {
            throw new Unusual("a page does not decompress", damaged);
        }
    }

    private static int dictionary(Cursor page, Struct head, Column column) {
        int count = count(head, LARGEST_DICTIONARY);
        if (head.number(2) != PLAIN && head.number(2) != BY_OLD_DICTIONARY) {
            throw new Unusual("a dictionary in another encoding");
        }
        column.dictionary(page, count);
        return 0;
    }

    private int data(Cursor page, Struct head, int most, Column column) {
        int count = count(head, most);
        if (optional) {
            refuseNulls(page.part(page.int32()), count);
        }
        switch ((int) head.number(2)) {
            case PLAIN -> column.plain(page, count);
            case BY_OLD_DICTIONARY, BY_DICTIONARY -> column.chosen(Runs.read(page, page.unsignedByte(), count));
            default -> throw new Unusual("values in another encoding");
        }
        return count;
    }

    private static int count(Struct head, int most) {
        long count = head.number(1);
        if (count < 0 || count > most) {
            throw new Unusual(count + " values");
        }
        return (int) count;
    }

    private static void refuseNulls(Cursor levels, int count) {
        if (Arrays.stream(Runs.read(levels, 1, count)).anyMatch(level -> level != 1)) {
            throw new Unusual("a value is missing");
        }
    }
}
