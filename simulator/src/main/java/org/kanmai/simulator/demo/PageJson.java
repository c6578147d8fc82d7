package org.kanmai.simulator.demo;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kanmai.simulator.month.Page;
import org.kanmai.simulator.month.Piece;

/** Writes pages of the past as the import takes them, with the ids that the server has given. */
final class PageJson {
    private final List<Piece> pieces;
    private final Map<Piece, String> works;
    private final List<String> residents;
    private final List<Stalls.Listed> wares;

    PageJson(List<Piece> pieces, Map<Piece, String> works, List<String> residents, List<Stalls.Listed> wares) {
        this.pieces = pieces;
        this.works = works;
        this.residents = residents;
        this.wares = wares;
    }

    /** Returns whether anything is left of a page: a film that never appeared has no works. */
    static boolean isAny(Map<String, Object> page) {
        return page.get("items") instanceof List<?> items && !items.isEmpty();
    }

    Map<String, Object> of(Page page) {
        return Map.of(
                "viewer",
                residents.get(page.resident()),
                "at",
                page.at().toString(),
                "stratum",
                page.stratum(),
                "items",
                page.items().stream()
                        .map(this::item)
                        .filter(item -> item.containsKey("work"))
                        .toList());
    }

    private Map<String, Object> item(Page.Item item) {
        var json = new HashMap<String, Object>();
        put(json, "work", works.get(pieces.get(item.piece())));
        put(json, "source", item.source());
        put(json, "slot", item.slot());
        put(json, "propensity", item.propensity());
        put(json, "score", item.score());
        put(json, "seenAfter", item.seenAfter());
        put(json, "watched", item.watched());
        put(json, "acts", item.acts().stream().map(PageJson::act).toList());
        put(json, "product", item.visit() == null ? null : visit(item.visit()));
        return json;
    }

    private static Map<String, Object> act(Page.Act act) {
        var json = new HashMap<String, Object>();
        put(json, "what", act.what());
        put(json, "after", act.after());
        put(json, "text", act.text());
        return json;
    }

    private @Nullable Map<String, Object> visit(Page.Visit visit) {
        var ware = wares.get(visit.ware());
        if (ware.product().isEmpty()) {
            return null;
        }
        var json = new HashMap<String, Object>();
        put(json, "product", ware.product());
        put(json, "openedAfter", visit.openedAfter());
        put(json, "cartedAfter", visit.cartedAfter());
        put(json, "order", visit.order() == null ? null : order(visit.order(), ware));
        return json;
    }

    private static Map<String, Object> order(Page.Order order, Stalls.Listed ware) {
        var json = new HashMap<String, Object>();
        put(json, "sku", ware.skus().get(Math.min(order.sku(), ware.skus().size() - 1)));
        put(json, "units", order.units());
        put(json, "placedAfter", order.placedAfter());
        put(json, "paidAfter", order.paidAfter());
        put(json, "shippedAfter", order.shippedAfter());
        put(json, "receivedAfter", order.receivedAfter());
        put(json, "refundedAfter", order.refundedAfter());
        put(json, "carrier", order.carrier());
        put(json, "place", order.place());
        return json;
    }

    private static void put(Map<String, Object> json, String name, @Nullable Object value) {
        if (value != null) {
            json.put(name, Objects.requireNonNull(value));
        }
    }
}
