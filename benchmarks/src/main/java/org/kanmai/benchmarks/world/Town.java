package org.kanmai.benchmarks.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.kanmai.benchmarks.http.Connection;
import tools.jackson.databind.JsonNode;

/** The operator, the creators and their works, all of which share one film; each work has a fingerprint of its own. */
public final class Town {
    private static final int CREATORS = 60;
    private static final int FOLLOWED = 5;
    private static final int BATCH = 1000;
    private static final int HASHTAGS = 300;
    private static final Duration PACKAGING = Duration.ofMinutes(3);
    private static final List<String> SCENES = List.of("home", "kitchen", "street", "farm", "workshop", "studio");
    private static final List<String> STYLES = List.of("story", "science", "vlog", "review", "humour", "tutorial");
    private static final List<String> CROWDS = List.of("everyone", "youth", "parents", "elders", "tech", "foodies");

    private final Connection connection;
    private final Member operator;
    private final List<Member> creators = new ArrayList<>();
    private final String media;
    private final SplittableRandom chance = new SplittableRandom(7);
    private int works;

    /** Settles the first people on a new server. */
    public Town(Connection connection, String invitation, Clips clips) {
        this.connection = connection;
        this.operator = Member.signUp(connection, "olga", Optional.of(invitation));
        for (int i = 0; i < CREATORS; i++) {
            creators.add(Member.signUp(connection, "creator" + i, Optional.empty()));
        }
        for (int i = 0; i < CREATORS; i++) {
            for (int next = 1; next <= FOLLOWED; next++) {
                creators.get(i).follow(connection, creators.get((i + 7 * next) % CREATORS));
            }
        }
        this.media = creators.getFirst().upload(connection, clips.small(0));
        creators.getFirst().awaitUpload(connection, media, "ready", PACKAGING);
    }

    /** Returns the operator. */
    public Member operator() {
        return operator;
    }

    /** Returns the creators, who also watch. */
    public List<Member> creators() {
        return List.copyOf(creators);
    }

    /** Publishes works by import until there are so many. */
    public void publish(int wanted) {
        while (works < wanted) {
            var batch = new ArrayList<Map<String, Object>>();
            for (int i = 0; i < Math.min(BATCH, wanted - works); i++) {
                batch.add(work(works + i));
            }
            var answer = operator.caller()
                    .json(connection, "POST", "/api/works/import", Map.of("works", batch))
                    .json("an import");
            if (answer.path("imported").asInt() < batch.size()) {
                throw new IllegalStateException("works were refused: " + answer);
            }
            works += batch.size();
        }
    }

    private Map<String, Object> work(int number) {
        return Map.of(
                "creator", creators.get(number % CREATORS).id(),
                "media", media,
                "title", "Work " + number,
                "hashtags", List.of(hashtag(), hashtag()),
                "scene", SCENES.get(chance.nextInt(SCENES.size())),
                "style", STYLES.get(chance.nextInt(STYLES.size())),
                "crowd", CROWDS.get(chance.nextInt(CROWDS.size())),
                "fingerprint", "%016x".formatted(chance.nextLong()));
    }

    /** Some hashtags are on very many works and most on few. */
    private String hashtag() {
        return "tag" + (int) (HASHTAGS * Math.pow(chance.nextDouble(), 3));
    }

    /** Returns the open review of a work; empty while there is none. */
    public Optional<JsonNode> review(String work) {
        var open = operator.caller()
                .get(connection, "/api/reviews?state=open&kind=work&limit=50")
                .json("open reviews");
        for (var review : open.path("items")) {
            if (review.path("subject").path("id").asString().equals(work)) {
                return Optional.of(review);
            }
        }
        return Optional.empty();
    }
}
