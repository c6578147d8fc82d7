package org.kanmai.facts;

import org.jspecify.annotations.Nullable;

/** Reads facts about live rooms. */
final class RoomReader {
    private final JsonObject json;

    RoomReader(JsonObject json) {
        this.json = json;
    }

    Fact read(FactKind kind) {
        return switch (kind) {
            case ATTENDED -> attended();
            case ROOM_OPENED -> new RoomOpened(json.id("id"), json.instant("at"), origin(), room(), host());
            case ROOM_ENDED ->
                new RoomEnded(json.id("id"), json.instant("at"), origin(), room(), host(), json.truth("cut"));
            case ROOM_EXPLAINED -> new RoomExplained(json.id("id"), json.instant("at"), origin(), room(), product());
            case ROOM_SOLD -> sold();
            default -> throw new IllegalArgumentException("no fact about a room: " + kind);
        };
    }

    private Attended attended() {
        return new Attended(
                json.id("id"),
                json.instant("at"),
                origin(),
                new Pseudonym(json.id("pseudonym")),
                json.has("exposure") ? new ExposureId(json.id("exposure")) : null,
                room(),
                json.code("source", Source.class),
                json.code("what", Attendance.class),
                product(),
                json.whole("amount"));
    }

    private RoomSold sold() {
        return new RoomSold(
                json.id("id"),
                json.instant("at"),
                origin(),
                room(),
                new ProductId(json.id("product")),
                json.code("conversion", Conversion.class),
                json.integer("units"),
                Money.of(json.whole("amount"), json.text("currency")));
    }

    private Origin origin() {
        return json.code("origin", Origin.class);
    }

    private RoomId room() {
        return new RoomId(json.id("room"));
    }

    private PersonId host() {
        return new PersonId(json.id("host"));
    }

    private @Nullable ProductId product() {
        return json.has("product") ? new ProductId(json.id("product")) : null;
    }
}
