package org.kanmai.app.content;

import java.nio.ByteBuffer;
import java.util.List;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.facts.Ids;
import org.kanmai.facts.MediaId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Makes films and works for tests, through the API but for the transcoding. */
@Component
public class Premiere {
    private final JdbcClient jdbc;
    private final Ids ids;
    private final Cast cast;

    Premiere(JdbcClient jdbc, Ids ids, Cast cast) {
        this.jdbc = jdbc;
        this.ids = ids;
        this.cast = cast;
    }

    /** Somebody with an account and a browser. */
    public record Player(String handle, PersonId id, Browser browser) {}

    public Player player(int port, String name) {
        var handle = Cast.handle(name);
        var browser = Browser.of(port, handle);
        return new Player(handle, cast.id(handle), browser);
    }

    public Player operator(int port) {
        var player = player(port, "olga");
        cast.makeOperator(player.handle());
        var again = new Browser(port);
        again.signIn(player.handle(), Browser.PASSWORD);
        return new Player(player.handle(), player.id(), again);
    }

    /** Adds an upload that waits for its transcoding. */
    public MediaId upload(PersonId owner) {
        var media = new MediaId(ids.next());
        jdbc.sql("""
                insert into media.uploads (media, owner, size, received, state, priority, made_at, touched_at)
                values (:media, :owner, 1000, 1000, 'transcoding', 'usual', now(), now())
                """)
                .param("media", media.value())
                .param("owner", owner.value())
                .update();
        return media;
    }

    /** Adds what a finished transcoding leaves in the tables. */
    public void packaged(MediaId media, PersonId owner) {
        var look = ByteBuffer.allocate(Long.BYTES).putLong(media.value()).array();
        jdbc.sql("""
                insert into media.packages (media, owner, width, height, duration_millis, covers, size, fingerprint,
                       observations, cpu_millis, packaged_at)
                values (:media, :owner, 720, 1280, 8000, 3, 1000, :look,
                       cast('[{"check": "BLACK_FRAMES", "share": 0.9}]' as jsonb), 1, now())
                """)
                .param("media", media.value())
                .param("owner", owner.value())
                .param("look", look)
                .update();
        jdbc.sql("update media.uploads set state = 'ready', percent = 100 where media = :media")
                .param("media", media.value())
                .update();
    }

    public MediaId film(PersonId owner) {
        var media = upload(owner);
        packaged(media, owner);
        return media;
    }

    /** Sends a finished film with a title to review. */
    public WorkId submitted(Player creator, String title, String more) {
        var media = film(creator.id());
        var answer =
                creator.browser().post("/api/works", """
                {"upload": "%s", "title": "%s"%s}
                """.formatted(media, title, more.isEmpty() ? "" : ", " + more));
        if (answer.status() != 201) {
            throw new AssertionError(answer.body());
        }
        return WorkId.parse(answer.json().path("id").asString());
    }

    public WorkId published(Player creator, Player operator, String title, String more) {
        var work = submitted(creator, title, more);
        var answer = decide(operator, work.value(), "{\"approve\": true}");
        if (answer.status() != 200) {
            throw new AssertionError(answer.body());
        }
        return work;
    }

    public Browser.Answer decide(Player operator, long subject, String decision) {
        return operator.browser().post("/api/reviews/" + review(subject) + "/decision", decision);
    }

    /** Returns the latest open review about a subject. */
    public long review(long subject) {
        return jdbc.sql("""
                select max(id)
                  from governance.review
                 where subject = :subject
                   and state = 'open'
                """).param("subject", subject).query(Long.class).single();
    }

    public static List<String> ids(JsonNode list) {
        return list.path("items")
                .valueStream()
                .map(item -> item.path("id").asString())
                .toList();
    }
}
