package org.kanmai.app.live.moderation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.live.Pushing;
import org.kanmai.app.live.rooms.Air;
import org.kanmai.app.trade.orders.Street;
import org.kanmai.facts.RoomId;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Rooms on the operators' wall: what is noticed, what is done about it, and the host's appeal. */
@KanmaiTest
@Timeout(180)
class ModerationTests {
    private final Premiere premiere;
    private final Street street;
    private final Air air;
    private final int port;
    private final Browser operator;

    @TempDir
    Path folder;

    ModerationTests(Premiere premiere, Street street, Air air, @LocalServerPort int port) {
        this.premiere = premiere;
        this.street = street;
        this.air = air;
        this.port = port;
        this.operator = premiere.operator(port).browser();
    }

    private record Stage(Browser host, String room, String product) {}

    private Stage stage() {
        var shop = street.shop(port, 9);
        var host = shop.merchant();
        var handle = Street.must(200, host.get("/api/me")).at("/person/handle").asString();
        Street.must(200, operator.put("/api/people/" + handle + "/verification", ""));
        var room = Street.must(201, host.post("/api/me/rooms", "{\"title\": \"Tea\"}"))
                .path("id")
                .asString();
        var products = "{\"products\": [\"" + shop.product() + "\"]}";
        assertThat(host.put("/api/me/rooms/" + room + "/goods", products).status())
                .isEqualTo(204);
        return new Stage(host, room, shop.product());
    }

    private Browser.Answer take(Browser by, String room, String step) {
        return by.post("/api/live-wall/" + room + "/measures", """
                {"step": "%s", "violation": "fraud", "note": "Sells what is not there"}""".formatted(step));
    }

    private static boolean sells(Stage stage) {
        var goods = Street.must(200, stage.host.get("/api/rooms/" + stage.room + "/goods"));
        return !goods.path("items").isEmpty();
    }

    /** What was noticed of a room; nothing before it is on the wall. */
    private List<JsonNode> flags(String room) {
        var wall = Street.must(200, operator.get("/api/live-wall"));
        return StreamSupport.stream(wall.path("items").spliterator(), false)
                .filter(one -> one.path("id").asString().equals(room))
                .flatMap(one -> StreamSupport.stream(one.path("flags").spliterator(), false))
                .toList();
    }

    private static void isTold(Browser host, String kind) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> host.get("/api/me/notices").body().contains("\"kind\":\"" + kind + "\""));
    }

    @Test
    @Tag("LC-16")
    @Tag("GV-23")
    void goodsAreMutedTheHostAppealsAndAnotherOperatorLiftsIt() {
        var stage = stage();
        assertThat(sells(stage)).isTrue();
        var warned = Street.must(201, take(operator, stage.room, "warn"));
        assertThat(sells(stage)).isTrue();
        assertThat(warned.path("step").asString()).isEqualTo("warn");
        isTold(stage.host, "room-measure");
        var muted = Street.must(201, take(operator, stage.room, "mute-goods"))
                .path("id")
                .asString();
        assertThat(sells(stage)).isFalse();
        assertThat(take(operator, stage.room, "mute-goods").type()).endsWith("goods-muted");
        assertThat(take(operator, stage.room, "shout").status()).isEqualTo(422);

        var own = "/api/me/rooms/" + stage.room + "/measures";
        assertThat(Street.must(200, stage.host.get(own)).path("items")).hasSize(2);
        var answer = "/api/live-wall/measures/" + muted + "/answer";
        var lift = "{\"uphold\": false, \"note\": \"It was there after all\"}";
        var another = premiere.operator(port).browser();
        assertThat(another.post(answer, lift).type()).endsWith("no-appeal");
        var words = "{\"words\": \"I have it right here\"}";
        assertThat(another.post(own + "/" + muted + "/appeal", words).status()).isEqualTo(404);
        Street.must(200, stage.host.post(own + "/" + muted + "/appeal", words));
        assertThat(stage.host.post(own + "/" + muted + "/appeal", words).type()).endsWith("appealed");
        assertThat(operator.post(answer, lift).type()).endsWith("own-measure");
        var appeals =
                Street.must(200, operator.get("/api/live-wall")).path("appeals").toString();
        assertThat(appeals).contains("I have it right here", "\"own\":true");
        assertThat(Street.must(200, another.post(answer, lift)).path("upheld").asBoolean())
                .isFalse();
        assertThat(sells(stage)).isTrue();
        assertThat(another.post(answer, lift).type()).endsWith("no-appeal");
        isTold(stage.host, "room-appeal-answered");
    }

    @Test
    @Tag("LC-16")
    void aCutEndsARoomForEverybodyWithinTwoSecondsAndIsOnRecord() throws Exception {
        var stage = stage();
        var pushing = Pushing.of(stage.host, "testsrc2=s=320x180:r=25", 60);
        try {
            var id = RoomId.parse(stage.room);
            await().atMost(Duration.ofSeconds(30)).until(() -> air.isPushed(id));
            var viewer = air.watch(id).orElseThrow();
            Street.must(201, take(operator, stage.room, "cut"));
            // What waits for a viewer is still theirs; nothing follows it once the operator is answered.
            int waited = 0;
            while (viewer.next(0).isPresent()) {
                waited++;
            }
            assertThat(viewer.isOver()).as("over after %d pieces", waited).isTrue();
            assertThat(pushing.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(take(operator, stage.room, "warn").type()).endsWith("room-over");
            var own = Street.must(200, stage.host.get("/api/me/rooms/" + stage.room + "/measures"));
            assertThat(own.at("/items/0/step").asString()).isEqualTo("cut");
            assertThat(own.at("/items/0/violation").asString()).isEqualTo("fraud");
        } finally {
            pushing.destroyForcibly();
        }
    }

    @Test
    @Tag("LC-16")
    void wordsThatStandInThePictureAreFlaggedAndThePictureIsKept() throws Exception {
        var stage = stage();
        var pushing = Pushing.of(stage.host, poster("CASINO"), 90);
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !flags(stage.room).isEmpty());
            var flag = flags(stage.room).getFirst();
            assertThat(flag.path("kind").asString()).isEqualTo("words");
            assertThat(flag.path("value").asString()).contains("casino (gambling-or-drugs)");
            var wall = "/api/live-wall/" + stage.room;
            assertThat(operator.get(wall + "/picture.jpg").status()).isEqualTo(200);
            assertThat(operator.get(wall + "/flags/" + flag.path("id").asString() + "/picture.jpg")
                            .status())
                    .isEqualTo(200);
            assertThat(operator.get(wall + "/flags/..%2f0001/picture.jpg").status())
                    .isBetween(400, 404);
        } finally {
            pushing.destroyForcibly();
        }
    }

    @Test
    @Tag("LC-16")
    void aBlackPictureIsFlaggedOnce() throws Exception {
        var stage = stage();
        var pushing = Pushing.of(stage.host, "color=black:s=320x180:r=25", 60);
        try {
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> !flags(stage.room).isEmpty());
            assertThat(flags(stage.room))
                    .extracting(flag -> flag.path("kind").asString())
                    .containsExactly("black");
        } finally {
            pushing.destroyForcibly();
        }
    }

    private Path poster(String words) throws Exception {
        var picture = new BufferedImage(640, 360, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 640, 360);
        pen.setColor(Color.BLACK);
        pen.setFont(new Font(Font.SANS_SERIF, Font.BOLD, 90));
        pen.drawString(words, 100, 210);
        pen.dispose();
        var file = folder.resolve("poster.png");
        ImageIO.write(picture, "png", file.toFile());
        return file;
    }
}
