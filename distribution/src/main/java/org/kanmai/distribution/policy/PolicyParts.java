package org.kanmai.distribution.policy;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.Node;

/** The parts of a policy's document, each with the ranges of its numbers. */
final class PolicyParts {
    private static final int YEAR = 366;
    private static final int LARGEST = 1_000_000_000;

    private PolicyParts() {}

    static ScoreRule score(Section document) {
        var part = document.section("score", Set.of("weights", "conversion"));
        var keys = Outcome.SCORED.stream().map(Outcome::key).collect(Collectors.toUnmodifiableSet());
        var given = part.section("weights", keys);
        var weights = new EnumMap<Outcome, Double>(Outcome.class);
        Outcome.SCORED.forEach(outcome -> weights.put(outcome, given.decimal(outcome.key(), 0, 1)));
        refuseUnlessWhole(weights, given.line());
        if (weights.getOrDefault(Outcome.PLAY, 0.0) + weights.getOrDefault(Outcome.COMPLETION, 0.0) < ScoreRule.FIRST) {
            throw Section.bad(given.line(), "play and completion are at least half of the score", "播放与完播至少占得分的一半");
        }
        return new ScoreRule(weights, part.decimal("conversion", 0, 0.5));
    }

    static UnitRule unit(Section document) {
        var part = document.section("unit", Set.of("played-seconds", "held-seconds", "completed", "matures-minutes"));
        return new UnitRule(
                Duration.ofSeconds(part.integer("played-seconds", 1, 60)),
                Duration.ofSeconds(part.integer("held-seconds", 1, 60)),
                part.decimal("completed", 0.5, 1),
                Duration.ofMinutes(part.integer("matures-minutes", 1, 1_440)));
    }

    static AccountRule account(Section document) {
        var part = document.section("account", Set.of("weights", "violation-days", "lately-days"));
        var keys = Set.of(Merit.values()).stream().map(Merit::key).collect(Collectors.toUnmodifiableSet());
        var given = part.section("weights", keys);
        var weights = new EnumMap<Merit, Double>(Merit.class);
        for (var merit : Merit.values()) {
            weights.put(merit, given.decimal(merit.key(), 0, 1));
        }
        refuseUnlessWhole(weights, given.line());
        return new AccountRule(weights, part.integer("violation-days", 1, YEAR), part.integer("lately-days", 1, YEAR));
    }

    static NewcomerRule newcomers(Section document) {
        var part = document.section("newcomers", Set.of("days", "works", "quota"));
        return new NewcomerRule(
                part.integer("days", 1, YEAR), part.integer("works", 0, 1_000), part.integer("quota", 0, 1_000_000));
    }

    static CohortRule cohort(Section document) {
        var part = document.section("cohort", Set.of("length-seconds", "history-days", "least-works", "cell-units"));
        var lengths = part.ascending("length-seconds", 1, 3_600);
        return new CohortRule(
                lengths[0],
                lengths[1],
                part.integer("history-days", 1, YEAR),
                part.integer("least-works", 1, 100_000),
                part.integer("cell-units", 1, 1_000_000));
    }

    static PoolRule pool(Node node, int number) {
        var part = Section.of(node, Set.of("quota", "deadline-hours", "decided", "alpha-share", "bar", "start-bar"));
        var decided = part.word("decided", Set.of("at-end", "any-time"));
        return new PoolRule(
                number,
                part.quota("quota", 1, LARGEST),
                Duration.ofHours(part.integer("deadline-hours", 1, 8_784)),
                decided.equals("at-end") ? PoolRule.Decided.AT_END : PoolRule.Decided.ANY_TIME,
                part.decimal("alpha-share", 0.001, 1),
                part.decimal("bar", 0.01, 0.99),
                part.decimal("start-bar", 0.01, 0.99));
    }

    static void checkPools(List<PoolRule> pools, int line) {
        double shares = 0;
        for (int place = 0; place < pools.size(); place++) {
            shares += pools.get(place).alphaShare();
            if (place > 0
                    && pools.get(place).quota().least()
                            <= pools.get(place - 1).quota().most()) {
                throw Section.bad(line, "each pool is larger than the one before", "每个流量池都应当大于前一个");
            }
        }
        if (shares > 1 + Weighing.TOLERANCE) {
            throw Section.bad(line, "shares of alpha sum to at most one", "alpha-share 之和不得超过 1");
        }
    }

    static HotRule hot(Section document) {
        var part = document.section("hot", Set.of("quota", "reviewers"));
        return new HotRule(part.integer("quota", 1, LARGEST), part.integer("reviewers", 1, 10));
    }

    static CreditRule credit(Section document) {
        if (!document.has("credit")) {
            return CreditRule.NONE;
        }
        var part = document.section("credit", Set.of("honest", "blacklisted"));
        return new CreditRule(part.decimal("honest", 1, 2), part.decimal("blacklisted", 0.01, 1));
    }

    static PageRule page(Section document) {
        var part = document.section("page", Set.of("reserved", "positions"), Set.of("live"));
        int positions = part.integer("positions", 1, 100);
        int live = part.has("live") ? part.integer("live", 0, PageRule.MOST_LIVE) : PageRule.LIVE;
        return new PageRule(part.integer("reserved", 1, positions), positions, live);
    }

    static RankingRule ranking(Section document) {
        var part = document.section(
                "ranking", Set.of("interest", "completion", "liking", "freshness", "following"), Set.of("predicted"));
        return new RankingRule(
                part.decimal("interest", 0, 1),
                part.decimal("completion", 0, 1),
                part.decimal("liking", 0, 1),
                part.decimal("freshness", 0, 1),
                part.decimal("following", 0, 1),
                part.has("predicted") ? predicted(part) : Map.of());
    }

    private static Map<String, Double> predicted(Section ranking) {
        var part = ranking.section("predicted", Set.of(), RankingRule.PREDICTIONS);
        var weights = new HashMap<String, Double>();
        for (var prediction : RankingRule.PREDICTIONS) {
            if (part.has(prediction)) {
                weights.put(prediction, part.decimal(prediction, 0, 1));
            }
        }
        if (weights.values().stream().noneMatch(weight -> weight > 0)) {
            throw Section.bad(part.line(), "at least one prediction counts", "至少有一项预测应当计分");
        }
        return weights;
    }

    private static void refuseUnlessWhole(Map<?, Double> weights, int line) {
        if (!Weighing.isWhole(weights.values())) {
            throw Section.bad(line, "weights sum to one", "权重之和应当为 1");
        }
    }
}
