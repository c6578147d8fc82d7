package org.kanmai.simulator.demo;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kanmai.simulator.ffmpeg.Ffmpeg;

/** The words of the command line: --address, --seed, --works, --invitation, --scratch, --pictures, --ffmpeg, --libraries and --tiny. */
final class Arguments {

    private static final Set<String> KNOWN = Set.of(
            "--address", "--seed", "--works", "--invitation", "--scratch", "--pictures", "--ffmpeg", "--libraries");

    private Arguments() {}

    /** Reads the words; anything unknown or incomplete throws with what is wrong. */
    static DemoSettings read(String[] words) {
        var given = new HashMap<String, String>();
        var tiny = false;
        for (var i = 0; i < words.length; i++) {
            if (words[i].equals("--tiny")) {
                tiny = true;
                continue;
            }
            if (!KNOWN.contains(words[i]) || i + 1 == words.length) {
                throw new IllegalArgumentException("not understood: " + words[i]);
            }
            given.put(words[i], words[++i]);
        }
        var settings = new DemoSettings(
                URI.create(given.getOrDefault("--address", "http://127.0.0.1:8080")),
                Long.parseLong(given.getOrDefault("--seed", "1")),
                DemoSettings.ALL_CREATORS,
                Integer.parseInt(given.getOrDefault("--works", "" + DemoSettings.USUAL_WORKS)),
                DemoSettings.ALL_RESIDENTS,
                DemoSettings.ALL_DAYS,
                Optional.ofNullable(given.get("--invitation")),
                Path.of(given.getOrDefault("--scratch", "data/demo")),
                Path.of(needed(given, "--pictures")),
                new Ffmpeg(List.of(needed(given, "--ffmpeg")), libraries(given)));
        return tiny ? settings.tiny() : settings;
    }

    private static Map<String, String> libraries(Map<String, String> given) {
        var path = given.get("--libraries");
        return path == null ? Map.of() : Map.of("LD_LIBRARY_PATH", path);
    }

    private static String needed(Map<String, String> given, String name) {
        var value = given.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }
}
