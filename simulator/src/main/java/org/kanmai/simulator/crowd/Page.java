package org.kanmai.simulator.crowd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A page of the feed as far as a person sees it. */
record Page(List<Item> items) {
    static final int COUNT = 6;
    private static final int LONGEST_TOKEN = 200;
    private static final int LONGEST_WORD = 64;
    private static final int LONGEST_MILLIS = 3_600_000;

    Page {
        items = List.copyOf(items);
    }

    /** One item: its token proves the exposure. */
    record Item(String token, String work, String scene, int durationMillis) {}

    /** Reads a page; empty when it is none of Kanmai's. */
    static Optional<Page> read(JsonNode json) {
        var items = json.path("items");
        if (!json.path("page").isString() || !json.path("signature").isString() || !items.isArray()) {
            return Optional.empty();
        }
        var read = new ArrayList<Item>();
        for (var item : items) {
            var known = item(item);
            if (known.isEmpty() || read.size() == COUNT) {
                return Optional.empty();
            }
            read.add(known.get());
        }
        return Optional.of(new Page(read));
    }

    private static Optional<Item> item(JsonNode json) {
        var token = json.path("token").asString("");
        var work = json.path("work");
        var id = work.path("id").asString("");
        var scene = work.path("scene").asString("");
        int duration = work.path("durationMillis").asInt(0);
        if (isOutside(token.length(), LONGEST_TOKEN)
                || isOutside(id.length(), LONGEST_WORD)
                || isOutside(duration, LONGEST_MILLIS)
                || scene.length() > LONGEST_WORD) {
            return Optional.empty();
        }
        return Optional.of(new Item(token, id, scene, duration));
    }

    private static boolean isOutside(int value, int most) {
        return value < 1 || value > most;
    }
}
