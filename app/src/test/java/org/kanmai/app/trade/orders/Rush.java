package org.kanmai.app.trade.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.kanmai.app.TestClock;
import org.kanmai.app.identity.Browser.Answer;
import org.kanmai.app.payment.Asking;
import org.kanmai.app.trade.orders.Course.Verb;
import org.kanmai.app.trade.orders.OrderRow.Closing;
import org.kanmai.app.trade.orders.Street.Buyer;
import org.kanmai.app.trade.orders.Street.Shop;
import org.kanmai.facts.OrderId;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** One shop, the last units of one thing, and all who want them: each step is done to the real thing and to the model. */
final class Rush {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Street street;
    private final Orders orders;
    private final Sales sales;
    private final OrderClocks clocks;
    private final TestClock clock;
    private final Crash crash;
    private final Books books;
    private final Asking asking;
    private final List<Buyer> people;
    private final Shop shop;
    private final int port;
    private final int units;
    private final List<Bought> all = new ArrayList<>();

    /** Opens a shop that has so many units. */
    Rush(ApplicationContext context, List<Buyer> people, int units) {
        this.street = context.getBean(Street.class);
        this.orders = context.getBean(Orders.class);
        this.sales = context.getBean(Sales.class);
        this.clocks = context.getBean(OrderClocks.class);
        this.clock = context.getBean(TestClock.class);
        this.crash = context.getBean(Crash.class);
        this.books = context.getBean(Books.class);
        this.asking = context.getBean(Asking.class);
        this.people = people;
        this.units = units;
        this.port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        this.shop = street.shop(port, units);
    }

    /** An order, what the model says of it, and whether its money was seen to be back. */
    static final class Bought {
        final Buyer buyer;
        final JsonNode placed;
        final int units;
        Course course = Course.PLACED;
        boolean returned;

        Bought(Buyer buyer, JsonNode placed, int units) {
            this.buyer = buyer;
            this.placed = placed;
            this.units = units;
        }

        OrderId id() {
            return Street.id(placed);
        }
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    int free() {
        return units
                - all.stream()
                        .filter(each -> each.course.holdsUnits())
                        .mapToInt(each -> each.units)
                        .sum();
    }

    /** Orders, and asks twice as one does whose first answer was lost. */
    void place(int number, int wanted) {
        var wish = new Wish(person(number), wanted);
        bought(wish, wish.order(), wish.order(), wanted <= free());
    }

    /** Orders, and everything dies when the units are to be taken; then the same page asks again. */
    void placeAndDie(int number, int wanted) {
        var wish = new Wish(person(number), wanted);
        crash.at(Crash.Row.STOCK, sku(), () -> Street.must(201, wish.order()));
        bought(wish, wish.order(), wish.order(), true);
    }

    /** Some want one each at the same moment: as many get one as there are. */
    void stampede(int crowd) {
        int before = free();
        var wishes = new ArrayList<Wish>();
        for (int number = 0; number < crowd; number++) {
            wishes.add(new Wish(person(number), 1));
        }
        var answers = together(
                wishes.stream().map(wish -> (Callable<Answer>) wish::order).toList());
        for (int number = 0; number < crowd; number++) {
            var answer = answers.get(number);
            bought(wishes.get(number), answer, answer, answer.status() == 201);
        }
        assertThat(before - free()).as("units taken by %s people", crowd).isEqualTo(Math.min(before, crowd));
    }

    private void bought(Wish wish, Answer first, Answer again, boolean enough) {
        assertThat(first.status()).as(first.body()).isEqualTo(enough ? 201 : 409);
        if (!enough) {
            assertThat(first.type()).endsWith("out-of-stock");
            assertThat(again.type()).endsWith("out-of-stock");
            return;
        }
        assertThat(Street.id(again.json())).isEqualTo(Street.id(first.json()));
        all.add(new Bought(wish.buyer, first.json(), wish.units));
    }

    private Buyer person(int number) {
        return people.get(number % people.size());
    }

    private long sku() {
        return Long.parseLong(shop.sku());
    }

    /** What one page orders: the same key however often it asks. */
    private final class Wish {
        private final String key = UUID.randomUUID().toString();
        private final Buyer buyer;
        private final int units;
        private final String quote;

        Wish(Buyer buyer, int units) {
            this.buyer = buyer;
            this.units = units;
            this.quote = Street.quote(buyer, shop.sku(), units).path("id").asString();
        }

        Answer order() {
            return Street.order(buyer, key, quote, shop.sku(), units);
        }
    }

    /** Tries something with an order: it happens when the model says so and not otherwise. */
    void attempt(int number, Verb verb) {
        attempt(order(number), verb);
    }

    private void attempt(Bought order, Verb verb) {
        boolean done = did(order, verb);
        assertThat(done)
                .as("%s after %s", verb, order.course)
                .isEqualTo(verb == Verb.PAY || order.course.changes(verb));
        order.course = order.course.after(verb);
    }

    /** Mostly one of the three oldest that are not over, so that orders come far; now and then any. */
    private Bought order(int number) {
        var going = all.stream().filter(each -> !each.course.isOver()).limit(3).toList();
        var some = going.isEmpty() || number % 4 == 0 ? all : going;
        return some.get(number / 4 % some.size());
    }

