package org.kanmai.app.aftersales.credit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.aftersales.credit.Credit.Level;
import org.kanmai.app.catalog.Shops;
import org.kanmai.app.identity.People;
import org.kanmai.app.identity.Person;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Code;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ShopId;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The operators' board of shops' records, and the blacklist. */
@RestController
class CreditBoardHttp {
    private final CreditStore store;
    private final BlacklistStore listings;
    private final Blacklist blacklist;
    private final Shops shops;
    private final People people;

    CreditBoardHttp(CreditStore store, BlacklistStore listings, Blacklist blacklist, Shops shops, People people) {
        this.store = store;
        this.listings = listings;
        this.blacklist = blacklist;
        this.shops = shops;
        this.people = people;
    }

    /** A shop by its name; absent once it is gone. */
    record Row(ShopId shop, @Nullable String name, CreditHttp.Came credit, boolean blacklisted) {}

    /** One way onto the blacklist; people are absent once erased. */
    record Listing(
            String id,
            ShopId shop,
            @Nullable String name,
            Blacklisting.State state,
            String reason,
            @Nullable Person askedBy,
            Instant askedAt,
            @Nullable Person putBy,
            @Nullable Instant putAt,
            String appeal,
            String answer,
            @Nullable Instant endedAt) {}

    /** A shop that should be put on the blacklist, and why. */
    record Wish(ShopId shop, String reason) {}

    /** Why. */
    record Why(String words) {}

    /** Whether it is lifted, and why. */
    record Answer(boolean lift, String words) {}

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/credit")
    Slice<Row> board(@RequestParam(defaultValue = "watched") String level, Paging paging) {
        var slice = Slice.of(
                store.board(level(level), paging), paging, row -> row.shop().value());
        var names =
                shops.names(slice.items().stream().map(CreditStore.Row::shop).collect(Collectors.toSet()));
        return slice.map(row ->
                new Row(row.shop(), names.get(row.shop()), CreditHttp.Came.of(row), listings.isInForce(row.shop())));
    }

    @Allowed(Allowed.To.OPERATOR)
    @GetMapping("/api/blacklistings")
    Slice<Listing> list(Paging paging) {
        var slice = Slice.of(listings.page(paging), paging, Blacklisting::id);
        return new Slice<>(shown(slice.items()), slice.next());
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/blacklistings")
    @ResponseStatus(HttpStatus.CREATED)
    Listing ask(@RequestBody Wish wish, Viewer viewer) {
        return shown(blacklist.ask(viewer.self(), wish.shop(), Reasons.needed("reason", wish.reason())));
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/blacklistings/{id}/approval")
    Listing put(@PathVariable String id, Viewer viewer) {
        blacklist.put(viewer.self(), parsed(id));
        return shown(parsed(id));
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/blacklistings/{id}/refusal")
    Listing refuse(@PathVariable String id, @RequestBody Why why, Viewer viewer) {
        blacklist.refuse(viewer.self(), parsed(id), Reasons.needed("words", why.words()));
        return shown(parsed(id));
    }

    @Allowed(Allowed.To.OPERATOR)
    @PostMapping("/api/blacklistings/{id}/answer")
    Listing answer(@PathVariable String id, @RequestBody Answer answer, Viewer viewer) {
        var words = Reasons.needed("words", answer.words());
        if (answer.lift()) {
            blacklist.lift(viewer.self(), parsed(id), words);
        } else {
            blacklist.uphold(viewer.self(), parsed(id), words);
        }
        return shown(parsed(id));
    }

    private Listing shown(long id) {
        return shown(listings.find(id).stream().toList()).getFirst();
    }

    private List<Listing> shown(List<Blacklisting> some) {
        var names = shops.names(some.stream().map(Blacklisting::shop).collect(Collectors.toSet()));
        var known = people.find(some.stream()
                .flatMap(one -> Stream.of(one.askedBy(), one.putBy()).filter(Objects::nonNull))
                .collect(Collectors.toSet()));
        return some.stream().map(one -> shown(one, names, known)).toList();
    }

    private static Listing shown(Blacklisting one, Map<ShopId, String> names, Map<PersonId, Person> known) {
        return new Listing(
                Long.toString(one.id()),
                one.shop(),
                names.get(one.shop()),
                one.state(),
                one.reason(),
                one.askedBy() == null ? null : known.get(one.askedBy()),
                one.askedAt(),
                one.putBy() == null ? null : known.get(one.putBy()),
                one.putAt(),
                one.appeal(),
                one.answer(),
                one.endedAt());
    }

    private static long parsed(String id) {
        if (!id.matches("[1-9][0-9]{0,17}")) {
            throw Refusal.notFound("blacklisting");
        }
        return Long.parseLong(id);
    }

    private static Level level(String sent) {
        try {
            return Code.parse(Level.class, sent);
        } catch (IllegalArgumentException unknown) {
            throw Refusal.invalid("level", "must be new, watched, plain or honest");
        }
    }
}
