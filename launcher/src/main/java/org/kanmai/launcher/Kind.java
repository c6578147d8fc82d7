package org.kanmai.launcher;

/** What kind of world a data folder holds; fixed for ever when the folder is made. */
enum Kind {
    /** Made by {@code kanmai demo}: its people and facts are simulated. */
    DEMO,
    /** Made by {@code kanmai run}: it starts with nobody in it. */
    REAL;

    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
