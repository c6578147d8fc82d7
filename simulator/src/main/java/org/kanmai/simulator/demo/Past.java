package org.kanmai.simulator.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kanmai.simulator.month.Film;
import org.kanmai.simulator.month.Month;
import org.kanmai.simulator.month.Piece;
import org.kanmai.simulator.month.Resident;
import org.kanmai.simulator.month.Span;
import tools.jackson.databind.JsonNode;

/**
 * Brings the month before in by the operator's import, in two chapters: the first once each creator has a film that plays, the second once
 * all films are there. What is there from an earlier start is not told again.
 */
final class Past {
    private static final int PEOPLE_A_CALL = 500;
    private static final int PAGES_A_CALL = 200;
    private static final int LINES = 6;
    private static final int USUAL_FILM = 10_000;

    private final World world;
    private final People people;
    private final Stalls stalls;
    private final Span span;
    private final int residents;
    private final Consumer<String> progress;
    private final Map<String, Reel> reels = new HashMap<>();
    private final Map<Piece, String> works = new HashMap<>();
    private int chapters;

    Past(DemoSettings settings, World world, People people, Stalls stalls, Instant now, Consumer<String> progress) {
        this.world = world;
        this.people = people;
        this.stalls = stalls;
        this.span = new Span(now, settings.days());
        this.residents = settings.residents();
        this.progress = progress;
    }

    /** A film that plays: its media and how long it lasts. */
    private record Reel(String media, int durationMillis) {}

    /** Notes that a work can be seen. */
    void plays(World.Work work, String id) {
        var shown = people.as(People.OPERATOR).get("/api/works/" + id).orFail(work.title());
        var folder = shown.path("media").path("hls").asString("").split("/", -1);
        if (folder.length > 2) {
            reels.put(
                    work.title(),
                    new Reel(folder[2], shown.path("durationMillis").asInt(USUAL_FILM)));
        }
    }

    /** Tells the first chapter if it can be told by now. */
    void begin() {
        boolean ready =
                world.works().stream().limit(world.creators().size()).allMatch(work -> reels.containsKey(work.title()));
        if (chapters == 0 && ready && residents > 0) {
            tell(1, Instant.EPOCH, span.turn());
        }
    }

    /** Tells what has not been told. */
    void finish() {
        if (residents == 0) {
            return;
        }
        if (chapters == 0) {
            tell(1, Instant.EPOCH, span.turn());
        }
        if (chapters == 1) {
            tell(2, span.turn(), span.end());
        }
    }

    private void tell(int chapter, Instant from, Instant until) {
        chapters = chapter;
        if (people.as(People.OPERATOR)
                .get("/api/imports/history/pages/" + last(chapter))
                .good()) {
            return;
        }
        var month = Month.of(world.seed(), span, films(), residents, this::duration);
        publish(month.pieces());
        var ids = settle(month.residents());
        var pages = month.pages(from, until);
        progress.accept("demo world history, part %d of 2: %,d people, %,d works, %,d pages"
                .formatted(chapter, ids.size(), works.size(), pages.size()));
        var telling = new PageJson(month.pieces(), works, ids, stalls.wares());
        send(chapter, pages.stream().map(telling::of).filter(PageJson::isAny).toList());
    }

    private List<Film> films() {
        var wares = Ware.all();
        return world.works().stream()
                .map(work -> new Film(
                        work.creator().handle(),
                        work.title(),
                        work.hashtags(),
                        work.talk(),
                        IntStream.range(0, wares.size())
                                .filter(place -> wares.get(place).work().equals(work.title()))
                                .filter(place -> stalls.sells(wares.get(place)))
                                .mapToObj(place -> new Film.Goods(
                                        place, wares.get(place).skus().size()))
                                .toList()))
                .toList();
    }

    private int duration(int film) {
        var reel = reels.get(world.works().get(film).title());
        return reel == null ? USUAL_FILM : reel.durationMillis();
    }

    private void publish(List<Piece> pieces) {
        var there = there();
        var missing = pieces.stream()
                .filter(piece -> reels.containsKey(title(piece)) && !there.containsKey(key(piece)))
                .toList();
        if (!missing.isEmpty()) {
            bring(missing.stream().map(this::item).toList());
        }
        var now = missing.isEmpty() ? there : there();
        for (var piece : pieces) {
            var id = now.get(key(piece));
            if (id != null && !works.containsKey(piece)) {
                works.put(piece, id);
                stalls.show(piece.creator(), title(piece), id);
            }
        }
    }

