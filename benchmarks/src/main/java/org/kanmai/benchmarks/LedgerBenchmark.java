package org.kanmai.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.kanmai.benchmarks.world.ManyRecords;

/** How fast a ledger of two million records is verified from its files: signatures, chain, tree and each record. */
final class LedgerBenchmark implements Benchmark {
    private static final int FILES = 100;
    private static final int RECORDS = 20_000;
    private static final double BAR = 1_000_000;
    private static final Pattern TOLD = Pattern.compile("([0-9,]+) records checked in ([0-9.]+) s");

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public Table run(Stage stage) {
        Stage.say("making " + FILES + " files of " + RECORDS + " records");
        try {
            var records = new ManyRecords(stage.folder().resolve("ledger"), FILES, RECORDS);
            records.write();
            var table = new Table("ledger: verified from its files alone");
            table.note("records, and bytes of each", "%,d of %d".formatted(FILES * RECORDS, records.bytesOfOne()));
            var hashing = new Hashing(Math.toIntExact(records.bytesOfOne()));
            for (int run = 0; run < 3; run++) {
                double verified = verify(stage, records.folder());
                table.above("records verified", BAR, "/s", verified);
                table.note("of what their hashes alone take", "%.2f".formatted(verified / hashing.recordsPerSecond()));
            }
            return table;
        } catch (IOException failure) {
            throw new IllegalStateException("the ledger can't be made", failure);
        }
    }

    private static double verify(Stage stage, Path folder) throws IOException {
        var process = new ProcessBuilder("./kanmai", "ledger", "verify", "--data", folder.toString())
                .directory(stage.checkout().toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        process.environment().put("LC_ALL", "C");
        var said = new String(process.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        var told = TOLD.matcher(said);
        if (!told.find() || !said.contains("All is well")) {
            throw new IllegalStateException(said);
        }
        return Double.parseDouble(told.group(1).replace(",", "")) / Double.parseDouble(told.group(2));
    }
}
