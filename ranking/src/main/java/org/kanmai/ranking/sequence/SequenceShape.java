package org.kanmai.ranking.sequence;

/**
 * How large an encoder of sequences is.
 *
 * @param dimensions numbers of an item's vector, a multiple of 8
 * @param blocks layers of self-attention
 * @param length most items of a sequence that are looked at
 * @param items most items that are known at once; beyond it the one that was learned longest ago gives way
 */
public record SequenceShape(int dimensions, int blocks, int length, int items) {
    /** What the product uses: near the 50 dimensions of the paper, in whole vectors of the machine. */
    public static final SequenceShape USUAL = new SequenceShape(48, 2, 50, 200_000);

    private static final int MOST_DIMENSIONS = 512;
    private static final int MOST_BLOCKS = 16;
    private static final int MOST_LENGTH = 1_024;
    private static final int MOST_ITEMS = 4_000_000;

    public SequenceShape {
        if (dimensions % 8 != 0) {
            throw new IllegalArgumentException(dimensions + " dimensions are no multiple of 8");
        }
        within("dimensions", dimensions, MOST_DIMENSIONS);
        within("blocks", blocks, MOST_BLOCKS);
        within("length", length, MOST_LENGTH);
        within("items", items, MOST_ITEMS);
    }

    private static void within(String what, int number, int most) {
        if (number < 1 || number > most) {
            throw new IllegalArgumentException("%s must lie in 1..%d, not %d".formatted(what, most, number));
        }
    }
}
