package org.kanmai.benchmarks.world;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.kanmai.benchmarks.http.Caller;
import org.kanmai.benchmarks.http.Connection;
import org.kanmai.benchmarks.http.Reply;
import org.kanmai.benchmarks.load.Load;
import tools.jackson.databind.json.JsonMapper;

/** Shops that each sell one thing, and people who buy it from the feed, all by the public API. */
public final class Market {
    /** What everything costs, in fen. */
    public static final long PRICE = 1990;

    /** What it costs in a flash sale, in fen. */
    public static final long SALE_PRICE = 990;

    private static final Map<String, Object> YUAN = Map.of("minor", PRICE, "currency", "CNY");
    private static final int CONNECTIONS = 8;
    private static final int PIXELS = 600;
    private static final Duration MOST = Duration.ofMinutes(15);

    private final int port;
    private final Connection connection;
    private final Member operator;
    private final AtomicInteger people = new AtomicInteger();

    /** Opens in a town in which some works are published. */
    public Market(int port, Connection connection, Town town) {
        this.port = port;
        this.connection = connection;
        this.operator = town.operator();
    }

    /** Something that can be bought, and the quote of one unit. */
    public record Offer(String sku, String quote) {}

    /** Somebody with an address who was shown a work; its token leads to what is bought, and is empty when there was none. */
    public record Buyer(Caller caller, String address, String token) {

        /** Orders one unit, with whom to pay it at once. */
        public Reply order(Connection connection, Offer offer, String key, Optional<String> provider) {
            var lines = "[{\"sku\":\"" + offer.sku + "\",\"units\":1}]";
            var paying = provider.map(code -> ",\"provider\":\"" + code + "\"").orElse("");
            var body = "{\"key\":\"" + key + "\",\"quote\":\"" + offer.quote + "\",\"lines\":" + lines
                    + ",\"address\":\"" + address + "\"" + paying + "}";
            return caller.bytes(
                    connection,
                    "POST",
                    "/api/orders",
                    token.isEmpty()
                            ? Map.of("Content-Type", "application/json")
                            : Map.of("Content-Type", "application/json", "Item-Token", token),
                    body.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Opens a shop in which so many units of one thing are listed. */
    public Offer open(int units) {
        return open(units, merchant());
    }

    /** A flash sale that runs, and the quote of one unit. */
    public record FlashSale(String id, Offer offer) {}

    /** Opens a shop in which all units of one thing are in a flash sale, so many for each buyer at most. */
    public FlashSale sell(int units, int most) {
        var merchant = merchant();
        var offer = open(units, merchant);
        var now = Instant.ofEpochMilli(Clock.systemUTC().millis());
        var plan = Map.of(
                "sku",
                offer.sku,
                "price",
                Map.of("minor", SALE_PRICE, "currency", "CNY"),
                "units",
                units,
                "most",
                most,
                "startsAt",
                now.minus(Duration.ofMinutes(1)).toString(),
                "endsAt",
                now.plus(Duration.ofHours(12)).toString());
        var sale = must(merchant, "POST", "/api/me/sales", plan).json("a sale");
        return new FlashSale(sale.path("id").asString(), new Offer(offer.sku, quote(merchant, offer.sku)));
    }

    private Offer open(int units, Member merchant) {
        must(merchant, "POST", "/api/shops", Map.of("name", merchant.handle()));
        var product = must(
                merchant,
                "POST",
                "/api/products",
                Map.of("title", "Spring tea", "skus", List.of(Map.of("price", YUAN, "stock", units))));
        var reply = JsonMapper.shared().readTree(product.text());
        list(merchant, reply.path("id").asString());
        var sku = reply.path("skus").path(0).path("id").asString();
        return new Offer(sku, quote(merchant, sku));
    }

    private String quote(Member who, String sku) {
        var asked = Map.of("lines", List.of(Map.of("sku", sku, "units", 1)));
        return must(who, "POST", "/api/quotes", asked)
                .json("a quote")
                .path("id")
                .asString();
    }

    /** A role counts from the next time that one signs in. */
    private Member merchant() {
        var merchant = Member.signUp(connection, "seller" + people.getAndIncrement(), Optional.empty());
        var wish = Map.of("handle", merchant.handle(), "role", "merchant", "reason", "opens a shop");
        var asked = must(operator, "POST", "/api/role-requests", wish).json("a role");
        var decision = "/api/role-requests/" + asked.path("id").asString() + "/decision";
        must(operator, "POST", decision, Map.of("approve", true));
        var password = "benchmark of " + merchant.handle();
        must(merchant, "POST", "/api/session", Map.of("handle", merchant.handle(), "password", password));
        return merchant;
    }

    private void list(Member merchant, String product) {
        var own = "/api/me/products/" + product;
        var pictured = merchant.caller()
                .bytes(connection, "PUT", own + "/pictures/0", Map.of("Content-Type", "image/png"), picture());
        if (!pictured.good()) {
            throw new IllegalStateException("a picture was refused: " + pictured.text());
        }
        must(merchant, "POST", own + "/submission", Map.of());
        var open = operator.caller()
                .get(connection, "/api/reviews?state=open&kind=product&limit=50")
                .json("open reviews");
        for (var review : open.path("items")) {
            if (review.path("subject").path("id").asString().equals(product)) {
                var decision = "/api/reviews/" + review.path("id").asString() + "/decision";
                must(operator, "POST", decision, Map.of("approve", true));
            }
        }
    }

    private static byte[] picture() {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(PIXELS, PIXELS, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private Reply must(Member who, String method, String path, Object body) {
        return must(who.caller(), connection, method, path, body);
    }

    private static Reply must(Caller caller, Connection connection, String method, String path, Object body) {
        var reply = caller.json(connection, method, path, body);
        if (!reply.good()) {
            throw new IllegalStateException(method + " " + path + " was refused: " + reply.text());
        }
        return reply;
    }

    /** Signs up people who buy; each looks at one page of the feed. */
    public List<Buyer> buyers(int count) {
        var come = new ConcurrentLinkedQueue<Buyer>();
        new Load(port, CONNECTIONS).closed(count, MOST, (own, number, due) -> come.add(buyer(own)));
        return List.copyOf(come);
    }

    /** Has people who are signed in each say where they live. */
    public List<Buyer> buyers(List<Caller> signedIn) {
        var come = new ConcurrentLinkedQueue<Buyer>();
        new Load(port, CONNECTIONS).closed(signedIn.size(), MOST, (own, number, due) -> {
            var caller = signedIn.get(number);
            return come.add(new Buyer(caller, address(caller, own), ""));
        });
        return List.copyOf(come);
    }

    private Buyer buyer(Connection own) {
        var member = Member.signUp(own, "buyer" + people.getAndIncrement(), Optional.empty());
        var page = member.caller().get(own, "/api/feed?count=1");
        var token = Tokens.of(page).stream().findFirst().orElse("");
        return new Buyer(member.caller(), address(member.caller(), own), token);
    }

    private static String address(Caller caller, Connection own) {
        return must(
                        caller,
                        own,
                        "POST",
                        "/api/me/addresses",
                        Map.of(
                                "recipient", "李雷",
                                "phone", "13800138000",
                                "region", "浙江省杭州市",
                                "street", "龙井路 1 号",
                                "standard", true))
                .json("an address")
                .path("id")
                .asString();
    }
}
