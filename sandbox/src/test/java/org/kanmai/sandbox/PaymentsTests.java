package org.kanmai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(120)
class PaymentsTests {
    @TempDir
    static Path folder;

    private static Scene scene;

    @BeforeAll
    static void opens() throws Exception {
        scene = new Scene(folder);
    }

    @AfterAll
    static void closes() {
        scene.close();
    }

    @Test
    void askingTwiceIsOnePayment() throws Exception {
        var id = Scene.id();
        var first = scene.ask(id, 3900);
        var second = scene.ask(id, 3900);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(scene.caller.get("/v1/payments/" + id).body()).isEqualTo(first.body());
    }

    @Test
    void anotherAmountForTheSameIdIsRefused() throws Exception {
        var id = Scene.id();
        scene.ask(id, 3900);
        var other = scene.ask(id, 4000);
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(Scene.json(other).path("type").asString()).isEqualTo("/problems/payment-differs");
        assertThat(Scene.json(scene.caller.get("/v1/payments/" + id))
                        .at("/amount/minor")
                        .asLong())
                .isEqualTo(3900);
    }

    @Test
    void twentyWhoAskAtOnceGetOnePayment() throws Exception {
        var id = Scene.id();
        var answers = new ArrayList<HttpResponse<String>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = new ArrayList<Future<HttpResponse<String>>>();
            for (int count = 0; count < 20; count++) {
                asking.add(threads.submit(() -> scene.ask(id, 3900)));
            }
            for (var one : asking) {
                answers.add(one.get());
            }
        }
        assertThat(answers).filteredOn(answer -> answer.statusCode() == 201).hasSize(1);
        assertThat(answers)
                .extracting(HttpResponse::body)
                .containsOnly(answers.getFirst().body());
    }

    @Test
    void twentyClicksPayOnce() throws Exception {
        var id = Scene.id();
        var page = scene.open(id, 3900);
        var ready = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var clicks = new ArrayList<Future<HttpResponse<String>>>();
            for (int count = 0; count < 20; count++) {
                clicks.add(threads.submit(() -> {
                    ready.await();
                    return scene.pay(page, "none");
                }));
            }
            ready.countDown();
            for (var click : clicks) {
                assertThat(click.get().statusCode()).isEqualTo(303);
            }
        }
        assertThat(scene.state(id)).isEqualTo("paid");
        // A second event would be on its way before that of a later payment.
        var later = Scene.id();
        scene.paid(later, 100);
        await().until(() -> !scene.shop.told(later).isEmpty());
        assertThat(scene.shop.kinds(id)).containsExactly("payment.paid");
    }

    @Test
    void whatRanOutIsClosedAndSaysSoAndCannotBePaid() throws Exception {
        var id = Scene.id();
        var page = scene.open(id, 3900);
        scene.clock.move(Scene.MINUTES);
        scene.pay(page, "none");
        await().until(() -> scene.state(id).equals("closed"));
        await().until(() -> scene.shop.kinds(id).contains("payment.closed"));
        scene.pay(page, "none");
        assertThat(scene.state(id)).isEqualTo("closed");
        assertThat(scene.shop.kinds(id)).containsExactly("payment.closed");
    }

    @Test
    void whatTheMerchantClosesIsClosedOnce() throws Exception {
        var id = Scene.id();
        scene.open(id, 3900);
        var path = "/v1/payments/" + id + "/closing";
        assertThat(Scene.json(scene.caller.post(path, "")).path("state").asString())
                .isEqualTo("closed");
        assertThat(scene.caller.post(path, "").statusCode()).isEqualTo(200);
        await().until(() -> !scene.shop.told(id).isEmpty());
        assertThat(scene.shop.kinds(id)).containsExactly("payment.closed");
        assertThat(scene.caller.post("/v1/payments/unknown/closing", "").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsPaidCannotBeClosed() throws Exception {
        var id = Scene.id();
        scene.paid(id, 3900);
        var closing = scene.caller.post("/v1/payments/" + id + "/closing", "");
        assertThat(closing.statusCode()).isEqualTo(409);
        assertThat(Scene.json(closing).path("type").asString()).isEqualTo("/problems/already-paid");
        var payment = Scene.json(scene.caller.get("/v1/payments/" + id));
        assertThat(payment.path("state").asString()).isEqualTo("paid");
        assertThat(payment.path("paidAt").asString())
                .isEqualTo(scene.clock.instant().toString());
    }

    @Test
    void payingAndClosingAtOnceEndInOneOfBoth() throws Exception {
        for (int round = 0; round < 10; round++) {
            var id = Scene.id();
            var page = scene.open(id, 3900);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                var paying = threads.submit(() -> scene.pay(page, "none"));
                var closing = threads.submit(() -> scene.caller.post("/v1/payments/" + id + "/closing", ""));
                assertThat(paying.get().statusCode()).isEqualTo(303);
                var end = closing.get().statusCode() == 200 ? "closed" : "paid";
                assertThat(scene.state(id)).isEqualTo(end);
                await().until(() -> scene.shop.kinds(id).equals(List.of("payment." + end)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"minor\":3900 | \"minor\":0",
                "\"minor\":3900 | \"minor\":-1",
                "\"minor\":3900 | \"minor\":39.5",
                "\"minor\":3900 | \"minor\":\"3900\"",
                "\"minor\":3900 | \"minor\":1000000000001",
                "\"minor\":3900 | \"minor\":99999999999999999999",
                "\"CNY\" | \"XXX\"",
                "\"CNY\" | \"Yuan\"",
                "\"CNY\" | null",
                "\"id\":\" | \"id\":\"a/b",
                "\"id\":\" | \"id\":\"0123456789012345678901234567890123456789012345678901234567890123",
                "\"A tea bowl\" | \" \"",
                "\"A tea bowl\" | \"a\\u0000b\"",
                "\"A tea bowl\" | \"a\\u202eb\"",
                "\"http://localhost | \"javascript://localhost",
                "\"http://localhost | \"http://me:secret@localhost",
                "\"http://127.0.0.1 | \"ftp://127.0.0.1",
                "2026- | 2020-",
                "2026- | 2031-",
                "\"subject\" | \"else\"",
                "{\"id\" | [{\"id\""
            })
    void whatCannotBeAPaymentIsRefused(String well, String badly) throws Exception {
        var body = scene.asked(Scene.id(), 3900, "A tea bowl").replace(well, badly);
        var refused = scene.caller.post("/v1/payments", body);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(Scene.json(refused).path("type").asString()).isEqualTo("/problems/invalid");
    }

    @Test
    void aSubjectOfMoreThan128CharactersIsRefused() throws Exception {
        assertThat(scene.caller
                        .post("/v1/payments", scene.asked(Scene.id(), 1, "茶".repeat(128)))
                        .statusCode())
                .isEqualTo(201);
        assertThat(scene.caller
                        .post("/v1/payments", scene.asked(Scene.id(), 1, "茶".repeat(129)))
                        .statusCode())
                .isEqualTo(400);
    }
}
