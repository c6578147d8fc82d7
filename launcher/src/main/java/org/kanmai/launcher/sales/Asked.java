package org.kanmai.launcher.sales;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kanmai.facts.tongue.Tongue;

/** What was asked on the command line; the password comes from KANMAI_PASSWORD or is asked for. */
record Asked(Path file, URI server, String user, String password, String currency, String zone) {
    private static final String HERE = "http://127.0.0.1:8080";

    /** Reads the words; throws {@link IllegalArgumentException} with a sentence for its user. */
    static Asked parse(List<String> words, Map<String, String> environment, Tongue tongue) {
        var left = new ArrayDeque<>(words);
        var options = new HashMap<String, String>();
        var files = new ArrayDeque<String>();
        while (!left.isEmpty()) {
            var word = left.removeFirst();
            if (!word.startsWith("--")) {
                files.add(word);
            } else if (!List.of("--server", "--user", "--currency", "--zone").contains(word) || left.isEmpty()) {
                throw new IllegalArgumentException(usage(tongue));
            } else {
                options.put(word, left.removeFirst());
            }
        }
        var server = options.getOrDefault("--server", HERE);
        if (files.size() != 1 || !options.containsKey("--user") || !server.matches("https?://.{1,200}")) {
            throw new IllegalArgumentException(usage(tongue));
        }
        var file = Path.of(files.getFirst());
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException(tongue.say("There is no file ", "找不到文件：") + file);
        }
        return new Asked(
                file,
                URI.create(server),
                options.getOrDefault("--user", ""),
                Optional.ofNullable(environment.get("KANMAI_PASSWORD")).orElseGet(() -> typed(tongue)),
                options.getOrDefault("--currency", "CNY"),
                options.getOrDefault("--zone", ZoneId.systemDefault().getId()));
    }

    private static String typed(Tongue tongue) {
        var console = Objects.requireNonNull(System.console());
        if (!console.isTerminal()) {
            throw new IllegalArgumentException(
                    tongue.say("Put the password into KANMAI_PASSWORD.", "请把密码放在环境变量 KANMAI_PASSWORD 中。"));
        }
        return new String(console.readPassword("%s", tongue.say("Password: ", "密码：")));
    }

    private static String usage(Tongue tongue) {
        return tongue.say(
                "Usage: ./kanmai sales FILE.csv[.gz] --user MERCHANT [--server " + HERE
                        + "] [--currency CNY] [--zone Asia/Shanghai]",
                "用法：./kanmai sales 文件.csv[.gz] --user 商家账号 [--server " + HERE
                        + "] [--currency CNY] [--zone Asia/Shanghai]");
    }
}
