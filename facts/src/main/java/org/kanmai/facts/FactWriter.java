package org.kanmai.facts;

import tools.jackson.core.JsonGenerator;

/** Writes each kind of fact, members in the order of the format. */
final class FactWriter {
    private final JsonGenerator json;

    FactWriter(JsonGenerator json) {
        this.json = json;
    }

    void write(Fact fact) {
        json.writeStartObject();
        json.writeStringProperty("kind", fact.kind());
        json.writeNumberProperty("at", fact.at().toEpochMilli());
        code("origin", fact.origin());
        switch (fact) {
            case Served served -> served(served);
            case Exposed exposed -> terms(exposed.terms());
            case Watched watched -> watched(watched);
            case Opened opened -> opened(opened);
            case Shared shared -> shared(shared);
            case Engaged engaged -> engaged(engaged);
            case ConsentChanged changed -> consent(changed);
            case PseudonymRetired retired -> {
                id("id", retired.id());
                id("pseudonym", retired.pseudonym());
            }
            case WorkPublished published -> published(published);
            case WorkWithdrawn withdrawn -> {
                id("id", withdrawn.id());
                id("work", withdrawn.work());
                id("creator", withdrawn.creator());
            }
            case Converted converted -> converted(converted);
            case OrderPlaced placed -> placed(placed);
            case OrderMoved moved -> moved(moved);
            case PoolOpened opened -> pools().opened(opened);
            case PoolDue due -> pools().due(due);
            case PoolJudged judged -> pools().judged(judged);
            case RoundHeld held -> pools().held(held);
            case HotReviewed reviewed -> pools().reviewed(reviewed);
            case PolicyReleased released -> pools().released(released);
            case Attended attended -> new RoomWriter(json).attended(attended);
            case Fact.OfRoom ofRoom -> new RoomWriter(json).write(ofRoom);
        }
        json.writeEndObject();
    }

    private PoolWriter pools() {
        return new PoolWriter(json);
    }

    private void served(Served served) {
        id("page", served.page());
        id("pseudonym", served.pseudonym());
        id("request", served.request());
        code("surface", served.surface());
        json.writeNumberProperty("policy", served.policy());
        json.writeNumberProperty("stratum", served.stratum());
        binary("sealed", served.sealed());
        binary("features", served.features());
        json.writeArrayPropertyStart("items");
        served.items().forEach(this::item);
        json.writeEndArray();
        binary("candidates", served.candidates());
    }

    private void item(ServedItem item) {
        json.writeStartObject();
        id("exposure", item.exposure());
        subject(item.subject());
        json.writeNumberProperty("position", item.position());
        code("source", item.source());
        slot(item.slot(), item.propensity());
        json.writeNumberProperty("score", item.score());
        binary("features", item.features());
        json.writeEndObject();
    }

    private void terms(Terms terms) {
        id("exposure", terms.exposure());
        id("page", terms.page());
        id("request", terms.request());
        id("pseudonym", terms.pseudonym());
        subject(terms.subject());
        code("surface", terms.surface());
        json.writeNumberProperty("position", terms.position());
        code("source", terms.source());
        slot(terms.slot(), terms.propensity());
        json.writeNumberProperty("policy", terms.policy());
        json.writeNumberProperty("stratum", terms.stratum());
    }

    private void watched(Watched watched) {
        id("exposure", watched.exposure());
        json.writeNumberProperty("sequence", watched.sequence());
        id("pseudonym", watched.pseudonym());
        subject(watched.subject());
        code("source", watched.source());
        json.writeNumberProperty("watchedMillis", watched.watchedMillis());
        json.writeNumberProperty("playedMillis", watched.playedMillis());
        json.writeNumberProperty("positionMillis", watched.positionMillis());
        json.writeNumberProperty("durationMillis", watched.durationMillis());
        json.writeNumberProperty("loops", watched.loops());
        json.writeBooleanProperty("ended", watched.ended());
    }

    private void opened(Opened opened) {
        id("id", opened.id());
        id("pseudonym", opened.pseudonym());
        id("exposure", opened.exposure());
        subject(opened.subject());
        code("source", opened.source());
        code("target", opened.target());
    }

    private void shared(Shared shared) {
        id("id", shared.id());
        id("pseudonym", shared.pseudonym());
        id("exposure", shared.exposure());
        subject(shared.subject());
        code("source", shared.source());
        code("channel", shared.channel());
    }

    private void engaged(Engaged engaged) {
        id("id", engaged.id());
        id("pseudonym", engaged.pseudonym());
        if (engaged.exposure() != null) {
            id("exposure", engaged.exposure());
        }
        subject(engaged.subject());
        code("source", engaged.source());
        id("creator", engaged.creator());
        code("engagement", engaged.engagement());
    }

    private void consent(ConsentChanged changed) {
        id("id", changed.id());
        id("pseudonym", changed.pseudonym());
        code("purpose", changed.purpose());
        json.writeBooleanProperty("given", changed.given());
    }

    private void published(WorkPublished published) {
        id("id", published.id());
        id("work", published.work());
        id("creator", published.creator());
        json.writeNumberProperty("durationMillis", published.durationMillis());
        json.writeArrayPropertyStart("tags");
        published.tags().forEach(json::writeString);
        json.writeEndArray();
    }

    private void converted(Converted converted) {
        id("id", converted.id());
        id("pseudonym", converted.pseudonym());
        if (converted.exposure() != null && converted.shown() != null) {
            id("exposure", converted.exposure());
            subject(converted.shown());
        }
        id("product", converted.product());
        code("source", converted.source());
        code("conversion", converted.conversion());
        json.writeNumberProperty("units", converted.units());
        binary("spend", converted.spend());
    }

    private void placed(OrderPlaced placed) {
        id("id", placed.id());
        id("order", placed.order());
        id("shop", placed.shop());
        money("total", placed.total());
        json.writeArrayPropertyStart("lines");
        placed.lines().forEach(this::line);
        json.writeEndArray();
    }

    private void line(OrderedLine line) {
        json.writeStartObject();
        id("product", line.product());
        id("sku", line.sku());
        json.writeNumberProperty("units", line.units());
        money("amount", line.amount());
        json.writeEndObject();
    }

    private void moved(OrderMoved moved) {
        id("id", moved.id());
        id("order", moved.order());
        id("shop", moved.shop());
        code("step", moved.step());
        money("total", moved.total());
    }

    private void money(String name, Money money) {
        json.writeNumberProperty(name, money.minor());
        json.writeStringProperty("currency", money.currency().getCurrencyCode());
    }

    private void subject(Subject subject) {
        code("subject", subject.kind());
        id("subjectId", subject.id());
    }

    private void slot(SlotKind slot, double propensity) {
        code("slot", slot);
        if (slot == SlotKind.RANKED) {
            json.writeStringProperty("propensity", "deterministic");
        } else {
            json.writeNumberProperty("propensity", propensity);
        }
    }

    private void code(String name, Code value) {
        json.writeStringProperty(name, value.code());
    }

    private void id(String name, Id value) {
        id(name, value.value());
    }

    private void id(String name, long value) {
        json.writeStringProperty(name, Long.toString(value));
    }

    private void binary(String name, Binary value) {
        if (!value.isEmpty()) {
            json.writeStringProperty(name, value.toString());
        }
    }
}