    /** The same, but everything dies in the middle of it; nothing has happened then, and it is tried again. */
    void die(int number, Verb verb) {
        var order = order(number);
        if (waitsForARow(order.course, verb)) {
            var row = restocks(order.course, verb) ? Crash.Row.STOCK : Crash.Row.ORDER;
            crash.at(row, row == Crash.Row.STOCK ? sku() : order.id().value(), () -> did(order, verb));
            check();
        }
        attempt(order, verb);
    }

    /** Money that comes late finds no order to move. */
    private static boolean waitsForARow(Course before, Verb verb) {
        boolean movesTheOrder = before.after(verb).state() != before.state() || verb == Verb.RELEASE;
        return before.changes(verb) && movesTheOrder;
    }

    private static boolean restocks(Course before, Verb verb) {
        return before.holdsUnits() && !before.after(verb).holdsUnits();
    }

    /** Tries several things with an order at the same moment; what comes of it is what comes of some order of them. */
    void race(int number, List<Verb> verbs) {
        var order = order(number);
        var possible = order.course.afterAll(verbs);
        together(verbs.stream()
                .map(verb -> (Callable<Boolean>) () -> did(order, verb))
                .toList());
        var seen = books.course(order);
        assertThat(possible).as("%s at once after %s", verbs, order.course).contains(seen);
        order.course = seen;
    }

    private static <T> List<T> together(List<Callable<T>> calls) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            return threads.invokeAll(calls).stream().map(Rush::result).toList();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private static <T> T result(Future<T> done) {
        if (done.state() == Future.State.FAILED) {
            throw new AssertionError(done.exceptionNow());
        }
        return done.resultNow();
    }

    /** Nobody does anything for so long that what is not paid expires. */
    void letTimePass() {
        clock.forward(Duration.ofMinutes(16));
        clocks.expire();
        await().atMost(PATIENCE).until(() -> !books.states(shop).containsValue("placed"));
        all.forEach(each -> each.course = each.course.after(Verb.EXPIRE));
    }

    private boolean did(Bought order, Verb verb) {
        return switch (verb) {
            case PAY -> paid(order);
            case EXPIRE -> orders.close(order.id(), Closing.EXPIRED);
            case CANCEL -> accepted(order.buyer.browser().post(own(order) + "/cancellation", ""));
            case RECEIVE -> accepted(order.buyer.browser().post(own(order) + "/receipt", ""));
            case SHIP ->
                accepted(shop.merchant()
                        .post(sold(order) + "/shipment", "{\"carrier\": \"顺丰\", \"number\": \"SF1234567\"}"));
            case REFUND -> accepted(shop.merchant().post(sold(order) + "/refund", ""));
            case RELEASE -> released(order);
        };
    }

    private static String own(Bought order) {
        return "/api/me/orders/" + order.id();
    }

    private static String sold(Bought order) {
        return "/api/me/shop/orders/" + order.id();
    }

    private static boolean accepted(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(200, 409);
        return answer.status() == 200;
    }

    /** The provider tells, and tells again in the same words: a replay is refused. */
    private boolean paid(Bought order) {
        var nonce = UUID.randomUUID().toString();
        var told = street.told(port, "PAID", Street.payment(order.placed), 0, nonce);
        assertThat(told.status()).as(told.body()).isEqualTo(204);
        assertThat(street.told(port, "PAID", Street.payment(order.placed), 0, nonce)
                        .status())
                .isEqualTo(409);
        return true;
    }

    private boolean released(Bought order) {
        boolean before = books.course(order).released();
        sales.release(order.id());
        return !before && books.course(order).released();
    }

    /** Units and money are where the model says, at every moment. */
    void check() {
        assertThat(books.states(shop)).isEqualTo(states());
        assertThat(books.free(shop)).isEqualTo(free());
        all.forEach(books::check);
        books.check(shop, all);
    }

    private Map<Long, String> states() {
        var states = new TreeMap<Long, String>();
        all.forEach(each -> states.put(each.id().value(), each.course.state().code()));
        return states;
    }

    /** The crowd buys what is left; then as many are sold as there were, but for those that left and were paid back. */
    void sellTheRest() {
        all.stream().filter(each -> each.course.equals(Course.PLACED)).forEach(each -> attempt(each, Verb.CANCEL));
        while (free() > 0) {
            place(0, 1);
            attempt(all.getLast(), Verb.PAY);
        }
        await().atMost(PATIENCE).untilAsserted(() -> {
            asking.now();
            check();
            assertThat(all).allMatch(each -> each.returned == each.course.goesBack());
        });
        assertThat(sold() + lost()).isEqualTo(units);
    }

    private int sold() {
        return sum(all.stream().filter(each -> each.course.isSold()).toList());
    }

    private int lost() {
        return sum(all.stream()
                .filter(each -> !each.course.isSold() && each.course.sent())
                .toList());
    }

    private static int sum(List<Bought> orders) {
        return orders.stream().mapToInt(each -> each.units).sum();
    }
}
