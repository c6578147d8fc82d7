package org.kanmai.distribution.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads a policy from its YAML and checks every rule of it; nothing unknown is let pass. */
public final class PolicyDocument {
    private static final int LONGEST = 64 * 1024;
    private static final int DEEPEST = 8;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setLabel("policy")
            .setAllowDuplicateKeys(true)
            .setCodePointLimit(LONGEST)
            .build();
    private static final Set<String> PARTS = Set.of(
            "version",
            "from",
            "score",
            "unit",
            "account",
            "newcomers",
            "cohort",
            "alpha",
            "pools",
            "full-quota-at",
            "hot",
            "page",
            "ranking");
    /** What earlier documents say nothing of. */
    private static final Set<String> MORE = Set.of("credit");

    private final List<PolicyReading.Problem> problems = new ArrayList<>();

    private PolicyDocument() {}

    /** Returns the policy, or one problem of each part that has any. */
    public static PolicyReading read(String yaml) {
        return new PolicyDocument().reading(yaml);
    }

    /** Returns the policy that the product comes with. */
    public static DistributionPolicy first() {
        return accepted(firstText());
    }

    /** Returns the policy of a document that is known to be right. */
    public static DistributionPolicy accepted(String yaml) {
        return switch (read(yaml)) {
            case PolicyReading.Accepted accepted -> accepted.policy();
            case PolicyReading.Refused refused ->
                throw new IllegalStateException(refused.problems().toString());
        };
    }

    /** Returns the document that the product comes with. */
    public static String firstText() {
        return firstText("distribution");
    }

    /** Returns the first document of a name, of those that the product comes with: {@code distribution} or {@code village}. */
    public static String firstText(String name) {
        try (var stream = PolicyDocument.class.getResourceAsStream("/policy/" + name + "-1.yaml")) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private PolicyReading reading(String yaml) {
        Optional<DistributionPolicy> policy = part(() -> policy(root(yaml))).flatMap(found -> found);
        if (policy.isPresent() && problems.isEmpty()) {
            return new PolicyReading.Accepted(policy.get());
        }
        problems.sort(Comparator.comparingInt(PolicyReading.Problem::line));
        return new PolicyReading.Refused(problems);
    }

    private static Node root(String yaml) {
        if (yaml.length() > LONGEST) {
            throw Section.bad(1, "the document is too long", "文档太长");
        }
        try {
            refuseWhatIsTooDeep(yaml);
            return new Compose(SETTINGS)
                    .composeString(yaml)
                    .orElseThrow(() -> Section.bad(1, "the document is empty", "文档是空的"));
        } catch (MarkedYamlEngineException broken) {
            int line = broken.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw Section.bad(line, "not YAML: " + broken.getProblem(), "不是合法的 YAML：" + broken.getProblem());
        } catch (YamlEngineException broken) {
            throw Section.bad(1, "not YAML: " + broken.getMessage(), "不是合法的 YAML：" + broken.getMessage());
        }
    }

    /** Looks at the document piece by piece first, since building it recurses. */
    private static void refuseWhatIsTooDeep(String yaml) {
        int depth = 0;
        for (var event : new Parse(SETTINGS).parseString(yaml)) {
            int line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
            if (event.getEventId() == Event.ID.Alias) {
                throw Section.bad(line, "references are not allowed", "不允许使用引用");
            }
            if (event instanceof CollectionStartEvent && ++depth > DEEPEST) {
                throw Section.bad(line, "nested too deep", "嵌套过深");
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
    }

    private Optional<DistributionPolicy> policy(Node root) {
        var document = Section.of(root, PARTS, MORE);
        var version = part(() -> document.integer("version", 1, 1_000_000));
        var from = part(() -> document.date("from"));
        var score = part(() -> PolicyParts.score(document));
        var unit = part(() -> PolicyParts.unit(document));
        var account = part(() -> PolicyParts.account(document));
        var newcomers = part(() -> PolicyParts.newcomers(document));
        var cohort = part(() -> PolicyParts.cohort(document));
        var alpha = part(() -> document.decimal("alpha", 0.000_001, 0.5));
        var pools = part(() -> pools(document));
        var full = part(() -> document.decimal("full-quota-at", 1.01, 64));
        var hot = part(() -> PolicyParts.hot(document));
        var credit = part(() -> PolicyParts.credit(document));
        var page = part(() -> PolicyParts.page(document));
        var ranking = part(() -> PolicyParts.ranking(document));
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DistributionPolicy(
                version.orElseThrow(),
                from.orElseThrow(),
                score.orElseThrow(),
                unit.orElseThrow(),
                account.orElseThrow(),
                newcomers.orElseThrow(),
                cohort.orElseThrow(),
                alpha.orElseThrow(),
                pools.orElseThrow(),
                full.orElseThrow(),
                hot.orElseThrow(),
                credit.orElseThrow(),
                page.orElseThrow(),
                ranking.orElseThrow()));
    }

    private List<PoolRule> pools(Section document) {
        var pools = new ArrayList<PoolRule>();
        for (var node : document.list("pools", 1, 8)) {
            part(() -> PolicyParts.pool(node, pools.size() + 1)).ifPresent(pools::add);
        }
        PolicyParts.checkPools(pools, document.line("pools"));
        return pools;
    }

    private <T> Optional<T> part(Supplier<T> read) {
        try {
            return Optional.of(read.get());
        } catch (Section.Bad bad) {
            problems.add(bad.problem());
            return Optional.empty();
        }
    }
}
