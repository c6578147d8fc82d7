package org.kanmai.benchmarks;

/** How long everything takes to start: on an empty folder, and again on the folder that is there. */
final class StartBenchmark implements Benchmark {
    private static final double BAR_SECONDS = 15;
    private static final int TIMES = 3;

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Table run(Stage stage) {
        var table = new Table("start: from ./kanmai run to a healthy server that has served a first page");
        stage.stop();
        table.note("on an empty folder", seconds(stage));
        double slowest = 0;
        for (int time = 0; time < TIMES; time++) {
            stage.stop();
            slowest = Math.max(slowest, stage.kanmai().started().toMillis() / 1000.0);
        }
        table.below("again, the slowest of " + TIMES, BAR_SECONDS, "s", slowest);
        new ResidentMemory(stage.kanmai()).addTo(table, "after the start");
        return table;
    }

    private static String seconds(Stage stage) {
        return Table.number(stage.kanmai().started().toMillis() / 1000.0) + " s";
    }
}
