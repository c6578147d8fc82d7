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
 * @param selling what is added to the score of works that sell, in tier B
 * @param breadth what is taken from a work that all viewers were shown, of others in proportion, in tier B
 * @param seeds how many towns of tier B, from the seed on
 * @param out folder for charts
 * @param real folder of KuaiRand-Pure to hold the town against; nothing is simulated then
 */
record SimulateArguments(
        List<Path> policies,
        Tier tier,
        long seed,
        int seeds,
        double selling,
        double breadth,
        int days,
        TownSize size,
        Baselines baselines,
        Path out,
        Optional<Path> real) {

    /** What ranks in the town. */
    enum Tier {
        /** The ladder and plain rankings. */
        A,
        /** The site's ranker. */
        B,
        /** The site's ranker with weights beside the policy's. */
        FRONT
    }

    /** Whether baselines run too. */
    enum Baselines {
        NONE,
        ALL
    }

    private static final Set<String> KNOWN = Set.of(
            "--policy",
            "--seed",
            "--seeds",
            "--selling",
            "--breadth",
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
        if (seeds < 1 || seeds > 100) {
            throw new IllegalArgumentException("--seeds: 1-100: " + seeds);
        }
    }

    /** Reads the words; anything unknown, incomplete or out of range throws with what is wrong. */
    static SimulateArguments read(String[] words) {
        var given = new HashMap<String, String>();
        var baselines = Baselines.NONE;
        boolean front = false;
        for (int place = 0; place < words.length; place++) {
            if (words[place].equals("--baselines")) {
                baselines = Baselines.ALL;
                continue;
            }
            if (words[place].equals("--front")) {
                front = true;
                continue;
            }
            if (!KNOWN.contains(words[place]) || place + 1 == words.length) {
                throw new IllegalArgumentException(words[place] + " ?");
            }
            given.put(words[place], words[++place]);
        }
        var tier = given.getOrDefault("--tier", "A");
        if (!tier.equals("A") && !tier.equals("B")) {
            throw new IllegalArgumentException("--tier: A, B");
        }
        var usual = TownSize.USUAL;
        var size = new TownSize(
                number(given, "--creators", usual.creators()),
                number(given, "--viewers", usual.viewers()),
                number(given, "--works", usual.works()),
                number(given, "--exposures", usual.exposures()));
        return new SimulateArguments(
                paths(given.getOrDefault("--policy", "")),
                front ? Tier.FRONT : Tier.valueOf(tier),
                number(given, "--seed", 1),
                number(given, "--seeds", 1),
                share(given, "--selling"),
                share(given, "--breadth"),
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

    private static double share(HashMap<String, String> given, String name) {
        var text = given.getOrDefault(name, "0");
        try {
            double share = Double.parseDouble(text);
            if (share >= 0 && share <= 1) {
                return share;
            }
            throw new IllegalArgumentException(name + ": 0-1: " + text);
        } catch (NumberFormatException unreadable) {
            throw new IllegalArgumentException(name + ": 0-1: " + text, unreadable);
        }
    }
}
