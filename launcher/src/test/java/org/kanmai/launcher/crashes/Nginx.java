package org.kanmai.launcher.crashes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** This machine's nginx with Debian's module for RTMP, on loopback, by the configuration that the documents give. */
final class Nginx {
    private static final Path DOCUMENTED = Path.of("..", "docs", "operations", "nginx-rtmp.conf");
    private static final Path PROGRAM = Path.of("/usr/sbin/nginx");
    private static final Path MODULE = Path.of("/usr/lib/nginx/modules/ngx_rtmp_module.so");

    private final Process process;

    private Nginx(Process process) {
        this.process = process;
    }

    /** Starts it in a folder; fails with the packages to install when it is not there. */
    static Nginx start(Path folder, int port, int kanmai, String secret) throws IOException {
        if (!Files.isExecutable(PROGRAM) || !Files.exists(MODULE)) {
            throw new AssertionError("This test needs nginx with its module for RTMP: "
                    + "apt-get install --no-install-recommends nginx-light libnginx-mod-rtmp");
        }
        var documented = Files.readString(DOCUMENTED)
                .replace("listen 1936;", "listen 127.0.0.1:" + port + ";")
                .replace("127.0.0.1:8080", "127.0.0.1:" + kanmai)
                .replace("at-least-16-characters", secret)
                .replace("/run/", folder + "/")
                .replace("/var/log/nginx/", folder + "/");
        var file = Files.writeString(folder.resolve("nginx-rtmp.conf"), documented);
        var command = List.of(PROGRAM.toString(), "-p", folder.toString(), "-c", file.toString(), "-g", "daemon off;");
        return new Nginx(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.log").toFile())
                .start());
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
