package org.kanmai.launcher.ranking;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Locale;
import org.kanmai.facts.tongue.Tongue;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** {@code kanmai rank models [ADDRESS]}: prints which models there were, what they came from, and which ranks. */
public final class RankModels {
    private static final String HERE = "http://127.0.0.1:8080";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MISUSE = 2;

    private RankModels() {}

    /** Takes the address of a running server; without one it asks this machine's. Exits with 1 when there is no answer, with 2 when misused. */
    public static void main(String[] args) throws InterruptedException {
        var tongue = Tongue.of(Locale.getDefault());
        System.exit(run(args, tongue));
    }

    private static int run(String[] args, Tongue tongue) throws InterruptedException {
        var address = args.length == 0 ? HERE : args[0];
        if (args.length > 1 || !address.matches("https?://.{1,200}")) {
            System.err.println(tongue.say(
                    "Usage: ./kanmai rank models [ADDRESS], such as " + HERE,
                    "用法：./kanmai rank models [地址]，例如 " + HERE));
            return MISUSE;
        }
        try {
            new ModelTable(tongue, ZoneId.systemDefault())
                    .lines(JsonMapper.shared().readTree(asked(address)))
                    .forEach(System.out::println);
            return 0;
        } catch (IOException | IllegalArgumentException | JacksonException failure) {
            System.err.println(tongue.say("No answer from ", "没有得到回应：") + address + ": " + failure.getMessage());
            return 1;
        }
    }

    private static String asked(String address) throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            var request = HttpRequest.newBuilder(URI.create(address).resolve("/api/ranking/models?count=30"))
                    .timeout(PATIENCE)
                    .build();
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IOException("status " + answer.statusCode());
            }
            return answer.body();
        }
    }
}
