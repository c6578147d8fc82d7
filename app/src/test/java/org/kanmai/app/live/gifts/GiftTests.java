package org.kanmai.app.live.gifts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.ledger.Account;
import org.kanmai.app.ledger.Ledger;
import org.kanmai.app.live.Ear;
import org.kanmai.app.live.Stage;
import org.kanmai.app.live.Stage.Open;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.facts.PaymentId;
import org.kanmai.facts.PersonId;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Gifts to hosts: shared out to the cent, held, given back whole, and never more a day than one may give. */
@KanmaiTest
@Tag("LC-05")
class GiftTests {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Currency CNY = Currency.getInstance("CNY");

    private final Stage stage;
    private final Street street;
    private final Premiere premiere;
    private final Ledger ledger;
    private final Gifts gifts;
    private final JdbcClient jdbc;
    private final int port;

    GiftTests(
            Stage stage,
            Street street,
            Premiere premiere,
            Ledger ledger,
            Gifts gifts,
            JdbcClient jdbc,
            @LocalServerPort int port) {
        this.stage = stage;
        this.street = street;
        this.premiere = premiere;
        this.ledger = ledger;
        this.gifts = gifts;
        this.jdbc = jdbc;
        this.port = port;
    }

    private Browser giver() {
        var handle = Cast.handle("giver");
        var browser = Browser.of(port, handle);
        Street.must(200, premiere.operator(port).browser().put("/api/people/" + handle + "/verification", ""));
        return browser;
    }

    private static Answer give(Browser giver, Open open, String kind, int pieces) {
        return giver.post(open.here("/gifts"), """
                {"kind": "%s", "pieces": %d, "provider": "trial"}""".formatted(kind, pieces));
    }

    private void pay(JsonNode opening) {
        var payment = PaymentId.parse(opening.at("/payment/id").asString());
        assertThat(street.told(port, "PAID", payment, 0, UUID.randomUUID().toString())
                        .status())
                .isEqualTo(204);
    }

    private static PersonId id(Browser somebody) {
        return PersonId.parse(
                Street.must(200, somebody.get("/api/me")).at("/person/id").asString());
    }

    private long owned(Account account) {
        return ledger.balance(account, CNY, Instant.parse("2499-01-01T00:00:00Z"))
                .minor();
    }

    @Test
    @Tag("CR-03")
    void aGiftIsSharedOutHeldAndThenTheHosts() {
        var open = stage.room(port, 9);
        var giver = giver();
        var host = id(open.host());
        var ear = Ear.in(open.room(), port);
        await().atMost(PATIENCE).until(() -> ear.heard("said"));
        var opening = Street.must(201, give(giver, open, "flower", 3));
        assertThat(opening.at("/payment/amount/minor").asLong()).isEqualTo(1_800);
        pay(opening);
        await().atMost(PATIENCE).until(() -> ear.heard("\"gift\"", "\"flower\"", "\"pieces\":3"));
        assertThat(owned(Account.held(host))).isEqualTo(1_260);
        assertThat(owned(Account.clearing(id(giver)))).isZero();
        var lines = Street.must(200, open.host().get("/api/me/statement")).path("lines");
        assertThat(lines.valueStream()
                        .filter(line -> line.path("what").asString().equals("gifts")))
                .hasSize(1);
        jdbc.sql("update live.gift set paid_at = :at where id = :id")
                .param("at", Timestamp.from(Instant.parse("2020-01-01T00:00:00Z")))
                .param("id", opening.path("id").asLong())
                .update();
        gifts.goOn();
        assertThat(owned(Account.held(host))).isZero();
        assertThat(owned(Account.free(host))).isEqualTo(1_260);
    }

    @Test
    void anOperatorGivesAGiftBackWholeAsLongAsItIsHeld() {
        var open = stage.room(port, 9);
        var giver = giver();
        var opening = Street.must(201, give(giver, open, "boat", 1));
        pay(opening);
        var operator = premiere.operator(port).browser();
        var path = "/api/gifts/" + opening.path("id").asString() + "/return";
        assertThat(operator.post(path, "{\"reason\": \"Given by a child\"}").status())
                .isEqualTo(204);
        assertThat(operator.post(path, "{\"reason\": \"Given by a child\"}").type())
                .endsWith("gift-state");
        assertThat(owned(Account.held(id(open.host())))).isZero();
        assertThat(Street.must(200, giver.get("/api/me/gifts"))
                        .at("/items/0/state")
                        .asString())
                .isEqualTo("returned");
        var shown = gone(operator, "returned", opening);
        assertThat(shown.path("cause").asString()).isEqualTo("taken-back");
        assertThat(shown.path("reason").asString()).isEqualTo("Given by a child");
        assertThat(shown.at("/returnedBy/name").asString()).isNotEmpty();
        var movements =
                Street.must(200, operator.get("/api/gifts/" + opening.path("id").asString() + "/movements"));
        assertThat(movements.path("items").findValuesAsString("kind")).contains("payment", "gift", "refund");
        assertThat(jdbc.sql("select count(*) from payment.refund where subject = :id")
                        .param("id", opening.path("id").asLong())
                        .query((row, number) -> row.getInt(1))
                        .single())
                .isEqualTo(1);
    }

    private static JsonNode gone(Browser operator, String state, JsonNode opening) {
        return Street.must(200, operator.get("/api/gifts?state=" + state))
                .path("items")
                .valueStream()
                .filter(each -> each.path("id").equals(opening.path("id")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatIsPaidAfterTheRoomIsOverGoesBack() {
        var open = stage.room(port, 9);
        var giver = giver();
        var opening = Street.must(201, give(giver, open, "tea", 1));
        Street.must(200, open.host().post(open.own("/end"), ""));
        pay(opening);
        assertThat(owned(Account.held(id(open.host())))).isZero();
        assertThat(jdbc.sql("select count(*) from payment.refund where subject = :id")
                        .param("id", opening.path("id").asLong())
                        .query((row, number) -> row.getInt(1))
                        .single())
                .isEqualTo(1);
        assertThat(give(giver, open, "tea", 1).type()).endsWith("room-over");
        jdbc.sql("update live.gift set expires_at = :at where id = :id")
                .param("at", Timestamp.from(Instant.parse("2020-01-01T00:00:00Z")))
                .param("id", opening.path("id").asLong())
                .update();
        gifts.goOn();
        var operator = premiere.operator(port).browser();
        assertThat(gone(operator, "lapsed", opening).path("cause").asString()).isEqualTo("too-late");
    }

    @Test
    void nobodyGivesUnnamedOrToThemselvesOrMoreADayThanOneMay() {
        var open = stage.room(port, 9);
        assertThat(give(Browser.of(port, Cast.handle("child")), open, "tea", 1).type())
                .endsWith("name-needed-to-give");
        assertThat(give(open.host(), open, "tea", 1).type()).endsWith("own-room");
        var giver = giver();
        for (int number = 0; number < 5; number++) {
            Street.must(201, give(giver, open, "boat", 1));
        }
        assertThat(give(giver, open, "boat", 1).type()).endsWith("enough-given");
        assertThat(give(giver, open, "tea", 10).status()).isEqualTo(201);
        assertThat(give(giver, open, "tea", 1).type()).endsWith("enough-given");
        assertThat(give(giver, open, "tea", 11).status()).isEqualTo(422);
        assertThat(give(giver, open, "gold", 1).status()).isEqualTo(422);
    }
}
