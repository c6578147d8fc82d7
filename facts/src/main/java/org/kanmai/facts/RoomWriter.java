package org.kanmai.facts;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** Writes facts about live rooms, members in the order of the format. */
final class RoomWriter {
    private final JsonGenerator json;

    RoomWriter(JsonGenerator json) {
        this.json = json;
    }

    void attended(Attended attended) {
        id("id", attended.id());
        id("pseudonym", attended.pseudonym().value());
        if (attended.exposure() != null) {
            id("exposure", attended.exposure().value());
        }
        id("room", attended.room().value());
        code("source", attended.source());
        code("what", attended.what());
        product(attended.product());
        json.writeNumberProperty("amount", attended.amount());
    }

    void write(Fact.OfRoom fact) {
        switch (fact) {
            case RoomOpened opened -> {
                begin(opened.id(), opened.room());
                id("host", opened.host().value());
            }
            case RoomEnded ended -> {
                begin(ended.id(), ended.room());
                id("host", ended.host().value());
                json.writeBooleanProperty("cut", ended.cut());
            }
            case RoomExplained explained -> {
                begin(explained.id(), explained.room());
                product(explained.product());
            }
            case RoomSold sold -> sold(sold);
        }
    }

    private void sold(RoomSold sold) {
        begin(sold.id(), sold.room());
        product(sold.product());
        code("conversion", sold.conversion());
        json.writeNumberProperty("units", sold.units());
        json.writeNumberProperty("amount", sold.amount().minor());
        json.writeStringProperty("currency", sold.amount().currency().getCurrencyCode());
    }

    private void begin(long id, RoomId room) {
        id("id", id);
        id("room", room.value());
    }

    private void product(@Nullable ProductId product) {
        if (product != null) {
            id("product", product.value());
        }
    }

    private void code(String name, Code value) {
        json.writeStringProperty(name, value.code());
    }

    private void id(String name, long value) {
        json.writeStringProperty(name, Long.toString(value));
    }
}
