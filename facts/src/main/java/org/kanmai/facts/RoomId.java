package org.kanmai.facts;

/** A live room, from its opening to its end. */
public record RoomId(long value) implements Id {
    public RoomId {
        Ids.check(value);
    }

    /** Reads the decimal form; throws {@link IllegalArgumentException} for anything else. */
    public static RoomId parse(String text) {
        return new RoomId(Ids.parse(text));
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }
}
