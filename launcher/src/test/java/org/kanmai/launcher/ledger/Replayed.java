package org.kanmai.launcher.ledger;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.kanmai.distribution.judging.PoolReplay;

/** What a replay of a folder's ledger comes to. */
public final class Replayed {
    private Replayed() {}

    public static PoolReplay.Result of(Path data) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return new Replaying(new LedgerFolder(data), new Progress(nowhere))
                .run()
                .replayed();
    }
}
