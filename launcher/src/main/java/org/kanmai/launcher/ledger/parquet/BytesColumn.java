package org.kanmai.launcher.ledger.parquet;

/** Strings of bytes, which stay in the pages that they came in. */
public final class BytesColumn implements Column {
    private final Strings values;
    private Strings dictionary = new Strings(0);
    private int filled;

    BytesColumn(int rows) {
        values = new Strings(rows);
    }

    /** Returns the array that holds the bytes of a row, among others. */
    public byte[] holder(int row) {
        return values.holders[row];
    }

    /** Returns where the bytes of a row begin in their holder. */
    public int from(int row) {
        return values.from[row];
    }

    /** Returns how many bytes a row has. */
    public int length(int row) {
        return values.length[row];
    }

    @Override
    public void dictionary(Cursor in, int count) {
        dictionary = new Strings(count);
        for (int at = 0; at < count; at++) {
            dictionary.read(in, at);
        }
    }

    @Override
    public void plain(Cursor in, int count) {
        for (int at = 0; at < count; at++) {
            values.read(in, filled++);
        }
    }

    @Override
    public void chosen(int[] places) {
        for (int place : places) {
            if (place < 0 || place >= dictionary.from.length) {
                throw new Unusual("a place outside of the dictionary");
            }
            values.holders[filled] = dictionary.holders[place];
            values.from[filled] = dictionary.from[place];
            values.length[filled] = dictionary.length[place];
            filled++;
        }
    }

    private static final class Strings {
        final byte[][] holders;
        final int[] from;
        final int[] length;

        Strings(int count) {
            holders = new byte[count][];
            from = new int[count];
            length = new int[count];
        }

        void read(Cursor in, int at) {
            holders[at] = in.bytes();
            length[at] = in.int32();
            from[at] = in.take(length[at]);
        }
    }
}
