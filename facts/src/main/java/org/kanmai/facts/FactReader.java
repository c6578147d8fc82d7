package org.kanmai.facts;

import java.util.Optional;

/** Reads each kind of fact from a parsed object. */
final class FactReader {
    private final JsonObject json;

    private FactReader(JsonObject json) {
        this.json = json;
    }

    static Optional<Fact> read(JsonObject json) {
        return FactKind.called(json.text("kind")).map(kind -> new FactReader(json).read(kind));
    }

    private Fact read(FactKind kind) {
        return switch (kind) {
            case SERVED -> served();
            case EXPOSED -> new Exposed(terms(), json.instant("at"), origin());
            case WATCHED -> watched();
            case OPENED ->
                new Opened(
                        json.id("id"),
                        json.instant("at"),
                        origin(),
                        pseudonym(),
                        exposure(),
                        subject(),
                        source(),
                        json.code("target", Target.class));
            case SHARED ->
                new Shared(
                        json.id("id"),
                        json.instant("at"),
                        origin(),
                        pseudonym(),
                        exposure(),
                        subject(),
                        source(),
                        json.code("channel", Channel.class));
            case ENGAGED -> engaged();
            case CONSENT_CHANGED ->
                new ConsentChanged(
                        json.id("id"),
                        json.instant("at"),
                        origin(),
                        pseudonym(),
                        json.code("purpose", Purpose.class),
                        json.truth("given"));
            case PSEUDONYM_RETIRED -> new PseudonymRetired(json.id("id"), json.instant("at"), origin(), pseudonym());
            case WORK_PUBLISHED ->
                new WorkPublished(
                        json.id("id"),
                        json.instant("at"),
                        origin(),
                        new WorkId(json.id("work")),
                        new PersonId(json.id("creator")),
                        json.integer("durationMillis"),
                        json.texts("tags"));
            case WORK_WITHDRAWN ->
                new WorkWithdrawn(
                        json.id("id"),
                        json.instant("at"),
                        origin(),
                        new WorkId(json.id("work")),
                        new PersonId(json.id("creator")));
            case CONVERTED -> converted();
            case ORDER_PLACED ->
                new OrderPlaced(
                        json.id("id"),
                        json.instant("at"),
                        origin(),
                        order(),
                        shop(),
                        money("total"),
                        json.objects("lines").stream().map(FactReader::line).toList());
            case POOL_OPENED, POOL_DUE, POOL_JUDGED, ROUND_HELD, HOT_REVIEWED, POLICY_RELEASED ->
                new PoolReader(json).read(kind);
            case ATTENDED, ROOM_OPENED, ROOM_ENDED, ROOM_EXPLAINED, ROOM_SOLD -> new RoomReader(json).read(kind);
            case ORDER_MOVED ->
                new OrderMoved(
                        json.id("id"),
                        json.instant("at"),
                        origin(),
                        order(),
                        shop(),
                        json.code("step", OrderStep.class),
                        money("total"));
        };
    }

    private Served served() {
        return new Served(
                new PageId(json.id("page")),
                json.instant("at"),
                origin(),
                pseudonym(),
                json.id("request"),
                json.code("surface", Surface.class),
                json.integer("policy"),
                json.integer("stratum"),
                json.binary("sealed"),
                json.binary("features"),
                json.objects("items").stream().map(FactReader::item).toList(),
                json.binary("candidates"));
    }

    private static ServedItem item(JsonObject json) {
        var reader = new FactReader(json);
        return new ServedItem(
                reader.exposure(),
                reader.subject(),
                json.integer("position"),
                reader.source(),
                json.code("slot", SlotKind.class),
                reader.propensity(),
                (float) json.number("score"),
                json.binary("features"));
    }

    private Terms terms() {
        return new Terms(
                exposure(),
                new PageId(json.id("page")),
                json.id("request"),
                pseudonym(),
                subject(),
                json.code("surface", Surface.class),
                json.integer("position"),
                source(),
                json.code("slot", SlotKind.class),
                propensity(),
                json.integer("policy"),
                json.integer("stratum"));
    }

    private Watched watched() {
        return new Watched(
                exposure(),
                json.integer("sequence"),
                json.instant("at"),
                origin(),
                pseudonym(),
                subject(),
                source(),
                json.integer("watchedMillis"),
                json.integer("playedMillis"),
                json.integer("positionMillis"),
                json.integer("durationMillis"),
                json.integer("loops"),
                json.truth("ended"));
    }

    private Engaged engaged() {
        return new Engaged(
                json.id("id"),
                json.instant("at"),
                origin(),
                pseudonym(),
                json.has("exposure") ? exposure() : null,
                subject(),
                source(),
                new PersonId(json.id("creator")),
                json.code("engagement", Engagement.class));
    }

    private Converted converted() {
        boolean traced = json.has("exposure");
        return new Converted(
                json.id("id"),
                json.instant("at"),
                origin(),
                pseudonym(),
                traced ? exposure() : null,
                traced ? subject() : null,
                new ProductId(json.id("product")),
                source(),
                json.code("conversion", Conversion.class),
                json.integer("units"),
                json.binary("spend"));
    }

    private static OrderedLine line(JsonObject json) {
        return new OrderedLine(
                new ProductId(json.id("product")),
                new SkuId(json.id("sku")),
                json.integer("units"),
                new FactReader(json).money("amount"));
    }

    private OrderId order() {
        return new OrderId(json.id("order"));
    }

    private ShopId shop() {
        return new ShopId(json.id("shop"));
    }

    private Money money(String name) {
        return Money.of(json.whole(name), json.text("currency"));
    }

    private Origin origin() {
        return json.code("origin", Origin.class);
    }

    private Pseudonym pseudonym() {
        return new Pseudonym(json.id("pseudonym"));
    }

    private ExposureId exposure() {
        return new ExposureId(json.id("exposure"));
    }

    private Subject subject() {
        return new Subject(json.code("subject", SubjectKind.class), json.id("subjectId"));
    }

    private Source source() {
        return json.code("source", Source.class);
    }

    private double propensity() {
        return json.is("propensity", "deterministic") ? 1 : json.number("propensity");
    }
}
