package org.kanmai.app.insight.proof;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.kanmai.app.river.PageSigner;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The ledger as files of lines beside the data: what a verifier needs that is not in the raw files. */
@Component
class LedgerFiles {
    static final String ENTRIES = "entries.txt";
    static final String HEADS = "heads.txt";
    static final String KEYS = "keys.txt";

    private final Path folder;
    private final LedgerStore store;
    private final PageSigner signer;

    LedgerFiles(@Value("${kanmai.data}") Path data, LedgerStore store, PageSigner signer) {
        this.folder = data.toAbsolutePath().resolve("ledger");
        this.store = store;
        this.signer = signer;
    }

    /** Appends what the files lack. */
    synchronized void catchUp() throws IOException {
        Files.createDirectories(folder);
        new LineFile(file(ENTRIES)).catchUp(lines -> store.entries(lines, LineFile.AT_ONCE));
        new LineFile(file(HEADS)).catchUp(lines -> store.headLines(lines, LineFile.AT_ONCE));
        writeKeys(signer.keys());
    }

    private void writeKeys(List<String> lines) throws IOException {
        var unfinished = folder.resolve("keys.unfinished");
        Files.writeString(unfinished, String.join("\n", lines) + "\n", StandardCharsets.US_ASCII);
        Files.move(unfinished, file(KEYS), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Returns where a file lies; it is not there before the first head. */
    Path file(String name) {
        return folder.resolve(name);
    }
}
