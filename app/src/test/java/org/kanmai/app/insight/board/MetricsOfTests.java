package org.kanmai.app.insight.board;

import java.io.IOException;

/** The dictionary, for tests of other packages. */
public final class MetricsOfTests {
    private MetricsOfTests() {}

    public static Metrics all() throws IOException {
        return MetricsConfiguration.metrics();
    }
}
