package org.kanmai.ranking.features;

import java.util.ArrayList;
import java.util.List;
import org.kanmai.facts.Binary;
import org.kanmai.ranking.LayoutReader;
import org.kanmai.ranking.LayoutWriter;

/** The ids of a work, alone and together with its viewer, and the terms of its score, as they are logged with a page. */
public final class ItemIds {
    /** Layout 1 had terms alone, of 16 bits; layout 2 fewer fields. */
    static final int LAYOUT = 3;

    private static final int OLDEST = 2;
    private static final int FIELDS_OF_2 = 12;

    private static final int MOST_TERMS = 64;
    private static final int KIND_AT = 56;

    private final long[] item;
    private final long[] cross;
    private final double[] terms;

    /** Keeps the arrays; terms count as 32 bits. */
    public ItemIds(long[] item, long[] cross, double[] terms) {
        this.item = item;
        this.cross = cross;
        this.terms = terms;
    }

    /** Returns the ids of the work's fields; not to be changed. */
    public long[] item() {
        return item;
    }

    /** Returns the ids of the fields of viewer and work together; not to be changed. */
    public long[] cross() {
        return cross;
    }

    /** Returns the id by which a history names the work. */
    public long work() {
        return item[ItemField.WORK.number()];
    }

    /** Returns what the work is like, its name left out: each id together with its kind of field. */
    public List<Long> content() {
        var content = new ArrayList<Long>();
        for (var field : ItemField.values()) {
            long id = item[field.number()];
            if (field != ItemField.WORK && id != 0) {
                content.add(((long) field.kind().number() << KIND_AT) | (id & ((1L << KIND_AT) - 1)));
            }
        }
        return content;
    }

    /** Returns the terms of the score. */
    public double[] terms() {
        return terms.clone();
    }

    /** Returns the form in which a page is logged. */
    public Binary logged() {
        var out = new LayoutWriter(LAYOUT).number(terms.length);
        for (double term : terms) {
            out.weight(term);
        }
        write(out);
        return Binary.of(out.bytes());
    }

    /** Writes the ids, without the terms, as a part of a layout. */
    public void write(LayoutWriter out) {
        IdRow.write(out, item);
        IdRow.write(out, cross);
    }

    /** Reads what {@link #write} wrote. */
    public static ItemIds read(LayoutReader in) {
        return read(in, ItemField.values().length, new double[0]);
    }

    private static ItemIds read(LayoutReader in, int fields, double[] terms) {
        long[] item = IdRow.read(in, fields, ItemField.values().length);
        return new ItemIds(item, IdRow.read(in, CrossField.values().length), terms);
    }

    /** Reads the logged form; throws {@link IllegalArgumentException} for anything else, other layouts too. */
    public static ItemIds parse(Binary logged) {
        var in = new LayoutReader(logged.bytes());
        int fields = IdRow.layout(in, OLDEST, LAYOUT) == OLDEST ? FIELDS_OF_2 : ItemField.values().length;
        double[] terms = new double[in.size(MOST_TERMS)];
        for (int at = 0; at < terms.length; at++) {
            terms[at] = in.weight();
        }
        return read(in, fields, terms);
    }
}
