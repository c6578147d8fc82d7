package org.kanmai.app.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kanmai.app.KanmaiTest;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.content.shelf.Shelf;
import org.kanmai.app.river.Logged;
import org.kanmai.app.river.Spectator;
import org.kanmai.distribution.Option;
import org.kanmai.distribution.PageDraw;
import org.kanmai.distribution.PagePlan;
import org.kanmai.distribution.Placed;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.facts.Binary;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.FactCodec;
import org.kanmai.facts.Served;
import org.kanmai.facts.ServedItem;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.kanmai.facts.Subject;
import org.kanmai.facts.WorkId;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What the log keeps of a page, and what its holder can prove by it. */
@KanmaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PagesTests {
    private static final PagePlan PLAN = PagePlan.of(PolicyDocument.first().page());

    private final Premiere premiere;
    private final Shelf shelf;
    private final Logged logged;
    private final FeedSettings settings;
    private final int port;
    private final Spectator viewer;

    PagesTests(Premiere premiere, Shelf shelf, Logged logged, FeedSettings settings, @LocalServerPort int port) {
        this.premiere = premiere;
        this.shelf = shelf;
        this.logged = logged;
        this.settings = settings;
        this.port = port;
        this.viewer = Spectator.at(port);
    }

    @BeforeAll
    void publish() {
        var olga = premiere.operator(port);
        var chen = premiere.player(port, "chen");
        for (int film = 0; film < 7; film++) {
            premiere.published(chen, olga, "茶", "");
        }
        shelf.refresh();
    }

    @Test
    void thePublishedKeyProvesThatTheLogHasThePage() throws Exception {
        var page = viewer.page("count=6");
        var record = logged.records(viewer.pseudonym()).getLast().bytes();
        var signature = Base64.getDecoder().decode(page.path("signature").asString());
        var key = page.path("key").asString();
        assertThat(verified(record, key, signature)).isTrue();
        record[record.length / 2] ^= 1;
        assertThat(verified(record, key, signature)).isFalse();
    }

    private boolean verified(byte[] record, String name, byte[] proof) throws Exception {
        var published = viewer.browser()
                .get("/api/keys")
                .json()
                .valueStream()
                .filter(key -> key.path("key").asString().equals(name))
                .findFirst()
                .orElseThrow();
        var encoded = Base64.getDecoder().decode(published.path("publicKey").asString());
        var signature = Signature.getInstance(published.path("algorithm").asString());
        signature.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
        var leaf = MessageDigest.getInstance("SHA-256");
        leaf.update((byte) 0);
        signature.update(leaf.digest(record));
        return signature.verify(proof);
    }

    /** Bit for bit: the same ids, slots and chances, from nothing but the record and the rules of its policy. */
    @Test
    @Tag("TD-31")
    void aPageCanBeDrawnAgainFromItsRecord() {
        for (int somebody = 0; somebody < 5; somebody++) {
            var stranger = Spectator.at(port);
            stranger.page("count=6");
            var served = logged.facts(stranger.pseudonym(), Served.class).getFirst();
            var again = new PageDraw(PLAN, settings.temperature(), settings.perCreator())
                    .draw(options(served.candidates()), 6, new SplittableRandom(served.request()));
            assertThat(again.stream().map(PagesTests::said))
                    .containsExactlyElementsOf(
                            served.items().stream().map(PagesTests::said).toList());
            assertThat(served.items()).extracting(ServedItem::slot).containsExactlyElementsOf(PLAN.slots());
        }
    }

    private static String said(Placed placed) {
        var option = placed.option();
        return option.id() + " " + placed.slot() + " " + placed.propensity() + " " + (float) option.score();
    }

    private static String said(ServedItem item) {
        return item.subject().id() + " " + item.slot() + " " + item.propensity() + " " + item.score();
    }

    private static List<Option> options(Binary candidates) {
        var bytes = ByteBuffer.wrap(candidates.bytes());
        assertThat(bytes.get()).as("layout").isEqualTo((byte) 1);
        var options = new ArrayList<Option>();
        while (bytes.hasRemaining()) {
            options.add(new Option(bytes.getLong(), bytes.getLong(), bytes.getFloat(), bytes.getFloat()));
            bytes.get();
        }
        return options;
    }

    @Test
    void anItemOfARecordHasAtMost400Bytes() {
        viewer.page("count=6");
        var served = logged.facts(viewer.pseudonym(), Served.class).getLast();
        assertThat(perItem(served, served.items())).isLessThanOrEqualTo(400);
        var longest = new ServedItem(
                new ExposureId(Long.MAX_VALUE),
                Subject.work(new WorkId(Long.MAX_VALUE)),
                999,
                Source.FOLLOWING,
                SlotKind.RANDOMISED,
                Double.MIN_NORMAL,
                -Float.MIN_NORMAL,
                Binary.of(new byte[1 + Short.BYTES * 20]));
        assertThat(perItem(served, List.of(longest))).isLessThanOrEqualTo(400);
    }

    private static int perItem(Served page, List<ServedItem> items) {
        return (size(page, items) - size(page, List.of())) / items.size();
    }

    private static int size(Served page, List<ServedItem> items) {
        return FactCodec.write(new Served(
                        page.page(),
                        page.at(),
                        page.origin(),
                        page.pseudonym(),
                        page.request(),
                        page.surface(),
                        page.policy(),
                        page.stratum(),
                        page.sealed(),
                        page.features(),
                        items,
                        Binary.EMPTY))
                .length;
    }
}
