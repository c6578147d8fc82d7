package org.kanmai.simulator.town;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kanmai.simulator.town.world.TownSize;

/**
 * What is asked of a simulation.
 *
 * @param policies files; the product's own policy when there are none
 * @param out folder for charts
 * @param real folder of KuaiRand-Pure to hold the town against; nothing is simulated then
 */
record SimulateArguments(
        List<Path> policies, long seed, int days, TownSize size, Baselines baselines, Path out, Optional<Path> real) {

    /** Whether baselines run too. */
    enum Baselines {
        NONE,
        ALL
    }

    private static final Set<String> KNOWN = Set.of(
            "--policy",
            "--seed",
            "--days",
            "--tier",
            "--creators",
            "--viewers",
            "--works",
            "--exposures",
            "--out",
            "--real");

    SimulateArguments {
        policies = List.copyOf(policies);
        if (days < 1 || days > 366) {
            throw new IllegalArgumentException("--days: 1-366: " + days);
        }
    }

    /** Reads the words; anything unknown, incomplete or out of range throws with what is wrong. */
    static SimulateArguments read(String[] words) {
        var given = new HashMap<String, String>();
        var baselines = Baselines.NONE;
        for (int place = 0; place < words.length; place++) {
            if (words[place].equals("--baselines")) {
                baselines = Baselines.ALL;
                continue;
            }
            if (!KNOWN.contains(words[place]) || place + 1 == words.length) {
                throw new IllegalArgumentException(words[place] + " ?");
            }
            given.put(words[place], words[++place]);
        }
        if (!given.getOrDefault("--tier", "A").equals("A")) {
            throw new IllegalArgumentException("--tier: A");
        }
        var usual = TownSize.USUAL;
        var size = new TownSize(
                number(given, "--creators", usual.creators()),
                number(given, "--viewers", usual.viewers()),
                number(given, "--works", usual.works()),
                number(given, "--exposures", usual.exposures()));
        return new SimulateArguments(
                paths(given.getOrDefault("--policy", "")),
                number(given, "--seed", 1),
                number(given, "--days", 30),
                size,
                baselines,
                Path.of(given.getOrDefault("--out", "town")),
                Optional.ofNullable(given.get("--real")).map(Path::of));
    }

    private static List<Path> paths(String names) {
        return Arrays.stream(names.split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(Path::of)
                .toList();
    }

    private static int number(HashMap<String, String> given, String name, int usual) {
        var text = given.get(name);
        try {
            return text == null ? usual : Integer.parseInt(text);
        } catch (NumberFormatException unreadable) {
            throw new IllegalArgumentException(name + ": 0-9: " + text, unreadable);
        }
    }
}
