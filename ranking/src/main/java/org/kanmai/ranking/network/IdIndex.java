package org.kanmai.ranking.network;

/** Which row an id of a table has, by open addressing: two numbers a place, the id and then the table with the row. */
final class IdIndex {
    private static final int SMALLEST = 64;

    private long[] places;
    private int mask;
    private int size;

    IdIndex() {
        this(new long[2 * SMALLEST], 0);
    }

    private IdIndex(long[] places, int size) {
        this.places = places;
        this.mask = places.length / 2 - 1;
        this.size = size;
    }

    IdIndex copy() {
        return new IdIndex(places.clone(), size);
    }

    int size() {
        return size;
    }

    /** Returns the row of an id, or -1. */
    int find(int table, long id) {
        for (int at = home(table, id); ; at = (at + 1) & mask) {
            long held = places[2 * at + 1];
            if (held == 0) {
                return -1;
            }
            if (places[2 * at] == id && (int) (held >>> 32) == table + 1) {
                return (int) held;
            }
        }
    }

    /** Adds an id that is not there. */
    void add(int table, long id, int row) {
        if (4 * (size + 1) > 3 * (mask + 1)) {
            grow();
        }
        put(id, ((table + 1L) << 32) | row);
        size++;
    }

    private void put(long id, long held) {
        int at = home(table(held), id);
        while (places[2 * at + 1] != 0) {
            at = (at + 1) & mask;
        }
        places[2 * at] = id;
        places[2 * at + 1] = held;
    }

    private static int table(long held) {
        return (int) (held >>> 32) - 1;
    }

    private void grow() {
        long[] before = places;
        places = new long[2 * before.length];
        mask = places.length / 2 - 1;
        for (int at = 0; at < before.length; at += 2) {
            if (before[at + 1] != 0) {
                put(before[at], before[at + 1]);
            }
        }
    }

    /** Takes an id out and moves up those that it pushed aside. */
    void remove(int table, long id) {
        int hole = home(table, id);
        while (places[2 * hole] != id || table(places[2 * hole + 1]) != table) {
            if (places[2 * hole + 1] == 0) {
                return;
            }
            hole = (hole + 1) & mask;
        }
        for (int at = (hole + 1) & mask; places[2 * at + 1] != 0; at = (at + 1) & mask) {
            int home = home(table(places[2 * at + 1]), places[2 * at]);
            if (((at - home) & mask) >= ((at - hole) & mask)) {
                places[2 * hole] = places[2 * at];
                places[2 * hole + 1] = places[2 * at + 1];
                hole = at;
            }
        }
        places[2 * hole] = 0;
        places[2 * hole + 1] = 0;
        size--;
    }

    private int home(int table, long id) {
        return (int) hash(table, id) & mask;
    }

    /** Mixes an id and its table well enough that any bits may be used (the end of MurmurHash3). */
    static long hash(int table, long id) {
        long hash = id + (table + 1) * 0x9E3779B97F4A7C15L;
        hash = (hash ^ (hash >>> 33)) * 0xFF51AFD7ED558CCDL;
        hash = (hash ^ (hash >>> 33)) * 0xC4CEB9FE1A85EC53L;
        return hash ^ (hash >>> 33);
    }
}
