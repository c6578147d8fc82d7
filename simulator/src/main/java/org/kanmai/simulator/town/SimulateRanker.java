package org.kanmai.simulator.town;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.facts.tongue.Tongue;
import org.kanmai.simulator.town.feeds.Feeds;
import org.kanmai.simulator.town.feeds.Feeds.Baseline;
import org.kanmai.simulator.town.ranker.Aim;
import org.kanmai.simulator.town.ranker.RankerFeeds;
import tools.jackson.databind.json.JsonMapper;

/** Tier B of {@code ./kanmai simulate}: the site's ranker in the town, beside plain feeds and who knows the truth. */
final class SimulateRanker {
    static final String PLAIN = Baseline.POPULARITY.key() + " + first pool";

    private final SimulateArguments arguments;
    private final Tongue tongue;
    private final PrintStream out;
    private final RankerTrials trials;

    SimulateRanker(SimulateArguments arguments, Tongue tongue, PrintStream out) {
        this.arguments = arguments;
        this.tongue = tongue;
        this.out = out;
        var seeds = LongStream.range(arguments.seed(), arguments.seed() + arguments.seeds())
                .boxed()
                .toList();
        trials = new RankerTrials(arguments.size(), arguments.days(), seeds);
    }

    private Progress progress() {
        return new Progress(tongue, System.err, System::nanoTime);
    }

    /** Holds policies against each other; each ranks by the weights that it gives predictions, beside who knows the truth. */
    void compare(Map<String, DistributionPolicy> policies) throws IOException {
        var first = policies.values().iterator().next();
        var contenders = new ArrayList<RankerTrials.Contender>();
        for (var baseline : List.of(Baseline.POPULARITY, Baseline.SCORE, Baseline.ALL_KNOWING)) {
            contenders.add(new RankerTrials.Contender(
                    baseline.key() + " + first pool",
                    first,
                    new Aim(first.ranking()),
                    (town, seed) -> Feeds.owing(baseline, first, town, seed)));
        }
        policies.forEach((name, policy) -> {
            contenders.add(ranker(name, aim(policy), policy, first));
            contenders.add(oracle(name, new Aim(policy.ranking()), policy, first));
        });
        report(policies, trials.run(contenders, this::progress));
    }

    private Aim aim(DistributionPolicy policy) {
        return new Aim(policy.ranking(), arguments.selling(), arguments.breadth());
    }

    private static String oracle(String policy) {
        return "oracle of " + policy;
    }

    private static RankerTrials.Contender oracle(
            String name, Aim aim, DistributionPolicy policy, DistributionPolicy judged) {
        return new RankerTrials.Contender(
                oracle(name), policy, new Aim(judged.ranking()), (town, seed) -> RankerFeeds.oracle(aim, policy, town));
    }

    private RankerTrials.Contender ranker(String name, Aim aim, DistributionPolicy policy, DistributionPolicy judged) {
        return new RankerTrials.Contender(
                name,
                policy,
                new Aim(judged.ranking()),
                (town, seed) -> RankerFeeds.ranker(aim, policy, trials.newcomers(), town, seed));
    }

    private void report(Map<String, DistributionPolicy> policies, Map<String, List<Yield>> results) throws IOException {
        var table = new RankerTable(tongue);
        out.print(table.of(results));
        var plain = results.getOrDefault(PLAIN, List.of());
        for (var name : policies.keySet()) {
            var oracle = results.getOrDefault(oracle(name), List.of());
            out.print(table.closed(name, results.getOrDefault(name, List.of()), plain, oracle));
        }
        var first = policies.keySet().iterator().next();
        out.print(table.newcomers(results, results.getOrDefault(oracle(first), List.of())));
        out.println();
        results.forEach((name, yields) -> yields.forEach(
                each -> out.println(name + ": SHA-256 " + each.figures().digest())));
        write(
                "newcomers.svg",
                Chart.lines(
                        tongue.say("Worth of an exposure to newcomers", "新用户每次曝光的价值"),
                        tongue.say("their exposures", "曝光次数"),
                        curves(results)));
    }

    private static Map<String, List<Double>> curves(Map<String, List<Yield>> results) {
        var curves = new LinkedHashMap<String, List<Double>>();
        results.forEach((name, yields) -> curves.put(
                name,
                IntStream.range(0, YieldDiary.FIRST)
                        .mapToObj(place -> yields.stream()
                                .filter(each -> each.newcomers().size() > place)
                                .mapToDouble(each -> each.newcomers().get(place))
                                .average()
                                .orElse(0))
                        .toList()));
        return curves;
    }

    /** Tries weights beside those of a policy and prints what they lead to. */
    void front(DistributionPolicy policy) throws IOException {
        var aims = Front.aims(aim(policy));
        var contenders = new ArrayList<RankerTrials.Contender>();
        aims.forEach((name, aim) -> contenders.add(ranker(name, aim, policy, policy)));
        var points = new ArrayList<Front.Point>();
        trials.run(contenders, this::progress)
                .forEach((name, yields) ->
                        points.add(new Front.Point(name, aims.getOrDefault(name, aim(policy)), yields)));
        var front = new Front(points, tongue);
        out.print(front.table());
        write("front.svg", front.picture());
        write("front.json", JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(front.file()));
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(arguments.out());
        var file = arguments.out().resolve(name);
        Files.writeString(file, text);
        out.println(tongue.say("file: ", "文件：") + file);
    }
}
