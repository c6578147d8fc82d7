package org.kanmai.engines;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Redis's real server as a child process on {@code <data>/redis}. */
final class RedisServer implements AutoCloseable {
    private static final Duration START_LIMIT = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final ChildProcess child;
    private final String url;

    private RedisServer(ChildProcess child, String url) {
        this.child = child;
        this.url = url;
    }

    /** Starts it and returns when it has loaded what it had and takes commands. */
    static RedisServer start(DataFolder data, Path executable, int port, Progress progress) {
        var password = Secrets.at(data.folder("secrets").resolve("redis"));
        var folder = data.folder("redis");
        var runAs = RunAs.choose(folder, executable);
        var engine = new ChildProcess.Engine(
                "Redis",
                runAs.command("TERM", List.of(executable.toString(), "-")),
                settings(folder, port, password),
                data.folder("logs").resolve("redis.log"),
                orphans(folder),
                "TERM");
        var child = ChildProcess.start(engine, progress);
        var server = new RedisServer(child, "redis://:" + password + "@127.0.0.1:" + port);
        server.await();
        child.serves();
        return server;
    }

    String url() {
        return url;
    }

    static Orphans orphans(Path folder) {
        return new Orphans("redis-server", folder, folder.resolve("redis.pid"));
    }

    @Override
    public void close() {
        child.stop();
    }

    private void await() {
        var started = System.nanoTime();
        while (!RedisPing.answers(url)) {
            if (child.ended(PAUSE)) {
                throw new StartRefused("Redis does not start:\n" + child.lastWords());
            }
            if (System.nanoTime() - started > START_LIMIT.toNanos()) {
                child.stop();
                throw new StartRefused("Redis takes no commands within " + START_LIMIT + ".");
            }
        }
    }

    /** Append-only, synced each second: what is lost with the machine's power is made again from the log of facts. */
    private static String settings(Path folder, int port, String password) {
        return """
            bind 127.0.0.1
            port %d
            requirepass %s
            dir "%s"
            pidfile "%s"
            daemonize no
            appendonly yes
            appendfsync everysec
            aof-use-rdb-preamble yes
            save ""
            maxmemory 512mb
            maxmemory-policy volatile-lru
            loglevel warning
            """.formatted(port, password, folder, folder.resolve("redis.pid"));
    }
}
