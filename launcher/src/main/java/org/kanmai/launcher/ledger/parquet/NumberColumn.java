package org.kanmai.launcher.ledger.parquet;

/** Whole numbers, of 32 or 64 bits. */
public final class NumberColumn implements Column {
    private final boolean wide;
    private final long[] values;
    private long[] dictionary = new long[0];
    private int filled;

    NumberColumn(boolean wide, int rows) {
        this.wide = wide;
        this.values = new long[rows];
    }

    /** Returns the number of a row. */
    public long at(int row) {
        return values[row];
    }

    @Override
    public void dictionary(Cursor in, int count) {
        dictionary = new long[count];
        read(in, dictionary, 0, count);
    }

    @Override
    public void plain(Cursor in, int count) {
        read(in, values, filled, count);
        filled += count;
    }

    private void read(Cursor in, long[] into, int from, int count) {
        for (int at = from; at < from + count; at++) {
            into[at] = wide ? in.int64() : in.int32();
        }
    }

    @Override
    public void chosen(int[] places) {
        for (int place : places) {
            if (place < 0 || place >= dictionary.length) {
                throw new Unusual("a place outside of the dictionary");
            }
            values[filled++] = dictionary[place];
        }
    }
}
