package org.kanmai.app.trade.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;
import org.kanmai.app.TestClock;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/**
 * One shop with few units of one thing, a coupon with a small budget and a group-buy, and people who do anything in any order,
 * beside each other, while connections die: whatever they do, its books must agree.
 */
final class Fair {
    private static final int PEOPLE = 6;
    private static final int UNITS = 40;
    private static final int BUDGET = 1_000;
    private static final int OFF = 200;
    private static final String PARCEL = "{\"carrier\": \"顺丰\", \"number\": \"SF1234567\"}";

    private final Street street;
    private final OrderClocks clocks;
    private final TestClock clock;
    private final Crash crash;
    private final FairBooks books;
    private final int port;
    private final Shop shop;
    private final List<Buyer> people;
    private final String deal;
    private final String coupon;
    private final List<Bought> orders = new CopyOnWriteArrayList<>();

    /** Whose connection dies must not take others with it: these go on together, that one is alone. */
    private final ReentrantReadWriteLock turn = new ReentrantReadWriteLock(true);

    Fair(ApplicationContext context) {
        this.street = context.getBean(Street.class);
        this.clocks = context.getBean(OrderClocks.class);
        this.clock = context.getBean(TestClock.class);
        this.crash = context.getBean(Crash.class);
        this.books = context.getBean(FairBooks.class);
        this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        this.shop = street.shop(port, UNITS);
        this.people =
                IntStream.range(0, PEOPLE).mapToObj(each -> street.buyer(port)).toList();
        this.deal = deal();
        this.coupon = coupon();
    }

    private record Bought(Buyer buyer, JsonNode placed) {
        String id() {
            return Street.id(placed).toString();
        }

        String group() {
            return placed.at("/items/0/lines/0/group").asString("");
        }
    }

    private String deal() {
        return Street.must(201, shop.merchant().post("/api/me/shop/group-buys", """
                {"sku": "%s", "minutes": 60, "units": 30, "most": 6, "steps": [
                 {"people": 2, "price": {"minor": 1800, "currency": "CNY"}}, {"people": 3, "price": {"minor": 1600, "currency": "CNY"}}]}""".formatted(shop.sku())))
                .path("id")
                .asString();
    }

    private String coupon() {
        var now = clock.instant();
        return Street.must(201, shop.merchant().post("/api/me/shop/coupons", """
                {"name": "集市券", "kind": "amount", "off": {"minor": %d, "currency": "CNY"}, "way": "public",
                 "startsAt": "%s", "endsAt": "%s", "hours": 720, "budget": {"minor": %d, "currency": "CNY"}, "pieces": 9, "most": 2}""".formatted(
                                OFF, now.minusSeconds(1), now.plus(Duration.ofDays(30)), BUDGET)))
                .at("/coupon/id")
                .asString();
    }

    /** So many do so many things each at the same time, by chance of a seed. */
    void run(long seed, int threads, int steps) throws Exception {
        var doing = new ArrayList<Future<?>>();
        try (var pool = Executors.newFixedThreadPool(threads)) {
            for (int each = 0; each < threads; each++) {
                var chance = new Random(seed * 31 + each);
                doing.add(pool.submit(() -> IntStream.range(0, steps).forEach(step -> step(chance))));
            }
        }
        for (var each : doing) {
            each.get();
        }
    }

    private void step(Random chance) {
        int kind = chance.nextInt(100);
        var lock = kind < 4 ? turn.writeLock() : turn.readLock();
        lock.lock();
        try {
            act(kind, chance);
        } finally {
            lock.unlock();
        }
    }

    private void act(int kind, Random chance) {
        if (kind < 2) {
            dieOrdering(chance);
        } else if (kind < 4) {
            any(chance).ifPresent(this::diePaying);
        } else if (kind < 12) {
            fine(person(chance).browser().post("/api/coupons/" + coupon + "/vouchers", ""));
        } else if (kind < 26) {
            order(person(chance), units(chance), "");
        } else if (kind < 48) {
            order(person(chance), units(chance), together(chance));
        } else if (kind < 82) {
            any(chance).ifPresent(this::pay);
        } else if (kind < 86) {
            any(chance).ifPresent(this::cancel);
        } else if (kind < 90) {
            any(chance).ifPresent(each -> ofShop(each, "refund", ""));
        } else if (kind < 97) {
            any(chance).ifPresent(each -> ofShop(each, "shipment", PARCEL));
        } else {
            letTimePass(chance.nextBoolean() ? Duration.ofMinutes(16) : Duration.ofMinutes(5));
        }
    }

