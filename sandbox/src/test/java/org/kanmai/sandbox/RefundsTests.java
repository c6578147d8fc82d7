package org.kanmai.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RefundsTests {
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
    void aRefundIsDoneASecondLaterAndSaysSo() throws Exception {
        var id = Scene.id();
        scene.paid(id, 3900);
        var begun = scene.refund(id, id + "-r", 1000);
        assertThat(begun.statusCode()).isEqualTo(202);
        assertThat(Scene.json(begun).path("state").asString()).isEqualTo("processing");
        scene.clock.move(Duration.ofSeconds(1));
        await().until(() -> scene.shop.kinds(id).contains("refund.done"));
        var told = scene.shop.told(id).getLast();
        assertThat(told.isSigned()).isTrue();
        assertThat(told.body().path("refund").asString()).isEqualTo(id + "-r");
        assertThat(told.body().at("/amount/minor").asLong()).isEqualTo(1000);
        assertThat(state(id + "-r")).isEqualTo("done");
    }

    @Test
    void askingTwiceIsOneRefund() throws Exception {
        var id = Scene.id();
        scene.paid(id, 3900);
        assertThat(scene.refund(id, id + "-r", 3900).statusCode()).isEqualTo(202);
        assertThat(scene.refund(id, id + "-r", 3900).statusCode()).isEqualTo(202);
        refused(scene.refund(id, id + "-r", 100), "refund-differs");
        refused(scene.refund(id, id + "-s", 1), "refund-exceeds-payment");
    }

    @Test
    void theSameIdIsNoRefundOfAnotherPayment() throws Exception {
        var id = Scene.id();
        var other = Scene.id();
        scene.paid(id, 3900);
        scene.paid(other, 3900);
        scene.refund(id, id + "-r", 100);
        refused(scene.refund(other, id + "-r", 100), "refund-differs");
    }

    @Test
    void whatIsNotPaidIsNotRefunded() throws Exception {
        var id = Scene.id();
        scene.open(id, 3900);
        refused(scene.refund(id, id + "-r", 1), "not-paid");
        assertThat(scene.refund("unknown", id + "-r", 1).statusCode()).isEqualTo(404);
        assertThat(scene.caller.get("/v1/refunds/" + id + "-r").statusCode()).isEqualTo(404);
    }

    @Test
    void anotherCurrencyIsNotRefunded() throws Exception {
        var id = Scene.id();
        scene.paid(id, 3900);
        var body = "{\"id\":\"" + id + "-r\",\"reason\":\"broken\",\"amount\":{\"minor\":1,\"currency\":\"EUR\"}}";
        refused(scene.caller.post("/v1/payments/" + id + "/refunds", body), "currency-differs");
    }

    @Test
    void refundsAtOnceNeverExceedWhatWasPaid() throws Exception {
        var id = Scene.id();
        scene.paid(id, 1000);
        var accepted = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asking = new ArrayList<Future<HttpResponse<String>>>();
            for (int count = 0; count < 20; count++) {
                var refund = id + "-r" + count;
                asking.add(threads.submit(() -> scene.refund(id, refund, 300)));
            }
            for (var one : asking) {
                accepted += one.get().statusCode() == 202 ? 1 : 0;
            }
        }
        assertThat(accepted).isEqualTo(3);
        assertThat(scene.refund(id, id + "-rest", 100).statusCode()).isEqualTo(202);
        refused(scene.refund(id, id + "-more", 1), "refund-exceeds-payment");
    }

    private static String state(String refund) throws Exception {
        return Scene.json(scene.caller.get("/v1/refunds/" + refund))
                .path("state")
                .asString();
    }

    private static void refused(HttpResponse<String> response, String type) {
        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(Scene.json(response).path("type").asString()).isEqualTo("/problems/" + type);
    }
}
