package org.kanmai.launcher.ledger.parquet;

/** A file is damaged, or is a kind of Parquet that this package does not read. */
public final class Unusual extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unusual(String what) {
        super(what);
    }

    Unusual(String what, Throwable cause) {
        super(what, cause);
    }
}
