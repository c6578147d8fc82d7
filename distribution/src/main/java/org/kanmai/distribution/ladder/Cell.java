package org.kanmai.distribution.ladder;

/**
 * In which circumstances a unit was shown, as far as they change what is to be expected of it.
 *
 * @param positionClass 0 for the first of a page, 1 for the next two, 2 for the rest
 * @param stratum coarse class of the audience, 0-63
 */
public record Cell(int positionClass, int stratum) {
    /** How many there are. */
    public static final int COUNT = 192;

    private static final int STRATA = 64;

    public Cell {
        if (positionClass < 0 || positionClass > 2 || stratum < 0 || stratum >= STRATA) {
            throw new IllegalArgumentException("not a cell: " + positionClass + ", " + stratum);
        }
    }

    /** Returns the cell of a zero-based position and a stratum. */
    public static Cell of(int position, int stratum) {
        if (position < 0) {
            throw new IllegalArgumentException("not a position: " + position);
        }
        return new Cell(position == 0 ? 0 : position <= 2 ? 1 : 2, stratum);
    }

    /** Returns its number, from 0 on and below {@link #COUNT}. */
    public int index() {
        return positionClass * STRATA + stratum;
    }
}
