package org.kanmai.simulator.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** What people do with a published work: like it, comment on it, answer each other. Doing it again changes nothing. */
final class Talk {

    private final World world;
    private final People people;

    Talk(World world, People people) {
        this.world = world;
        this.people = people;
    }

    /** Whether the work could be seen, and so everyone has had their say. */
    boolean about(World.Work work, String id) {
        var path = "/api/works/" + id;
        if (people.as(People.VIEWER).get(path).status() == 404) {
            return false;
        }
        var random = new SplittableRandom(world.seed() + work.title().hashCode());
        var others = World.shuffled(people.audience(), random).stream()
                .filter(handle -> !handle.equals(work.creator().handle()))
                .toList();
        var fans = 2 + random.nextInt(others.size() - 1);
        others.stream()
                .limit(fans)
                .forEach(handle -> people.as(handle).put(path + "/like").orFail("a like of " + work.title()));
        others.stream()
                .limit(fans / 3)
                .forEach(handle -> people.as(handle).put(path + "/favourite").orFail("a favourite"));
        converse(work, path + "/comments", others, random);
        return true;
    }

    private void converse(World.Work work, String path, List<String> others, SplittableRandom random) {
        var said = people.as(People.VIEWER).all(path).stream()
                .map(comment -> comment.path("text").asString())
                .collect(Collectors.toSet());
        var lines = new ArrayList<>(work.talk());
        lines.add(world.passersby().get(random.nextInt(world.passersby().size())));
        var answer = world.replies().get(random.nextInt(world.replies().size()));
        for (var i = 0; i < lines.size(); i++) {
            if (said.contains(lines.get(i))) {
                continue;
            }
            var speaker = others.get(i % others.size());
            var comment = say(speaker, path, Map.of("text", lines.get(i)));
            if (i == 0) {
                say(
                        work.creator().handle(),
                        path,
                        Map.of("text", "@" + speaker + " " + work.reply(), "parent", comment));
                say(others.get((i + 1) % others.size()), path, Map.of("text", answer, "parent", comment));
                like(others.getLast(), comment);
                like(work.creator().handle(), comment);
            }
        }
    }

    private String say(String handle, String path, Map<String, String> words) {
        return people.as(handle)
                .post(path, words)
                .orFail("a comment by " + handle)
                .path("id")
                .asString();
    }

    private void like(String handle, String comment) {
        people.as(handle).put("/api/comments/" + comment + "/like").orFail("a like of a comment");
    }
}
