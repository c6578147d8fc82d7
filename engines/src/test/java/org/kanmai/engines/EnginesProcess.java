package org.kanmai.engines;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** A process of its own that starts the engines, writes a word, says so, and stays until it is killed. */
final class EnginesProcess {
    private EnginesProcess() {}

    public static void main(String[] arguments) throws Exception {
        try {
            var engines = Engines.start(EnginesSettings.embedded(Path.of(arguments[0])));
            new Trace(engines.addresses()).write(arguments[1]);
            System.out.println("written");
            new CountDownLatch(1).await();
        } catch (StartRefused e) {
            System.out.println(e.getMessage());
            System.exit(1);
        }
    }

    static Process start(Path data, String word) throws Exception {
        return new ProcessBuilder(
                        System.getProperty("java.home") + "/bin/java",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EnginesProcess.class.getName(),
                        data.toString(),
                        word)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
