package org.kanmai.launcher;

import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Creators with works in public, all made of one film: an operator's import brings many works at little cost. */
public record Cast(URI address, List<Caller> creators, String film) {
    private static final String OPERATOR = "lin";
    private static final int PAGE = 50;

    public Cast {
        creators = List.copyOf(creators);
    }

    /** Makes the first operator by the console's link, without a browser. */
    public static Caller operator(RunningKanmai kanmai) throws Exception {
        var code = kanmai.invitation().substring("/welcome/".length());
        return Caller.signedUp(kanmai.address(), OPERATOR, ", \"invitation\": \"%s\"".formatted(code));
    }

    /** Signs up so many creators, and lets the first of them upload the film. */
    public static Cast gather(URI address, int creators, byte[] film) {
        var people = IntStream.range(0, creators)
                .mapToObj(number -> Caller.signedUp(address, "creator_" + number, ""))
                .toList();
        var upload = people.getFirst().upload(film);
        people.getFirst().awaitReady(upload);
        return new Cast(address, people, upload);
    }

    /** Publishes works with this hashtag, each creator's in turn; their titles are the hashtag and a number. */
    public List<String> publish(Caller operator, String hashtag, int count, String more) {
        var works = IntStream.range(0, count)
                .mapToObj(number -> work(hashtag, number, more))
                .collect(Collectors.joining(","));
        var answer = operator.post("/api/works/import", "{\"works\": [" + works + "]}")
                .must(200);
        if (answer.json().path("imported").asInt() != count) {
            throw new AssertionError(answer.body());
        }
        return tagged(hashtag);
    }

    private String work(String hashtag, int number, String more) {
        var creator = creators.get(number % creators.size());
        return """
                {"creator": "%s", "media": "%s", "title": "%s %d", "hashtags": ["%s"], "fingerprint": "%016x"%s}
                """.formatted(creator.id(), film, hashtag, number, hashtag, mixed(number, hashtag), more);
    }

    /** Fingerprints that are far from each other, so that no work is a near-copy of another. */
    private static long mixed(int number, String hashtag) {
        return (number + 1) * 0x9E3779B97F4A7C15L ^ hashtag.hashCode() * 0xC2B2AE3D27D4EB4FL;
    }

    private List<String> tagged(String hashtag) {
        var visitor = new Caller(address);
        var ids = new java.util.ArrayList<String>();
        var cursor = "";
        do {
            var page = visitor.get("/api/topics/" + hashtag + "/works?limit=" + PAGE + cursor)
                    .must(200)
                    .json();
            page.path("items").forEach(work -> ids.add(work.path("id").asString()));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());
        return List.copyOf(ids);
    }
}
