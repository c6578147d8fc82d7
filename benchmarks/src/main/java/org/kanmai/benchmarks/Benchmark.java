package org.kanmai.benchmarks;

/** One thing that is measured. */
interface Benchmark {

    /** Returns what {@code ./kanmai bench} knows it by. */
    String name();

    /** Measures, bounded in time, and returns the table of results. */
    Table run(Stage stage);
}
