package org.kanmai.app.catalog.staff;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kanmai.facts.Code;

/** What somebody may do for a shop; whatever no duty names is its owner's alone. */
enum Duty implements Code {
    /** Products, their prices and stock, files of them, flash sales. */
    GOODS(
            "/api/products",
            "/api/me/products",
            "/api/me/skus",
            "/api/me/shop/sheets",
            "/api/me/sales",
            "/api/me/shop/price-requests",
            "/api/me/batches",
            "/api/me/shop/freight",
            "/pictures"),
    /** Orders and their parcels; no money goes back by it. */
    ORDERS("/api/me/shop/orders"),
    /** What buyers send back, the money for it, and what buyers are told. */
    SERVICE(
            "/api/me/shop/returns",
            "/api/me/shop/orders/{id}/returns",
            "/api/me/shop/orders/{id}/refund",
            "/api/me/shop/messages"),
    /** The owner's live rooms, planned and open, with the key by which a picture is pushed (LC-06). */
    LIVE("/api/me/rooms", "/api/me/plans", "/api/me/stream-key", "/api/me/moderators", "/api/me/room-deeds");

    private final String places;

    Duty(String... places) {
        this.places = String.join(" ", places);
    }

    @JsonCreator
    static Duty parse(String code) {
        return Code.parse(Duty.class, code);
    }

    /** Returns the duties of which any one is enough for an endpoint; none where only the owner may. */
    static Set<Duty> of(String method, String endpoint) {
        if (method.equals("GET") && endpoint.equals("/api/me/shop")) {
            return Set.of(values());
        }
        int closest =
                Stream.of(values()).mapToInt(duty -> duty.reach(endpoint)).max().orElse(0);
        return Stream.of(values())
                .filter(duty -> closest > 0 && duty.reach(endpoint) == closest)
                .collect(Collectors.toSet());
    }

    /** Returns whether the duty names an endpoint. */
    boolean names(String endpoint) {
        return reach(endpoint) > 0;
    }

    /** How much of an endpoint the longest of its places names; 0 when none does. */
    private int reach(String endpoint) {
        return Arrays.stream(places.split(" ", -1))
                .filter(place -> endpoint.equals(place) || endpoint.startsWith(place + "/"))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
