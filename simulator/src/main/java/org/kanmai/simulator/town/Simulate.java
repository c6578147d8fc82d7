package org.kanmai.simulator.town;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.kanmai.distribution.policy.DistributionPolicy;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.distribution.policy.PolicyReading;
import org.kanmai.facts.tongue.Tongue;
import org.kanmai.simulator.crowd.Crowd;
import org.kanmai.simulator.town.feeds.Feeds;

/** {@code ./kanmai simulate}: tries policies in the town, with or without what others do beside them, or sends people to a server. */
public final class Simulate {
    private static final int LONGEST_POLICY = 256 * 1024;

    private final SimulateArguments arguments;
    private final Tongue tongue;
    private final PrintStream out;
    private final Trials.Progress progress;
    private final Trials trials;
    private final List<Figures> results = new ArrayList<>();

    private Simulate(SimulateArguments arguments, Tongue tongue, PrintStream out) {
        this.arguments = arguments;
        this.tongue = tongue;
        this.out = out;
        progress = new Progress(tongue, System.err, System::nanoTime);
        trials = new Trials(arguments.size(), arguments.days(), arguments.seed());
    }

    /** Runs it; the exit status is 2 when something asked for can't be, 1 when there is no server to watch. */
    public static void main(String[] words) throws IOException {
        var tongue = Tongue.of(Locale.getDefault());
        try {
            if (List.of(words).contains("--server")) {
                watchServer(words, tongue);
                return;
            }
            var arguments = SimulateArguments.read(words);
            if (arguments.real().isPresent()) {
                System.out.print(new Fit(arguments.real().get(), tongue).table());
                return;
            }
            new Simulate(arguments, tongue, System.out).run();
        } catch (IllegalArgumentException refused) {
            System.err.println(tongue.say("This can't be simulated: ", "无法模拟：") + refused.getMessage());
            System.exit(2);
        }
    }

    private static void watchServer(String[] words, Tongue tongue) {
        if (Crowd.watch(words, tongue, System.out, System.err) == Crowd.Ending.FAILED) {
            System.exit(1);
        }
    }

    private void run() throws IOException {
        var policies = policies();
        switch (arguments.tier()) {
            case A -> runLadders(policies);
            case B -> new SimulateRanker(arguments, tongue, out).compare(policies);
            case FRONT ->
                new SimulateRanker(arguments, tongue, out)
                        .front(policies.values().iterator().next());
        }
    }

    private void runLadders(Map<String, DistributionPolicy> policies) throws IOException {
        for (var policy : policies.entrySet()) {
            add(trials.run(
                    policy.getKey(),
                    policy.getValue(),
                    (town, seed) -> Feeds.ladder(policy.getValue(), town, seed),
                    progress));
        }
        if (arguments.baselines() == SimulateArguments.Baselines.ALL) {
            runBaselines(policies.values().iterator().next());
        }
        out.print(new Table(tongue).of(results));
        draw(
                "watched",
                tongue.say("Minutes watched a day and viewer", "人均每日观看分钟"),
                tongue.say("days", "天"),
                Figures::dailyMinutes);
        draw(
                "lorenz",
                tongue.say("Share of exposures of the least shown works", "曝光最少的作品所占份额"),
                tongue.say("works, the least shown first", "作品，从曝光最少的起"),
                Figures::lorenz);
        draw(
                "quality",
                tongue.say("Share of exposures by true quality", "按真实质量的曝光份额"),
                tongue.say("works, the worst first", "作品，从最差的起"),
                Figures::byQuality);
    }

    private void runBaselines(DistributionPolicy policy) {
        for (var baseline : Feeds.Baseline.values()) {
            add(trials.run(
                    baseline.key(), policy, (town, seed) -> Feeds.alone(baseline, policy, town, seed), progress));
            add(trials.run(
                    baseline.key() + " + first pool",
                    policy,
                    (town, seed) -> Feeds.owing(baseline, policy, town, seed),
                    progress));
        }
    }

    private void add(Figures figures) {
        results.add(figures);
        out.print(new Table(tongue).of(figures));
    }

    private Map<String, DistributionPolicy> policies() throws IOException {
        var policies = new LinkedHashMap<String, DistributionPolicy>();
        for (var path : arguments.policies()) {
            policies.put(path.toString(), read(path));
        }
        if (policies.isEmpty()) {
            policies.put("ladder", PolicyDocument.first());
        }
        return policies;
    }

    private DistributionPolicy read(Path path) throws IOException {
        if (!Files.isRegularFile(path) || Files.size(path) > LONGEST_POLICY) {
            throw new IllegalArgumentException(path + tongue.say(" is no policy", " 不是策略文件"));
        }
        return switch (PolicyDocument.read(Files.readString(path))) {
            case PolicyReading.Accepted accepted -> accepted.policy();
            case PolicyReading.Refused refused ->
                throw new IllegalArgumentException(path + ": "
                        + String.join(
                                "; ",
                                refused.problems().stream()
                                        .map(problem -> problem.line() + ": " + tongue.say(problem.en(), problem.zh()))
                                        .toList()));
        };
    }

    private void draw(String name, String title, String across, Function<Figures, List<Double>> values)
            throws IOException {
        var lines = new LinkedHashMap<String, List<Double>>();
        results.forEach(each -> lines.put(each.name(), values.apply(each)));
        Files.createDirectories(arguments.out());
        var file = arguments.out().resolve(name + ".svg");
        Files.writeString(file, Chart.lines(title, across, lines));
        out.println(tongue.say("chart: ", "图：") + file);
    }
}