    private Buyer person(Random chance) {
        return people.get(chance.nextInt(people.size()));
    }

    private static int units(Random chance) {
        return 1 + chance.nextInt(3);
    }

    /** Mostly one of the latest, since those can still move. */
    private Optional<Bought> any(Random chance) {
        var known = List.copyOf(orders);
        int latest = Math.min(known.size(), chance.nextInt(4) == 0 ? known.size() : 6);
        return latest == 0 ? Optional.empty() : Optional.of(known.get(known.size() - 1 - chance.nextInt(latest)));
    }

    private String together(Random chance) {
        var groups = orders.stream()
                .map(Bought::group)
                .filter(group -> !group.isEmpty())
                .toList();
        var latest = groups.subList(Math.max(0, groups.size() - 4), groups.size());
        return latest.isEmpty() || chance.nextInt(3) == 0
                ? "\"together\": {\"deal\": \"%s\"}, ".formatted(deal)
                : "\"together\": {\"deal\": \"%s\", \"group\": \"%s\"}, "
                        .formatted(deal, latest.get(chance.nextInt(latest.size())));
    }

    private void order(Buyer buyer, int units, String together) {
        wish(buyer, units, together).ifPresent(body -> placed(buyer, fine(post(buyer, body))));
    }

    private void placed(Buyer buyer, Answer answer) {
        if (answer.status() == 201) {
            orders.add(new Bought(buyer, answer.json()));
        }
    }

    private static Answer post(Buyer buyer, String body) {
        return Street.patient(() -> buyer.browser().post("/api/orders", body));
    }

    /** What is to be sent after one has seen the price; empty where there is none. */
    private Optional<String> wish(Buyer buyer, int units, String together) {
        var lines = "\"lines\": [{\"sku\": \"%s\", \"units\": %d}]".formatted(shop.sku(), units);
        var quote =
                fine(Street.patient(() -> buyer.browser().post("/api/quotes", "{%s%s}".formatted(together, lines))));
        if (quote.status() != 200) {
            return Optional.empty();
        }
        var used = quote.json()
                .at("/orders/0/explained")
                .valueStream()
                .filter(term -> term.hasNonNull("coupon"))
                .map(term -> "\"" + term.at("/coupon/voucher").asString() + "\"")
                .toList();
        return Optional.of("""
                {"key": "%s", "quote": "%s", %s%s, "coupons": %s, "address": "%s", "provider": "trial"}""".formatted(
                        UUID.randomUUID(), quote.json().path("id").asString(), together, lines, used, buyer.address()));
    }

    /** Everything dies when the units are to be taken; then the same page asks again. */
    private void dieOrdering(Random chance) {
        var buyer = person(chance);
        wish(buyer, 1, chance.nextBoolean() ? together(chance) : "").ifPresent(body -> {
            crash.at(Crash.Row.STOCK, Long.parseLong(shop.sku()), () -> Street.must(201, post(buyer, body)));
            placed(buyer, fine(post(buyer, body)));
        });
    }

    private void diePaying(Bought bought) {
        if (Street.state(bought.buyer(), Street.id(bought.placed())).equals("placed")) {
            crash.at(Crash.Row.ORDER, Street.id(bought.placed()).value(), () -> street.pay(port, bought.placed()));
            pay(bought);
        }
    }

    private void pay(Bought bought) {
        if (bought.placed().path("payment").isObject()) {
            street.pay(port, bought.placed());
        }
    }

    private void cancel(Bought bought) {
        fine(Street.patient(
                () -> bought.buyer().browser().post("/api/me/orders/" + bought.id() + "/cancellation", "")));
    }

    private void ofShop(Bought bought, String verb, String body) {
        fine(Street.patient(() -> shop.merchant().post("/api/me/shop/orders/" + bought.id() + "/" + verb, body)));
    }

    private void letTimePass(Duration time) {
        clock.forward(time);
        clocks.expire();
        clocks.endGroups();
    }

    /** Being refused is part of the game; failing is not. */
    private static Answer fine(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isLessThan(500);
        return answer;
    }

    /** Nobody does anything just now: all books agree. */
    void check(String when) {
        clocks.expire();
        clocks.endGroups();
        books.check(shop, deal, coupon, UNITS, when);
    }

    /** Time runs out for all that is open: nothing hangs. */
    void end() {
        letTimePass(Duration.ofMinutes(61));
        letTimePass(Duration.ofSeconds(1));
        check("in the end");
        books.nothingHangs(shop, deal);
    }
}
