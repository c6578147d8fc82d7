package org.kanmai.app.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@KanmaiTest
@Tag("TD-57")
class WorkSearchTests {
    private final Premiere premiere;
    private final WorkCopies copies;
    private final JdbcClient jdbc;
    private final int port;

    WorkSearchTests(Premiere premiere, WorkCopies copies, JdbcClient jdbc, @LocalServerPort int port) {
        this.premiere = premiere;
        this.copies = copies;
        this.jdbc = jdbc;
        this.port = port;
    }

    private String published(Premiere.Player creator, String title, String more) {
        return premiere.published(creator, premiere.operator(port), title, more).toString();
    }

    private JsonNode search(Browser by, String question) {
        copies.follow();
        var answer = by.get("/api/search/works?q=" + URLEncoder.encode(question, StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<String> ids(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(item -> item.path("work").path("id").asString())
                .toList();
    }

    @Test
    void aWorkIsFoundByItsTitleItsHashtagsAndItsCreatorUntilItIsGone() {
        var lin = premiere.player(port, "lin");
        var guest = new Browser(port);
        var titled = published(lin, "黑洞视界是什么", "");
        var tagged = published(lin, "宇宙第三课", "\"hashtags\": [\"黑洞视界\"]");
        assertThat(ids(search(guest, "黑洞视界"))).containsExactly(titled, tagged);
        assertThat(ids(search(guest, lin.handle()))).contains(titled, tagged);
        jdbc.sql("update governance.subject set state = 'taken-down' where kind = 'work' and id = :id")
                .param("id", Long.parseLong(titled))
                .update();
        assertThat(ids(search(guest, "黑洞视界"))).containsExactly(tagged);
    }

    @Test
    void whatMachinesUnderstoodIsFoundTooButForWhatTheCreatorTookAway() {
        var lin = premiere.player(port, "lin");
        var work = published(lin, "周三的实验", "");
        jdbc.sql("""
                insert into content.understanding (work, recipe, keywords, removed, topics, frames, figures, at)
                     values (:work, 'test', '{量子纠缠现象, 炼金术士}', '{炼金术士}', '{}', '', '{}', now())
                on conflict (work) do update set keywords = excluded.keywords, removed = excluded.removed,
                                                 changed_in = excluded.changed_in
                """).param("work", Long.parseLong(work)).update();
        assertThat(ids(search(new Browser(port), "量子纠缠"))).containsExactly(work);
        assertThat(ids(search(new Browser(port), "炼金术士"))).doesNotContain(work);
    }

    @Test
    void aResultIsAnExposureOfItsViewer() {
        var lin = premiere.player(port, "lin");
        var work = published(lin, "琉璃瓦烧制全过程", "");
        var viewer = premiere.player(port, "viewer").browser();
        var page = search(viewer, "琉璃瓦");
        assertThat(ids(page)).containsExactly(work);
        assertThat(page.at("/items/0/marked/0").toString()).isEqualTo("{\"from\":0,\"to\":3}");
        var told = viewer.post(
                "/api/facts",
                "{\"facts\": [{\"kind\": \"exposed\", \"token\": \"%s\"}]}"
                        .formatted(page.at("/items/0/token").asString()));
        assertThat(told.json().path("accepted").asInt()).as(told.body()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=51", "cursor=AAAA", "q=%00"})
    void nonsenseIsRefused(String query) {
        assertThat(new Browser(port).get("/api/search/works?" + query).type()).startsWith("/problems/");
    }
}
