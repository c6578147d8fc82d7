package org.kanmai.facts;

import java.util.List;

/** Reads the facts of how works are distributed from a parsed object. */
final class PoolReader {
    private static final Repeated<PoolRules> RULES = new Repeated<>();
    private static final Repeated<PoolTarget> TARGETS = new Repeated<>();
    private static final Repeated<List<NamedNumber>> NUMBERS = new Repeated<>();

    private final JsonObject json;

    PoolReader(JsonObject json) {
        this.json = json;
    }

    Fact read(FactKind kind) {
        return switch (kind) {
            case POOL_OPENED -> opened();
            case POOL_DUE ->
                new PoolDue(
                        json.id("id"),
                        json.instant("at"),
                        origin(),
                        work(json),
                        json.id("opening"),
                        json.code("reason", PoolDue.Reason.class),
                        json.integer("delivered"));
            case POOL_JUDGED -> judged();
            case ROUND_HELD ->
                new RoundHeld(
                        json.id("id"),
                        json.instant("at"),
                        origin(),
                        json.integer("pool"),
                        json.integer("policy"),
                        json.integer("places"),
                        json.objects("contenders").stream()
                                .map(PoolReader::contender)
                                .toList());
            case HOT_REVIEWED ->
                new HotReviewed(
                        json.id("id"),
                        json.instant("at"),
                        origin(),
                        work(json),
                        new ReviewId(json.id("review")),
                        json.truth("letGo"));
            case POLICY_RELEASED ->
                new PolicyReleased(
                        json.id("id"),
                        json.instant("at"),
                        origin(),
                        json.integer("version"),
                        json.instant("from"),
                        json.binary("digest"));
            default -> throw new IllegalArgumentException("not of distribution: " + kind);
        };
    }

    private PoolOpened opened() {
        return new PoolOpened(
                json.id("id"),
                json.instant("at"),
                origin(),
                work(json),
                new PersonId(json.id("creator")),
                json.integer("pool"),
                json.integer("quota"),
                json.instant("deadline"),
                json.integer("policy"),
                rules(json.object("rules")),
                target(json.object("target")),
                numbers(json, "merits"),
                favour());
    }

    /** Facts of before have none. */
    private PoolFavour favour() {
        if (!json.has("favour")) {
            return PoolFavour.NONE;
        }
        var favour = json.object("favour");
        return new PoolFavour(favour.number("factor"), favour.text("reason"));
    }

    private static PoolRules rules(JsonObject json) {
        return RULES.one(new PoolRules(
                json.truth("atEnd"),
                json.number("alpha"),
                json.truth("sells"),
                json.integer("playedMillis"),
                json.integer("heldMillis"),
                json.number("completed"),
                json.integer("maturesMillis"),
                numbers(json, "weights")));
    }

    private static PoolTarget target(JsonObject json) {
        return TARGETS.one(new PoolTarget(
                json.text("cohort"),
                json.number("score"),
                json.integer("works"),
                json.text("madeFrom"),
                numbers(json, "rates"),
                json.objects("factors").stream()
                        .map(each -> new PoolTarget.CellFactor(each.integer("cell"), each.number("factor")))
                        .toList()));
    }

    private PoolJudged judged() {
        return new PoolJudged(
                json.id("id"),
                json.instant("at"),
                origin(),
                work(json),
                json.id("opening"),
                json.integer("pool"),
                json.code("verdict", Verdict.class),
                json.integer("units"),
                json.number("above"),
                json.number("below"),
                json.number("low"),
                json.objects("kinds").stream()
                        .map(each -> new PoolJudged.UnitKind(
                                each.integer("outcomes"), each.integer("cell"), each.integer("count")))
                        .toList());
    }

    private static RoundHeld.Contender contender(JsonObject json) {
        return new RoundHeld.Contender(
                work(json), json.id("opening"), json.number("low"), json.code("verdict", Verdict.class));
    }

    private static List<NamedNumber> numbers(JsonObject json, String name) {
        return NUMBERS.one(json.objects(name).stream()
                .map(each -> new NamedNumber(each.text("name"), each.number("value")))
                .toList());
    }

    private static WorkId work(JsonObject json) {
        return new WorkId(json.id("work"));
    }

    private Origin origin() {
        return json.code("origin", Origin.class);
    }
}
