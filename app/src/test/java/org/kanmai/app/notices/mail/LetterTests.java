package org.kanmai.app.notices.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.TestClock;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.content.Premiere.Player;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.notices.mail.MailPort.Mail;
import org.kanmai.app.notices.settings.NoticePurpose;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@KanmaiTest
class LetterTests {
    private static final Pattern SIX_DIGITS = Pattern.compile("\\b[0-9]{6}\\b");

    private final Premiere premiere;
    private final Letters letters;
    private final PostOffice office;
    private final TrialMail mail;
    private final Cast cast;
    private final JdbcClient jdbc;
    private final TestClock clock;
    private final int port;

    LetterTests(
            Premiere premiere,
            Letters letters,
            PostOffice office,
            TrialMail mail,
            Cast cast,
            JdbcClient jdbc,
            TestClock clock,
            @LocalServerPort int port) {
        this.premiere = premiere;
        this.letters = letters;
        this.office = office;
        this.mail = mail;
        this.cast = cast;
        this.jdbc = jdbc;
        this.clock = clock;
        this.port = port;
    }

    @Test
    void nothingButACodeIsSentToAnAddressThatIsNotConfirmed() {
        var anna = premiere.player(port, "anna");
        var address = address(anna);
        var kept = keep(anna, address);
        assertThat(kept.json().path("address").asString()).isEqualTo("a***@example.org");
        assertThat(kept.json().path("confirmed").asBoolean()).isFalse();
        write(anna);
        assertThat(waiting(anna)).isZero();
        assertThat(mail.to(address)).hasSize(1);
        assertThat(cast.tablesHolding(address)).as("in clear").isEmpty();

        assertThat(confirm(anna, code(address)).json().path("confirmed").asBoolean())
                .isTrue();
        write(anna);
        assertThat(sent(address)).hasSize(2);
    }

    @Test
    void aCodeIsGoodForTenMinutes() {
        var anna = premiere.player(port, "anna");
        var address = address(anna);
        keep(anna, address);
        clock.forward(Duration.ofMinutes(9).plusSeconds(50));
        assertThat(confirm(anna, "no").status()).as("still good").isEqualTo(422);
        clock.forward(Duration.ofSeconds(10));
        assertThat(confirm(anna, code(address)).type()).isEqualTo("/problems/code-over");
    }

    @Test
    void aCodeCanBeTriedFiveTimes() {
        var anna = premiere.player(port, "anna");
        var address = address(anna);
        keep(anna, address);
        for (int wrong = 0; wrong < 5; wrong++) {
            assertThat(confirm(anna, "wrong").status()).isEqualTo(422);
        }
        assertThat(confirm(anna, code(address)).status()).isEqualTo(409);
        keep(anna, address);
        for (int wrong = 0; wrong < 4; wrong++) {
            confirm(anna, "wrong");
        }
        assertThat(confirm(anna, code(address)).status()).isEqualTo(200);
    }

    @Test
    void fiveCodesAnHourAreSentEvenIfTheAddressIsTakenBackBetween() {
        var anna = premiere.player(port, "anna");
        for (int each = 0; each < 5; each++) {
            assertThat(keep(anna, address(anna)).status()).isEqualTo(200);
            anna.browser().delete("/api/me/notices/mail", "");
        }
        assertThat(keep(anna, address(anna)).status()).isEqualTo(429);
        clock.forward(Duration.ofHours(1));
        assertThat(keep(anna, address(anna)).status()).isEqualTo(200);
    }

    @Test
    void aLetterIsTriedFiveTimesEverMoreRarely() {
        var anna = premiere.player(port, "anna");
        var address = confirmed(anna);
        anna.browser().put("/api/me/notices/settings", always());
        mail.refuse(address);
        int before = mail.refusals();
        write(anna);
        for (int tries = 1; tries <= 5; tries++) {
            int expected = before + tries;
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                office.send();
                assertThat(mail.refusals()).isEqualTo(expected);
            });
            clock.forward(PostOffice.pause(tries));
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> waiting(anna) == 0);
        office.send();
        assertThat(mail.refusals()).isEqualTo(before + 5);
        assertThat(PostOffice.pause(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(PostOffice.pause(4)).isEqualTo(Duration.ofMinutes(64));
    }

    @Test
    void oneCallWithALettersTokenEndsLettersOfItsPurpose() {
        var anna = premiere.player(port, "anna");
        var address = confirmed(anna);
        write(anna);
        var letter = sent(address).getLast();
        assertThat(letter.text()).contains("https://kanmai.example/notices/off?token=");
        var off = letter.off();
        assertThat(off).isNotNull();
        var anybody = new Browser(port);
        assertThat(anybody.withoutCsrf("POST", "/api/notices/off?token=forged", "")
                        .status())
                .isEqualTo(422);
        assertThat(anybody.withoutCsrf("POST", off.getPath() + "?" + off.getQuery(), "")
                        .status())
                .isEqualTo(200);
        write(anna);
        await().atMost(Duration.ofSeconds(20)).until(() -> waiting(anna) == 0);
        assertThat(mail.to(address)).hasSize(2);
        var settings = anna.browser().get("/api/me/notices/settings").json().path("purposes");
        assertThat(settings.valueStream()
                        .filter(each -> each.path("purpose").asString().equals("orders")))
                .allMatch(orders ->
                        !orders.path("mail").asBoolean() && orders.path("inbox").asBoolean());
    }

    @Test
    void anErasedPersonsAddressAndLettersGo() {
        var anna = premiere.player(port, "anna");
        confirmed(anna);
        write(anna, clock.instant().plus(Duration.ofDays(1)));
        assertThat(waiting(anna)).isOne();
        anna.browser().delete("/api/me", "{\"password\": \"%s\"}".formatted(Browser.PASSWORD));
        assertThat(waiting(anna)).isZero();
        assertThat(jdbc.sql("select count(*) from notices.address where person = :person")
                        .param("person", anna.id().value())
                        .query(Long.class)
                        .single())
                .isZero();
    }

    private String confirmed(Player player) {
        var address = address(player);
        keep(player, address);
        assertThat(confirm(player, code(address)).status()).isEqualTo(200);
        return address;
    }

    private static String address(Player player) {
        return player.handle() + "@example.org";
    }

    private Browser.Answer keep(Player player, String address) {
        return player.browser().put("/api/me/notices/mail", "{\"mail\": \"%s\"}".formatted(address));
    }

    private static Browser.Answer confirm(Player player, String code) {
        return player.browser().post("/api/me/notices/mail/confirmation", "{\"digits\": \"%s\"}".formatted(code));
    }

    private String code(String address) {
        var digits = SIX_DIGITS.matcher(mail.to(address).getLast().text());
        assertThat(digits.find()).isTrue();
        return digits.group();
    }

    private void write(Player player) {
        write(player, clock.instant());
    }

    private void write(Player player, Instant due) {
        letters.add(List.of(new Letters.Letter(player.id(), NoticePurpose.ORDERS, "order-paid", due)));
    }

    private List<Mail> sent(String address) {
        return await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> {
                            office.send();
                            return mail.to(address);
                        },
                        mails -> mails.size() > 1);
    }

    private long waiting(Player player) {
        return jdbc.sql("select count(*) from notices.letter where person = :person")
                .param("person", player.id().value())
                .query(Long.class)
                .single();
    }

    private static String always() {
        return """
                {"purposes": [{"purpose": "orders", "inbox": true, "mail": true}],
                 "quiet": {"on": false, "from": "22:00", "until": "08:00", "zone": "UTC"}}""";
    }
}
