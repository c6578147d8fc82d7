package org.kanmai.app.feed;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.anchors.Anchored;
import org.kanmai.app.catalog.anchors.Anchors;
import org.kanmai.app.content.Work;
import org.kanmai.app.feed.Candidates.Dropped;
import org.kanmai.app.feed.Feed.Filled;
import org.kanmai.app.feed.Feed.State;
import org.kanmai.app.feed.rooms.LiveRooms;
import org.kanmai.app.feed.rooms.RankedRoom;
import org.kanmai.app.feed.scoring.Entry.Term;
import org.kanmai.app.live.warmups.WarmUp;
import org.kanmai.app.live.warmups.WarmUps;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Role;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.ExposureId;
import org.kanmai.facts.PageId;
import org.kanmai.facts.SlotKind;
import org.kanmai.facts.Source;
import org.kanmai.facts.Surface;
import org.kanmai.facts.WorkId;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The feed over HTTP. */
@RestController
class FeedHttp {
    private static final Set<Surface> TABS = Set.of(Surface.FOR_YOU, Surface.FOLLOWING, Surface.NEARBY, Surface.HOT);
    private static final int LONGEST = 20;
    private static final int REASONS = 3;

    private final Feed feed;
    private final Pages pages;
    private final DecisionTime time;
    private final Anchors anchors;
    private final WarmUps warmUps;
    private final LiveRooms live;

    FeedHttp(Feed feed, Pages pages, DecisionTime time, Anchors anchors, WarmUps warmUps, LiveRooms live) {
        this.feed = feed;
        this.pages = pages;
        this.time = time;
        this.anchors = anchors;
        this.warmUps = warmUps;
        this.live = live;
    }

    /**
     * A page of the feed.
     *
     * @param policy version of the rules by which it was put together
     * @param rooms only for a client that asks for live rooms
     * @param dropped only for an operator who asks to have it explained
     */
    record Page(
            PageId page,
            int policy,
            State state,
            List<Item> items,
            List<RoomItem> rooms,
            String signature,
            String key,
            @Nullable List<Left> dropped) {}

    /**
     * One item: {@code token} proves its exposure, {@code why} says in its strongest terms how it came here, {@code products}
     * are what it shows to be bought, {@code warmUp} the room that it announces.
     */
    record Item(
            ExposureId exposure,
            String token,
            int position,
            Source source,
            SlotKind slot,
            double propensity,
            boolean again,
            Why why,
            Work work,
            List<Anchored> products,
            @Nullable WarmUp warmUp) {}

    /** The source and the terms of the score that weigh most. */
    record Why(Source source, List<Term> terms) {}

    /** A candidate that was dropped. */
    record Left(WorkId work, Source source, String filter) {}

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/feed")
    Page feed(
            @RequestParam(defaultValue = "6") int count,
            @RequestParam(defaultValue = "for-you") Surface tab,
            @RequestParam(defaultValue = "false") boolean again,
            @RequestParam(defaultValue = "false") boolean explain,
            @RequestParam(defaultValue = "false") boolean rooms,
            Viewer viewer) {
        check(count, tab, explain, viewer);
        var mixed = time.of(() -> feed.mix(viewer, tab, count, again));
        var situation = mixed.situation();
        int most = rooms && !again ? situation.policy().page().live() : 0;
        return page(viewer, mixed, live.choose(situation, most), explain);
    }

    /** A page of one work that somebody opened by its address, with what proves its exposure. */
    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/works/{id}/page")
    Page opened(@PathVariable WorkId id, Viewer viewer) {
        return page(viewer, feed.open(viewer, id).orElseThrow(() -> Refusal.notFound("work")), List.of(), false);
    }

    /** Where a work stands for the viewer now, and where it would without what is known of the viewer. */
    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/works/{id}/what-if")
    WhatIf.Answer whatIf(@PathVariable WorkId id, Viewer viewer) {
        return feed.whatIf(viewer, id).orElseThrow(() -> Refusal.notFound("work"));
    }

    private Page page(Viewer viewer, Feed.Mixed mixed, List<RankedRoom> rooms, boolean explain) {
        var told = pages.tell(mixed, rooms);
        var items = items(viewer, mixed, told, explain);
        var dropped =
                explain ? mixed.ranked().dropped().stream().map(FeedHttp::left).toList() : null;
        return new Page(
                told.served().page(),
                told.served().policy(),
                mixed.state(),
                items,
                RoomItem.of(told, rooms),
                told.proof().signature(),
                told.proof().key(),
                dropped);
    }

    private static void check(int count, Surface tab, boolean explain, Viewer viewer) {
        if (count < 1 || count > LONGEST) {
            throw Refusal.invalid("count", "must be 1-" + LONGEST);
        }
        if (!TABS.contains(tab)) {
            throw Refusal.invalid("tab", "must be for-you, following, nearby or hot");
        }
        if (tab == Surface.FOLLOWING || tab == Surface.NEARBY) {
            viewer.self();
        }
        if (explain && !viewer.is(Role.OPERATOR)) {
            throw Refusal.forbidden();
        }
    }

    private List<Item> items(Viewer viewer, Feed.Mixed mixed, Pages.Told told, boolean explain) {
        var works = mixed.items().stream().map(filled -> filled.work().id()).toList();
        var products = anchors.of(works);
        var announced = warmUps.of(viewer, works);
        var items = new ArrayList<Item>();
        for (int index = 0; index < mixed.items().size(); index++) {
            var filled = mixed.items().get(index);
            var work = filled.work().id();
            var shown = new Shown(products.getOrDefault(work, List.of()), announced.get(work));
            items.add(item(told, filled, shown, index, explain));
        }
        return items;
    }

    /** What a work leads to. */
    private record Shown(List<Anchored> products, @Nullable WarmUp warmUp) {}

    private static Item item(Pages.Told told, Filled filled, Shown shown, int index, boolean explain) {
        var served = told.served().items().get(index);
        return new Item(
                served.exposure(),
                told.proof().tokens().get(index),
                index,
                served.source(),
                served.slot(),
                served.propensity(),
                served.source() == Source.AGAIN,
                why(filled, explain),
                filled.work(),
                shown.products(),
                shown.warmUp());
    }

    private static Why why(Filled filled, boolean all) {
        var strongest = filled.terms().stream()
                .filter(term -> all || term.value() > 0)
                .sorted(Comparator.comparingDouble(Term::value).reversed())
                .limit(all ? Long.MAX_VALUE : REASONS)
                .toList();
        return new Why(filled.entry().source(), strongest);
    }

    private static Left left(Dropped dropped) {
        return new Left(dropped.entry().candidate().work(), dropped.entry().source(), dropped.reason());
    }
}
