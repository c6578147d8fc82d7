package org.kanmai.app.notices;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.content.Premiere.Player;
import org.kanmai.facts.WorkId;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is told at once is written together, and comes out as if it had been written one by one. */
@KanmaiTest
class TogetherTests {
    private final Premiere premiere;
    private final Postman postman;
    private final int port;

    TogetherTests(Premiere premiere, Postman postman, @LocalServerPort int port) {
        this.premiere = premiere;
        this.postman = postman;
        this.port = port;
    }

    @Test
    void theInboxHasTheOrderInWhichThingsWereToldWhateverIsFolded() {
        var chen = premiere.player(port, "chen");
        var anna = premiere.player(port, "anna");
        postman.tell(List.of(
                order(chen, NoticeKind.ORDER_PLACED, 1),
                liked(chen, anna),
                order(chen, NoticeKind.ORDER_PAID, 1),
                order(chen, NoticeKind.ORDER_PLACED, 2)));
        assertThat(Postman.kinds(postman.settled(chen.browser())))
                .containsExactly("order-placed", "order-paid", "liked", "order-placed");
        assertThat(unread(chen)).isEqualTo(4);
    }

    @Test
    void ofOneKeyTheFirstCountsAndOfOneFoldThereIsOneLine() {
        var chen = premiere.player(port, "chen");
        var first = order(chen, NoticeKind.ORDER_PLACED, 1);
        postman.tell(List.of(first, order(chen, NoticeKind.ORDER_PLACED, 1), folded(chen, "a"), folded(chen, "b")));
        var inbox = postman.settled(chen.browser());
        assertThat(Postman.kinds(inbox)).containsExactly("approved", "order-placed");
        assertThat(inbox.getFirst().path("count").asInt()).isEqualTo(2);

        chen.browser()
                .put(
                        "/api/me/notices/read",
                        "{\"upTo\": \"%s\"}"
                                .formatted(inbox.getFirst().path("id").asString()));
        postman.tell(List.of(first, folded(chen, "a")));
        postman.settle();
        assertThat(unread(chen)).as("told before").isZero();
        postman.tell(List.of(order(chen, NoticeKind.ORDER_PAID, 1), folded(chen, "b"), folded(chen, "c")));
        inbox = postman.settled(chen.browser());
        assertThat(Postman.kinds(inbox)).containsExactly("approved", "order-paid", "order-placed");
        assertThat(inbox.getFirst().path("count").asInt()).isEqualTo(3);
        assertThat(unread(chen)).isEqualTo(2);
    }

    @Test
    void whatWasKeptOutOfTheInboxStaysOut() {
        var chen = premiere.player(port, "chen");
        chen.browser().put("/api/me/notices/settings", Postman.choice(Map.of("reviews", ""), true));
        postman.tell(List.of(folded(chen, "a"), order(chen, NoticeKind.ORDER_PAID, 1)));
        assertThat(Postman.kinds(postman.settled(chen.browser()))).containsExactly("order-paid");
        chen.browser().put("/api/me/notices/settings", Postman.choice(Map.of("reviews", "inbox"), true));
        postman.tell(List.of(folded(chen, "a")));
        assertThat(Postman.kinds(postman.settled(chen.browser()))).containsExactly("order-paid");
    }

    @Test
    void moreTellingsCostNoMoreStatements() {
        var chen = premiere.player(port, "chen");
        assertThat(statements(chen, 100, 80))
                .isEqualTo(statements(chen, 200, 1))
                .isOne();
    }

    /** Counts those that write lines and what they are made of, whichever thread sorts; what others were told is sorted before. */
    private long statements(Player chen, int from, int tellings) {
        postman.settle();
        var template = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        var statements = new ListAppender<ILoggingEvent>();
        statements.start();
        template.addAppender(statements);
        template.setLevel(Level.DEBUG);
        try {
            postman.tell(IntStream.range(from, from + tellings)
                    .mapToObj(number -> order(chen, NoticeKind.ORDER_PAID, number))
                    .toList());
            postman.settle();
        } finally {
            template.setLevel(null);
            template.detachAppender(statements);
        }
        return statements.list.stream()
                .map(ILoggingEvent::getFormattedMessage)
                .filter(text -> text.contains("notices.part"))
                .count();
    }

    private static Telling order(Player to, NoticeKind kind, long id) {
        return Telling.of(
                to.id(), kind, new NoticeSubject(NoticeSubject.Kind.ORDER, id), "order:" + id + ":" + kind.code());
    }

    private static Telling folded(Player to, String key) {
        return Telling.of(to.id(), NoticeKind.APPROVED, NoticeSubject.work(new WorkId(7)), key)
                .into("folded");
    }

    private static Telling liked(Player to, Player from) {
        return Telling.of(to.id(), NoticeKind.LIKED, NoticeSubject.work(new WorkId(7)), "liked:" + from.id())
                .by(from.id())
                .into("liked");
    }

    private static int unread(Player player) {
        return player.browser()
                .get("/api/me/notices/unread")
                .json()
                .path("count")
                .asInt();
    }
}
