package org.kanmai.launcher.crashes;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.kanmai.launcher.Caller;
import tools.jackson.databind.JsonNode;

/** Visitors, one after the other, each of whom sees a page and reports it; like the web app, they report until it is taken. */
final class Reporting extends Work {
    private static final int PAGE = 20;
    private static final long WATCHED_NANOS = 1_200_000_000L;
    private static final int MOST_PAGES = 200;

    private final URI address;
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Deque<Page> watching = new ArrayDeque<>();
    private int pages;

    Reporting(URI address) {
        this.address = address;
    }

    /** A page that somebody looks at, with what is still to be reported of it. */
    private static final class Page {
        final Caller visitor;
        final List<JsonNode> items;
        final long since = System.nanoTime();
        boolean exposed;

        Page(Caller visitor, List<JsonNode> items) {
            this.visitor = visitor;
            this.items = items;
        }
    }

    /** Kind and identity of each fact that the server said it took. */
    Set<String> accepted() {
        return new HashSet<>(accepted);
    }

    @Override
    void step() {
        var oldest = watching.peek();
        if (oldest != null && System.nanoTime() - oldest.since > WATCHED_NANOS) {
            tellWatched(oldest);
            watching.remove();
        }
        if (++pages <= MOST_PAGES) {
            open();
        }
    }

    private void open() {
        var visitor = new Caller(address);
        var items = new ArrayList<JsonNode>();
        visitor.get("/api/feed?count=" + PAGE).must(200).json().path("items").forEach(items::add);
        var page = new Page(visitor, items);
        watching.add(page);
        tellExposed(page);
    }

    @Override
    void settle() {
        watching.forEach(this::tellExposed);
        while (!watching.isEmpty()) {
            tellWatched(watching.remove());
        }
    }

    private void tellExposed(Page page) {
        if (!page.exposed) {
            tell(page, "{\"kind\": \"exposed\", \"token\": \"%s\"}");
            page.items.forEach(item -> accepted.add("exposed " + exposure(item)));
            page.exposed = true;
        }
    }

    private void tellWatched(Page page) {
        tell(page, """
                {"kind": "watched", "token": "%s", "sequence": 1, "watchedMillis": 3100,
                 "playedMillis": 3100, "positionMillis": 1900, "loops": 0, "ended": false}""");
        page.items.forEach(item -> accepted.add("watched " + exposure(item) + ":1"));
    }

    private static void tell(Page page, String report) {
        var reports = page.items.stream()
                .map(item -> report.formatted(item.path("token").asString()))
                .collect(Collectors.joining(",", "{\"facts\": [", "]}"));
        var taken = page.visitor.post("/api/facts", reports).must(200);
        if (taken.json().path("accepted").asInt() != page.items.size()) {
            throw new AssertionError(taken.body());
        }
    }

    private static String exposure(JsonNode item) {
        return item.path("exposure").asString();
    }
}
