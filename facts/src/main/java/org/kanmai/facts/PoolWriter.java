package org.kanmai.facts;

import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/** Writes the facts of how works are distributed, members in the order of the format. */
final class PoolWriter {
    private final JsonGenerator json;

    PoolWriter(JsonGenerator json) {
        this.json = json;
    }

    void opened(PoolOpened opened) {
        id("id", opened.id());
        id("work", opened.work().value());
        id("creator", opened.creator().value());
        json.writeNumberProperty("pool", opened.pool());
        json.writeNumberProperty("quota", opened.quota());
        json.writeNumberProperty("deadline", opened.deadline().toEpochMilli());
        json.writeNumberProperty("policy", opened.policy());
        json.writeObjectPropertyStart("rules");
        rules(opened.rules());
        json.writeEndObject();
        json.writeObjectPropertyStart("target");
        target(opened.target());
        json.writeEndObject();
        numbers("merits", opened.merits());
        favour(opened.favour());
    }

    private void favour(PoolFavour favour) {
        if (!favour.equals(PoolFavour.NONE)) {
            json.writeObjectPropertyStart("favour");
            json.writeNumberProperty("factor", favour.factor());
            json.writeStringProperty("reason", favour.reason());
            json.writeEndObject();
        }
    }

    private void rules(PoolRules rules) {
        json.writeBooleanProperty("atEnd", rules.atEnd());
        json.writeNumberProperty("alpha", rules.alpha());
        json.writeBooleanProperty("sells", rules.sells());
        json.writeNumberProperty("playedMillis", rules.playedMillis());
        json.writeNumberProperty("heldMillis", rules.heldMillis());
        json.writeNumberProperty("completed", rules.completed());
        json.writeNumberProperty("maturesMillis", rules.maturesMillis());
        numbers("weights", rules.weights());
    }

    private void target(PoolTarget target) {
        json.writeStringProperty("cohort", target.cohort());
        json.writeNumberProperty("score", target.score());
        json.writeNumberProperty("works", target.works());
        json.writeStringProperty("madeFrom", target.madeFrom());
        numbers("rates", target.rates());
        objects("factors", target.factors(), each -> {
            json.writeNumberProperty("cell", each.cell());
            json.writeNumberProperty("factor", each.factor());
        });
    }

    void due(PoolDue due) {
        id("id", due.id());
        id("work", due.work().value());
        id("opening", due.opening());
        json.writeStringProperty("reason", due.reason().code());
        json.writeNumberProperty("delivered", due.delivered());
    }

    void judged(PoolJudged judged) {
        id("id", judged.id());
        id("work", judged.work().value());
        id("opening", judged.opening());
        json.writeNumberProperty("pool", judged.pool());
        json.writeStringProperty("verdict", judged.verdict().code());
        json.writeNumberProperty("units", judged.units());
        json.writeNumberProperty("above", judged.above());
        json.writeNumberProperty("below", judged.below());
        json.writeNumberProperty("low", judged.low());
        objects("kinds", judged.kinds(), each -> {
            json.writeNumberProperty("outcomes", each.outcomes());
            json.writeNumberProperty("cell", each.cell());
            json.writeNumberProperty("count", each.count());
        });
    }

    void held(RoundHeld held) {
        id("id", held.id());
        json.writeNumberProperty("pool", held.pool());
        json.writeNumberProperty("policy", held.policy());
        json.writeNumberProperty("places", held.places());
        objects("contenders", held.contenders(), each -> {
            id("work", each.work().value());
            id("opening", each.opening());
            json.writeNumberProperty("low", each.low());
            json.writeStringProperty("verdict", each.verdict().code());
        });
    }

    void reviewed(HotReviewed reviewed) {
        id("id", reviewed.id());
        id("work", reviewed.work().value());
        id("review", reviewed.review().value());
        json.writeBooleanProperty("letGo", reviewed.letGo());
    }

    void released(PolicyReleased released) {
        id("id", released.id());
        json.writeNumberProperty("version", released.version());
        json.writeNumberProperty("from", released.from().toEpochMilli());
        json.writeStringProperty("digest", released.digest().toString());
    }

    private void numbers(String name, List<NamedNumber> numbers) {
        objects(name, numbers, each -> {
            json.writeStringProperty("name", each.name());
            json.writeNumberProperty("value", each.value());
        });
    }

    private <T> void objects(String name, List<T> all, Consumer<T> members) {
        json.writeArrayPropertyStart(name);
        for (T each : all) {
            json.writeStartObject();
            members.accept(each);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void id(String name, long value) {
        json.writeStringProperty(name, Long.toString(value));
    }
}
