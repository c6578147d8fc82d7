package org.kanmai.launcher.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kanmai.facts.proof.LedgerEntry;
import org.kanmai.launcher.Words;

/** The verifier that docs/verify.md gives, in another language and without a line of ours, comes to the same verdict. */
@Tag("GV-17")
class OtherVerifierTests {
    @TempDir
    Path folder;

    private MadeUpLedger ledger;

    @BeforeEach
    void theLedgerAndItsRecordsAreWritten() throws Exception {
        ledger = new MadeUpLedger(folder);
        var page = Files.readString(Path.of("..", "docs", "verify.md"));
        int from = page.indexOf("```js\n") + 6;
        Files.writeString(folder.resolve("verify.mjs"), page.substring(from, page.indexOf("```", from)));
        for (var entry : ledger.entries) {
            try (var out = new PrintStream(records(entry.file()).toFile(), UTF_8)) {
                new LedgerCommand(Words.of("org.kanmai.launcher.ledger", Locale.ENGLISH), out, System.err)
                        .run(List.of("records", "--data", folder.toString(), Long.toString(entry.file())));
            }
        }
    }

    @Test
    void itFindsALedgerThatNobodyTouchedWell() throws Exception {
        assertThat(verdict()).isEqualTo("all is well\n");
    }

    @Test
    void itFindsAChangedRecord() throws Exception {
        var lines = Files.readAllLines(records(3));
        var last = lines.removeLast();
        lines.add(last.substring(0, last.length() - 4) + (last.endsWith("AAAA") ? "BBBB" : "AAAA"));
        Files.write(records(3), lines);
        assertThat(verdict()).contains("Error: viewer/1 in file 3");
    }

    @Test
    void itFindsAnEntryLeftOutAndAHeadTakenBack() throws Exception {
        ledger.lines(
                "entries.txt",
                ledger.entries.subList(1, 5).stream().map(LedgerEntry::line).toList());
        assertThat(verdict()).contains("Error: root of the head of 1");
        ledger.lines(
                "entries.txt", ledger.entries.stream().map(LedgerEntry::line).toList());
        ledger.lines(
                "heads.txt",
                List.of(ledger.heads.get(0).line(), ledger.heads.get(2).line()));
        assertThat(verdict()).contains("Error: chain at the head of 3");
    }

    private String verdict() throws Exception {
        var process = new ProcessBuilder("node", "verify.mjs", "ledger", ".")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return said;
    }

    private Path records(long file) {
        return folder.resolve(file + ".txt");
    }
}
