package org.kanmai.simulator.crowd;

import java.io.PrintStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.kanmai.facts.tongue.Tongue;
import org.kanmai.simulator.town.world.Dice;

/** {@code ./kanmai simulate --server}: a crowd of seeded people who watch a running Kanmai for a while. */
public final class Crowd {
    private static final int SILENT_SECONDS = 30;
    private static final long GREETING_MILLIS = 60_000;

    private final CrowdArguments arguments;
    private final Told told;
    private final Time time;
    private final Counts counts = new Counts();
    private final CountDownLatch living;
    private final Queue<RuntimeException> wrong = new ConcurrentLinkedQueue<>();

    private Crowd(CrowdArguments arguments, Told told, Time time) {
        this.arguments = arguments;
        this.told = told;
        this.time = time;
        living = new CountDownLatch(arguments.people());
    }

    /** How it ended. */
    public enum Ending {
        DONE,
        STOPPED,
        FAILED
    }

    /** Sends a crowd as the words say until its time is over; throws when they can't be understood. */
    public static Ending watch(String[] words, Tongue tongue, PrintStream out, PrintStream err) {
        return watch(CrowdArguments.read(words), new Told(tongue, out, err), Time.real());
    }

    static Ending watch(CrowdArguments arguments, Told told, Time time) {
        try (var server = new Server(arguments.server(), time)) {
            return new Crowd(arguments, told, time).watch(server);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Ending.STOPPED;
        }
    }

    private Ending watch(Server server) throws InterruptedException {
        if (!isKanmai(server)) {
            return Ending.FAILED;
        }
        try (var people = Executors.newVirtualThreadPerTaskExecutor();
                var interruption = Interruption.stops(people)) {
            begin(people, server);
            var ending = follow(people, interruption);
            told.table(arguments, counts);
            return ending;
        }
    }

    /** Asks for one page, as somebody who is none of the crowd. */
    private boolean isKanmai(Server server) throws InterruptedException {
        var greeting = new Browser(server, new Shift(time, GREETING_MILLIS), new Counts(), new Dice(0, 0, 0, 0));
        var answer = greeting.greet();
        if (answer.status() == 0) {
            told.noServer(arguments.server());
            return false;
        }
        if (answer.isBusy()) {
            told.busy(arguments.server(), answer.status());
            return false;
        }
        if (!answer.isGood() || Page.read(answer.body()).isEmpty()) {
            told.notKanmai(arguments.server(), answer.status());
            return false;
        }
        return true;
    }

    private void begin(ExecutorService people, Server server) {
        var shift = new Shift(time, TimeUnit.MINUTES.toMillis(arguments.minutes()));
        var habits = new Habits(arguments.people(), arguments.pace(), arguments.seed());
        for (int number = 0; number < arguments.people(); number++) {
            var person = new Person(number, habits, server, shift, counts);
            if (!isSent(people, person)) {
                return;
            }
        }
    }

    private boolean isSent(ExecutorService people, Person person) {
        try {
            people.execute(() -> live(person));
            return true;
        } catch (RejectedExecutionException stopping) {
            return false;
        }
    }

    private void live(Person person) {
        try {
            person.live();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException failure) {
            wrong.add(failure);
        } finally {
            living.countDown();
        }
    }

    /** Tells once a second how far it is; gives up when the server has not answered for long. */
    private Ending follow(ExecutorService people, Interruption interruption) throws InterruptedException {
        int silentSeconds = 0;
        for (int second = 1; !living.await(1, TimeUnit.SECONDS); second++) {
            var counted = counts.counted();
            told.progress(second, counted);
            silentSeconds = counted.silentInARow() > 0 ? silentSeconds + 1 : 0;
            if (silentSeconds == SILENT_SECONDS) {
                people.shutdownNow();
                told.gone(arguments.server());
                return Ending.FAILED;
            }
            if (interruption.isAsked()) {
                break;
            }
        }
        var failure = wrong.peek();
        if (failure != null) {
            throw failure;
        }
        return interruption.isAsked() ? Ending.STOPPED : Ending.DONE;
    }
}
