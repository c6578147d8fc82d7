package org.kanmai.simulator.crowd;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody without an account: comes, looks at pages of the feed, tells what was seen, goes, and comes back later. */
final class Person {
    private static final long TELLS_EVERY_MILLIS = 10_000;

    private final int number;
    private final Habits habits;
    private final Browser browser;
    private final Shift shift;
    private final Counts counts;
    private List<Report> waiting = new ArrayList<>();

    Person(int number, Habits habits, Server server, Shift shift, Counts counts) {
        this.number = number;
        this.habits = habits;
        this.shift = shift;
        this.counts = counts;
        browser = new Browser(server, shift, counts, habits.jitter(number));
    }

    /** Lives until the time is over. */
    void live() throws InterruptedException {
        shift.pass(habits.arrivesAfterMillis(number));
        if (habits.agrees(number) && !shift.isOver()) {
            browser.agree();
        }
        for (int visit = 0; !shift.isOver(); visit++) {
            counts.came();
            try {
                visit(habits.pages(number, visit));
            } finally {
                counts.left();
            }
            shift.pass(habits.awayMillis(number, visit));
        }
    }

    private void visit(int pages) throws InterruptedException {
        for (int page = 0; page < pages && !shift.isOver(); page++) {
            var items = page();
            for (var item : items) {
                look(item);
            }
            tell();
            if (items.isEmpty()) {
                return;
            }
        }
    }

    private List<Page.Item> page() throws InterruptedException {
        var answer = browser.page();
        var page = answer.isGood() ? Page.read(answer.body()) : Optional.<Page>empty();
        if (page.isEmpty()) {
            counts.noPage();
            return List.of();
        }
        counts.page();
        return page.get().items();
    }

    /** What was watched last waits for the next report: it goes with the exposure of what comes next. */
    private void look(Page.Item item) throws InterruptedException {
        if (shift.isOver()) {
            return;
        }
        var look = new Look(item, habits.watchesMillis(number, item), shift.nowMillis());
        long lasts = habits.looksMillis(number, item);
        shift.pass(Habits.LEAST_LOOK_MILLIS);
        if (look.lastedMillis(shift.nowMillis()) < Habits.LEAST_LOOK_MILLIS) {
            return;
        }
        waiting.add(look.exposed());
        tell();
        for (long left = left(look, lasts); left > 0 && !shift.isOver(); left = left(look, lasts)) {
            if (left > TELLS_EVERY_MILLIS) {
                shift.pass(TELLS_EVERY_MILLIS);
                waiting.add(look.watched(shift.nowMillis()));
                tell();
                continue;
            }
            shift.pass(left);
        }
        waiting.add(look.watched(shift.nowMillis()));
    }

    private long left(Look look, long lastsMillis) {
        return lastsMillis - look.lastedMillis(shift.nowMillis());
    }

    private void tell() throws InterruptedException {
        var batch = waiting;
        waiting = new ArrayList<>();
        if (!batch.isEmpty()) {
            counts.told(batch, browser.tell(batch));
        }
    }
}
