package org.kanmai.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.util.List;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.media.files.MediaFolders;
import org.kanmai.facts.Ids;
import org.kanmai.facts.MediaId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives a creator one of each thing that others may not touch; films come into being without transcoding. */
@Component
class Belongings {
    private final JdbcClient jdbc;
    private final Ids ids;
    private final Cast cast;
    private final MediaFolders folders;

    Belongings(JdbcClient jdbc, Ids ids, Cast cast, MediaFolders folders) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.cast = cast;
        this.folders = folders;
    }

    /**
     * The ids of what a creator has.
     *
     * @param work one that waits for an operator in {@code review} and shows {@code media}
     * @param comment below another work, which is published
     */
    record Owned(Member owner, String upload, String media, String work, String review, String stage, String comment) {

        String id(String belonging) {
            return switch (belonging) {
                case "upload" -> upload;
                case "media" -> media;
                case "work" -> work;
                case "review" -> review;
                case "comment" -> comment;
                default -> throw new IllegalArgumentException(belonging);
            };
        }

        /** Returns how all of it stands in its owner's and in an operator's eyes. */
        List<String> standing(Member operator) {
            return List.of(
                    seen(owner, "/api/uploads/" + upload),
                    seen(owner, "/api/me/works/" + work),
                    seen(owner, "/media/" + media + "/master.m3u8"),
                    seen(owner, "/media/" + media + "/360p/index.m3u8"),
                    seen(owner, "/api/works/" + stage + "/comments"),
                    seen(operator, "/api/reviews/" + review));
        }

        private static String seen(Member by, String path) {
            var answer = by.call("GET", path, "");
            if (answer.status() != 200) {
                throw new AssertionError(path + ": " + answer.body());
            }
            return answer.body();
        }
    }

    Owned of(Member owner, Member operator) throws IOException {
        var upload = made(owner, "/api/uploads", "{\"fileName\": \"a.mp4\", \"size\": 100}");
        var stage = work(owner, film(owner));
        decide(operator, review(stage));
        var comment = made(owner, "/api/works/" + stage + "/comments", "{\"text\": \"My first\"}");
        var media = film(owner);
        var work = work(owner, media);
        return new Owned(owner, upload, media.toString(), work, review(work), stage, comment);
    }

    private static String work(Member owner, MediaId media) {
        return made(owner, "/api/works", "{\"upload\": \"%s\", \"title\": \"Noodles\"}".formatted(media));
    }

    private static void decide(Member operator, String review) {
        var answer = operator.call("POST", "/api/reviews/" + review + "/decision", "{\"approve\": true}");
        if (answer.status() != 200) {
            throw new AssertionError(answer.body());
        }
    }

    private static String made(Member by, String path, String body) {
        var answer = by.call("POST", path, body);
        if (answer.status() != 201) {
            throw new AssertionError(path + ": " + answer.body());
        }
        return answer.json().path("id").asString();
    }

    private String review(String work) {
        return jdbc.sql("select id from governance.review where subject = :work and state = 'open'")
                .param("work", Long.parseLong(work))
                .query(Long.class)
                .single()
                .toString();
    }

    private MediaId film(Member owner) throws IOException {
        var media = new MediaId(ids.next());
        long person = cast.id(owner.handle()).value();
        jdbc.sql("""
                insert into media.uploads (media, owner, size, received, state, percent, priority, made_at, touched_at)
                values (:media, :owner, 1000, 1000, 'ready', 100, 'usual', now(), now())
                """).param("media", media.value()).param("owner", person).update();
        jdbc.sql("""
                insert into media.packages (media, owner, width, height, duration_millis, covers, size, fingerprint,
                    observations, cpu_millis, packaged_at)
                values (:media, :owner, 720, 1280, 8000, 3, 1000, :look, cast('[]' as jsonb), 1, now())
                """)
                .param("media", media.value())
                .param("owner", person)
                .param(
                        "look",
                        ByteBuffer.allocate(Long.BYTES).putLong(media.value()).array())
                .update();
        var folder = folders.packaged(media);
        Files.createDirectories(folder.resolve("360p"));
        Files.writeString(folder.resolve("master.m3u8"), "#EXTM3U\n");
        Files.writeString(folder.resolve("360p/index.m3u8"), "#EXTM3U\n");
        return media;
    }
}
