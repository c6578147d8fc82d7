package org.kanmai.benchmarks;

import org.kanmai.benchmarks.server.Kanmai;
import org.kanmai.benchmarks.server.ProcessTree;

/** The memory of the server with all its engines, held against its bar. */
record ResidentMemory(Kanmai kanmai) {
    private static final double BAR_MEGABYTES = 1536;

    void addTo(Table table, String when) {
        var memory = new ProcessTree(kanmai.process()).memory();
        table.below("resident " + when + ", all processes", BAR_MEGABYTES, "MB", memory.resident());
        table.note("with shared pages counted once", Table.number(memory.proportional()) + " MB");
        table.note("of it the JVM", Table.number(memory.jvm()) + " MB");
    }
}
