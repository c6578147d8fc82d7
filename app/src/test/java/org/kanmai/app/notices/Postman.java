package org.kanmai.app.notices;

import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.kanmai.app.identity.Browser;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** Tells people for tests, and waits until what was told is in their inboxes. */
@Component
public class Postman {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Notices notices;
    private final Sorting sorting;
    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Clock clock;

    Postman(Notices notices, Sorting sorting, JdbcClient jdbc, TransactionOperations transactions, Clock clock) {
        this.notices = notices;
        this.sorting = sorting;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    void tell(Telling telling) {
        transactions.executeWithoutResult(status -> notices.tell(telling));
    }

    /** Tells several things at once, to be sorted together. */
    void tell(List<Telling> tellings) {
        transactions.executeWithoutResult(status -> notices.tell(tellings));
    }

    /** Waits until nothing that is due waits to be sorted. */
    public void settle() {
        await().atMost(PATIENCE).until(() -> {
            sorting.sort();
            return due() == 0;
        });
    }

    /** Returns how much is told to somebody and not sorted. */
    long held(PersonId person) {
        return jdbc.sql("select count(*) from notices.told where person = :person")
                .param("person", person.value())
                .query(Long.class)
                .single();
    }

    private long due() {
        return jdbc.sql("select count(*) from notices.told where due_at <= :now")
                .param("now", Timestamp.from(clock.instant()))
                .query(Long.class)
                .single();
    }

    /** Returns the first line of somebody's inbox, as soon as there is one. */
    public JsonNode first(Browser browser) {
        return await().atMost(PATIENCE)
                .until(() -> inbox(browser), lines -> !lines.isEmpty())
                .getFirst();
    }

    /** Returns somebody's inbox when nothing is on its way, and what each line says. */
    public List<JsonNode> settled(Browser browser) {
        settle();
        return inbox(browser);
    }

    /** Returns the kinds of somebody's lines, as soon as there are so many. */
    public List<String> kinds(Browser browser, int lines) {
        return kinds(await().atMost(PATIENCE).until(() -> settled(browser), found -> found.size() >= lines));
    }

    static List<String> kinds(List<JsonNode> lines) {
        return lines.stream().map(line -> line.path("kind").asString()).toList();
    }

    public static List<JsonNode> inbox(Browser browser) {
        return browser.get("/api/me/notices?limit=50")
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    /** Returns how somebody chooses, in the form of the API. */
    static String choice(Map<String, String> purposes, boolean quiet) {
        var chosen = purposes.entrySet().stream()
                .map(each -> "{\"purpose\": \"%s\", \"inbox\": %s, \"mail\": %s}"
                        .formatted(
                                each.getKey(),
                                each.getValue().contains("inbox"),
                                each.getValue().contains("mail")))
                .toList();
        return """
                {"purposes": [%s], "quiet": {"on": %s, "from": "22:00", "until": "08:00", "zone": "Asia/Shanghai"}}""".formatted(String.join(", ", chosen), quiet);
    }
}
