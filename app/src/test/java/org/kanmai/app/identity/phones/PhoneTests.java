package org.kanmai.app.identity.phones;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@KanmaiTest
@ExtendWith(OutputCaptureExtension.class)
class PhoneTests {
    private final Cast cast;
    private final KeyRotation rotation;
    private final PhoneStore store;
    private final JdbcClient jdbc;
    private final int port;

    PhoneTests(Cast cast, KeyRotation rotation, PhoneStore store, JdbcClient jdbc, @LocalServerPort int port) {
        this.cast = cast;
        this.rotation = rotation;
        this.store = store;
        this.jdbc = jdbc;
        this.port = port;
    }

    @Test
    @Tag("GV-05")
    void aNumberIsNowhereInClear(CapturedOutput output) {
        var browser = Browser.of(port, Cast.handle("anna"));
        var answer = browser.put("/api/me/phone", "{\"phone\": \"13700004321\"}");
        assertThat(answer.json().path("masked").asString()).isEqualTo("+86*******4321");
        browser.put("/api/me/phone", "{\"phone\": \"13700004321x\"}");
        browser.put("/api/me/phone", "{\"phone\": \"13700004321\", \"x\": 1}");
        assertThat(browser.get("/api/me/phone").body()).doesNotContain("13700004321");
        assertThat(cast.tablesHolding("13700004321")).isEmpty();
        assertThat(output.getAll()).doesNotContain("13700004321");
    }

    @Test
    @Tag("GV-05")
    void aNumberSealedForOneOpensForNobodyElse() {
        var anna = Cast.handle("anna");
        var bo = Cast.handle("bo");
        Browser.of(port, anna).put("/api/me/phone", "{\"phone\": \"13700004322\"}");
        var other = Browser.of(port, bo);
        other.put("/api/me/phone", "{\"phone\": \"13700004323\"}");
        jdbc.sql("""
                update identity.phone set sealed = (select sealed from identity.phone where person = :anna)
                where person = :bo
                """)
                .param("anna", cast.id(anna).value())
                .param("bo", cast.id(bo).value())
                .update();
        assertThat(other.get("/api/me/phone").status()).isEqualTo(500);
        other.delete("/api/me/phone", "");
    }

    @Test
    @Tag("GV-05")
    void aNewKeySealsEveryNumberAnewAndTheOldKeyGoes() {
        var anna = Cast.handle("anna");
        var browser = Browser.of(port, anna);
        browser.put("/api/me/phone", "{\"phone\": \"13700004324\"}");
        int before = store.find(cast.id(anna)).orElseThrow().version();
        var progress = rotation.begin();
        assertThat(progress.version()).isGreaterThan(before);
        assertThat(browser.get("/api/me/phone").body()).contains("4324");
        rotation.goOn();
        assertThat(store.find(cast.id(anna)).orElseThrow().version()).isEqualTo(progress.version());
        assertThat(browser.get("/api/me/phone").body()).contains("4324");
        assertThat(jdbc.sql("select count(*) from identity.data_key where purpose = 'phone'")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    @Tag("GV-03")
    @Tag("GV-04")
    @Tag("GV-06")
    void anOperatorReadsANumberWithAReasonThatThePersonSees() {
        var anna = Cast.handle("anna");
        var operator = Cast.handle("olga");
        var person = Browser.of(port, anna);
        person.put("/api/me/phone", "{\"phone\": \"13700004325\"}");
        var reader = Browser.of(port, operator);
        var path = "/api/people/" + anna + "/phone?reason=";
        assertThat(reader.get(path + "a+parcel+was+lost").status()).isEqualTo(403);
        assertThat(new Browser(port).get(path + "a+parcel+was+lost").status()).isEqualTo(401);
        cast.makeOperator(operator);
        reader.signIn(operator, Browser.PASSWORD);
        assertThat(reader.get(path).status()).isEqualTo(422);
        assertThat(person.get("/api/me/data-access").json().path("items").size())
                .isZero();
        assertThat(reader.get(path + "a+parcel+was+lost").body()).contains("+8613700004325");
        var readings = person.get("/api/me/data-access").json().path("items");
        assertThat(readings.size()).isEqualTo(1);
        assertThat(readings.get(0).path("by").asString()).isEqualTo(operator);
        assertThat(readings.get(0).path("field").asString()).isEqualTo("phone");
        assertThat(readings.get(0).path("reason").asString()).isEqualTo("a parcel was lost");
    }
}
