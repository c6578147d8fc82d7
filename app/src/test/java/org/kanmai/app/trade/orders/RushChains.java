package org.kanmai.app.trade.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.state.Action;
import net.jqwik.api.state.ActionChain;
import net.jqwik.api.state.ActionChainArbitrary;
import net.jqwik.api.state.Transformer;
import org.kanmai.app.SharedContext;
import org.kanmai.app.trade.orders.Course.Verb;
import org.kanmai.app.trade.orders.Street.Buyer;

/** The state machine of a rush: what people, the provider and the clock may do next, in any order. */
final class RushChains {
    private static final int MOST_ORDERS = 1_000;
    private static final int MOST_UNITS = 3;
    private static final Arbitrary<Integer> NUMBERS = Arbitraries.integers().between(0, MOST_ORDERS);
    private static final Arbitrary<Integer> UNITS = Arbitraries.integers().between(1, MOST_UNITS);
    private static final Arbitrary<Verb> VERBS = Arbitraries.of(Verb.class);

    private RushChains() {}

    /** Returns rushes of a crowd for some units, each of so many steps at most. */
    static ActionChainArbitrary<Rush> of(int units, int crowd, int steps) {
        return ActionChain.startWith(opening(units, crowd))
                .withAction(4, placing("order", Rush::place))
                .withAction(2, new Dying())
                .withAction(1, stampede(crowd))
                .withAction(4, trying("pay", (rush, number) -> rush.attempt(number, Verb.PAY)))
                .withAction(12, verbs("", Rush::attempt))
                .withAction(3, verbs("die in ", Rush::die))
                .withAction(4, race())
                .withAction(1, trying("wait", (rush, number) -> rush.letTimePass()))
                .withMaxTransformations(steps);
    }

    /** People come again from rush to rush; the shop is a new one. */
    private static Supplier<Rush> opening(int units, int crowd) {
        var people = new ArrayList<Buyer>();
        return () -> {
            var context = SharedContext.get();
            int port = context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
            while (people.size() < Math.min(crowd, 20)) {
                people.add(context.getBean(Street.class).buyer(port));
            }
            return new Rush(context, people, units);
        };
    }

    private interface Step {
        void with(Rush rush, int number, int units);
    }

    private static Action.Independent<Rush> placing(String name, Step step) {
        return () -> Combinators.combine(NUMBERS, UNITS)
                .as((number, units) -> Transformer.mutate(
                        name + " " + units + " by " + number, rush -> step.with(rush, number, units)));
    }

    /** Dies where units are to be taken; there must be some. */
    private static final class Dying implements Action.Independent<Rush> {
        @Override
        public boolean precondition(Rush rush) {
            return rush.free() >= MOST_UNITS;
        }

        @Override
        public Arbitrary<Transformer<Rush>> transformer() {
            return placing("die in an order of", Rush::placeAndDie).transformer();
        }
    }

    private static Action.Independent<Rush> stampede(int crowd) {
        return () -> Arbitraries.just(Transformer.mutate("stampede of " + crowd, rush -> rush.stampede(crowd)));
    }

    private static Action.Independent<Rush> trying(String name, BiConsumer<Rush, Integer> step) {
        return new WithOrders(
                NUMBERS.map(number -> Transformer.mutate(name + " " + number, rush -> step.accept(rush, number))));
    }

    private interface Doing {
        void with(Rush rush, int number, Verb verb);
    }

    private static Action.Independent<Rush> verbs(String name, Doing doing) {
        return new WithOrders(Combinators.combine(NUMBERS, VERBS)
                .as((number, verb) ->
                        Transformer.mutate(name + verb + " " + number, rush -> doing.with(rush, number, verb))));
    }

    private static Action.Independent<Rush> race() {
        return new WithOrders(Combinators.combine(
                        NUMBERS, VERBS.list().ofMinSize(2).ofMaxSize(5))
                .as((number, verbs) -> Transformer.mutate("at once " + verbs + " " + number, racing(number, verbs))));
    }

    private static Consumer<Rush> racing(int number, List<Verb> verbs) {
        return rush -> rush.race(number, verbs);
    }

    /** Something that can be done once there is an order. */
    private record WithOrders(Arbitrary<Transformer<Rush>> transformer) implements Action.Independent<Rush> {
        @Override
        public boolean precondition(Rush rush) {
            return !rush.isEmpty();
        }
    }
}
