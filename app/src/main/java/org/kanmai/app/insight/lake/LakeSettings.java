package org.kanmai.app.insight.lake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the lake is written and kept.
 *
 * @param window what came within it goes into one file
 * @param batch records of a file at most
 * @param lease how long the writer stays it without renewing; longer than the slowest round
 * @param foldFiles raw files that wait at most before they are folded into the view
 * @param foldRecords records in them at most
 * @param replaced how long a replaced file stays for those who read it
 * @param keepRaw how long raw files stay; their hashes stay for ever
 * @param keepLog how long a record that is in the lake stays on the log
 * @param memory what DuckDB may use, such as {@code 512MB}
 * @param readers questions that are answered at once
 * @param patience the longest that a question may take
 */
@ConfigurationProperties("kanmai.lake")
public record LakeSettings(
        @DefaultValue("10s") Duration window,
        @DefaultValue("50000") int batch,
        @DefaultValue("60s") Duration lease,
        @DefaultValue("90") int foldFiles,
        @DefaultValue("200000") int foldRecords,
        @DefaultValue("10m") Duration replaced,
        @DefaultValue("400d") Duration keepRaw,
        @DefaultValue("3d") Duration keepLog,
        @DefaultValue("512MB") String memory,
        @DefaultValue("2") int readers,
        @DefaultValue("20s") Duration patience) {
    public LakeSettings {
        if (batch < 1 || batch > 1_000_000 || foldFiles < 1 || foldFiles > 1_000 || foldRecords < 1 || readers < 1) {
            throw new IllegalArgumentException("kanmai.lake: batch 1-1000000, fold-files 1-1000, the rest above 0");
        }
    }
}