    /** Imports works; one whose film has fewer covers gets its first. */
    private void bring(List<Map<String, Object>> items) {
        var again = new ArrayList<Map<String, Object>>();
        for (var refused : refusedOf(items)) {
            var item = items.get(refused.path("index").asInt());
            if (refused.path("reason").asString("").equals("unknown-cover")
                    && !Integer.valueOf(0).equals(item.get("cover"))) {
                item.put("cover", 0);
                again.add(item);
            } else {
                progress.accept("demo world history: refused " + refused);
            }
        }
        if (!again.isEmpty()) {
            bring(again);
        }
    }

    private JsonNode refusedOf(List<Map<String, Object>> items) {
        return people.as(People.OPERATOR)
                .post("/api/works/import", Map.of("works", items))
                .orFail("the works of the past")
                .path("refused");
    }

    private String title(Piece piece) {
        return world.works().get(piece.film()).title();
    }

    private static String key(Piece piece) {
        return piece.creator() + " " + piece.title();
    }

    private Map<String, String> there() {
        var there = new HashMap<String, String>();
        for (var creator : world.creators()) {
            for (var work : people.as(creator.handle()).all("/api/me/works")) {
                there.put(
                        creator.handle() + " " + work.path("title").asString(),
                        work.path("id").asString());
            }
        }
        return there;
    }

    private Map<String, Object> item(Piece piece) {
        var work = world.works().get(piece.film());
        var item = new HashMap<String, Object>();
        item.put("creator", people.id(piece.creator()));
        item.put("media", reel(work).media());
        item.put("title", piece.title());
        item.put("hashtags", piece.hashtags());
        item.put("scene", work.scene());
        item.put("style", work.style());
        item.put("crowd", work.crowd());
        item.put("fingerprint", piece.fingerprint());
        item.put("cover", piece.cover());
        item.put("publishedAt", piece.publishedAt().toString());
        return item;
    }

    private Reel reel(World.Work work) {
        return reels.getOrDefault(work.title(), new Reel("", USUAL_FILM));
    }

    private List<String> settle(List<Resident> newcomers) {
        var ids = new ArrayList<String>();
        for (var part : parts(newcomers, PEOPLE_A_CALL)) {
            var body = Map.of("people", part.stream().map(Past::person).toList());
            people.as(People.OPERATOR)
                    .post("/api/imports/history/people", body)
                    .orFail("the people of the past")
                    .path("people")
                    .forEach(settled -> ids.add(settled.path("id").asString()));
        }
        return ids;
    }

    private static Map<String, String> person(Resident resident) {
        var person = new HashMap<>(Map.of(
                "handle", resident.handle(),
                "name", resident.name(),
                "joinedAt", resident.joinedAt().toString()));
        resident.region().ifPresent(region -> person.put("region", region));
        return person;
    }

    private void send(int chapter, List<Map<String, Object>> pages) {
        var parts = parts(pages, PAGES_A_CALL);
        for (int place = 0; place < parts.size(); place++) {
            boolean end = place == parts.size() - 1;
            var key = end ? last(chapter) : "month-%d-%d-%04d".formatted(world.seed(), chapter, place);
            people.as(People.OPERATOR)
                    .post("/api/imports/history/pages", Map.of("key", key, "pages", parts.get(place)))
                    .orFail("the past, part " + key);
            if (end || (place + 1) % Math.max(1, parts.size() / LINES) == 0) {
                var day = String.valueOf(parts.get(place).getLast().get("at")).substring(0, 10);
                progress.accept("demo world history up to " + day);
            }
        }
    }

    private String last(int chapter) {
        return "month-%d-%d-last".formatted(world.seed(), chapter);
    }

    private static <T> List<List<T>> parts(List<T> all, int size) {
        return IntStream.range(0, (all.size() + size - 1) / size)
                .mapToObj(part -> all.subList(part * size, Math.min(all.size(), (part + 1) * size)))
                .collect(Collectors.toList());
    }
}
