package org.kanmai.app.catalog.external;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.catalog.Catalog;
import org.kanmai.app.catalog.external.ExternalReturn.State;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Paging;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Slice;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Money;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.ShopId;
import org.kanmai.facts.SubjectKind;
import org.kanmai.facts.WorkId;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Links to other platforms, and what comes back of them. */
@RestController
class ExternalHttp {
    private static final int LARGEST_BODY = 4 * 1024;

    private final ExternalOffers offers;
    private final Returns returns;
    private final ExternalStore store;
    private final ReturnStore told;
    private final Catalog catalog;
    private final Clock clock;

    ExternalHttp(
            ExternalOffers offers,
            Returns returns,
            ExternalStore store,
            ReturnStore told,
            Catalog catalog,
            Clock clock) {
        this.offers = offers;
        this.returns = returns;
        this.store = store;
        this.told = told;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** A link as it is sent. */
    record NewOffer(Platform platform, String url, Money price) {
        ExternalOffer offer() {
            return ExternalOffer.of(platform, url, price);
        }
    }

    /** All links of a product. */
    record NewOffers(List<NewOffer> items) {}

    /** All links of a product, as its merchant sees them. */
    record Offers(List<ExternalOffer> items) {}

    /** Where else a product is sold, and for how much; the address is told to who leaves. */
    record Elsewhere(Platform platform, Money price) {}

    /** All other platforms. */
    record Elsewheres(List<Elsewhere> items) {}

    /** For which platform somebody leaves. */
    record Leaving(Platform platform) {}

    /** Where to leave; good for ten minutes. */
    record Departure(String address) {}

    /** A secret, shown once. */
    record Secret(String secret) {}

    /** An order elsewhere, with its product's title. */
    record Shown(
            String number,
            ProductId product,
            String title,
            Platform platform,
            @Nullable WorkId work,
            State state,
            Money amount,
            Instant toldAt) {}

    /** What other platforms brought in a month, by when it was first told of; none of it is this site's money. */
    record Statement(String month, List<ExternalStore.Sum> visits, List<ReturnStore.Sum> orders) {}

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/products/{id}/external")
    Offers own(@PathVariable ProductId id, Viewer viewer) {
        return new Offers(offers.own(viewer.self(), id));
    }

    @Allowed(Allowed.To.MERCHANT)
    @PutMapping("/api/me/products/{id}/external")
    Offers put(@PathVariable ProductId id, @RequestBody NewOffers wish, Viewer viewer) {
        return new Offers(offers.put(
                viewer.self(), id, wish.items().stream().map(NewOffer::offer).toList()));
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/products/{id}/external")
    Elsewheres of(@PathVariable ProductId id) {
        return new Elsewheres(offers.of(id).stream()
                .map(each -> new Elsewhere(each.platform(), each.price()))
                .toList());
    }

    /** Who comes by an item's token was led here by its work. */
    @Allowed(Allowed.To.ANYONE)
    @PostMapping("/api/products/{id}/departures")
    Departure leave(@PathVariable ProductId id, @RequestBody Leaving wish, Trace trace) {
        return new Departure("/api/departures/" + offers.leave(id, wish.platform(), work(trace)));
    }

    private static @Nullable WorkId work(Trace trace) {
        var terms = trace.terms();
        return terms != null && terms.subject().kind() == SubjectKind.WORK
                ? new WorkId(terms.subject().id())
                : null;
    }

    /** Goes where a reference leads; nothing tells the other side from which page. */
    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/departures/{key}")
    ResponseEntity<Void> follow(@PathVariable String key) {
        return ResponseEntity.status(HttpStatus.FOUND)
                .location(offers.follow(key))
                .header("Referrer-Policy", "no-referrer")
                .header("Cache-Control", "no-store")
                .build();
    }

    @Allowed(Allowed.To.MERCHANT)
    @PostMapping("/api/me/shop/external-secret")
    Secret secret(Viewer viewer) {
        return new Secret(returns.secret(offers.shop(viewer.self())));
    }

    /** Takes in what a shop's other platform tells, signed: hex of HMAC-SHA256 over timestamp, a dot, and the body. */
    @Allowed(Allowed.To.ANYONE)
    @PostMapping("/api/shops/{id}/external-returns")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hear(@PathVariable ShopId id, HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw Refusal.invalid("body", "must have at most " + LARGEST_BODY + " bytes");
        }
        returns.hear(
                id,
                text(request.getHeader("Kanmai-Timestamp")),
                text(request.getHeader("Kanmai-Signature")),
                new String(body, UTF_8));
    }

    private static String text(@Nullable String header) {
        return header == null ? "" : header;
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/external-returns")
    Slice<Shown> list(Paging paging, Viewer viewer) {
        var slice = Slice.of(told.of(offers.shop(viewer.self()), paging), paging, ExternalReturn::id);
        var titles = catalog.titles(
                slice.items().stream().map(ExternalReturn::product).collect(Collectors.toSet()));
        return slice.map(each -> new Shown(
                each.number(),
                each.product(),
                titles.getOrDefault(each.product(), ""),
                each.platform(),
                each.work(),
                each.state(),
                each.amount(),
                each.toldAt()));
    }

    @Allowed(Allowed.To.MERCHANT)
    @GetMapping("/api/me/shop/external-statement")
    Statement statement(@RequestParam(required = false) @Nullable String month, Viewer viewer) {
        var wanted = month(month);
        var from = wanted.atDay(1);
        var until = wanted.plusMonths(1).atDay(1);
        var shop = offers.shop(viewer.self());
        return new Statement(
                wanted.toString(),
                store.visits(shop, from, until),
                told.sums(
                        shop,
                        from.atStartOfDay(ExternalOffers.ZONE).toInstant(),
                        until.atStartOfDay(ExternalOffers.ZONE).toInstant()));
    }

    private YearMonth month(@Nullable String sent) {
        if (sent == null) {
            return YearMonth.from(clock.instant().atZone(ExternalOffers.ZONE));
        }
        try {
            if (sent.matches("2[0-9]{3}-[0-9]{2}")) {
                return YearMonth.parse(sent);
            }
        } catch (DateTimeException malformed) {
            throw Refusal.invalid("month", "must be a month such as 2026-01");
        }
        throw Refusal.invalid("month", "must be a month such as 2026-01");
    }
}
