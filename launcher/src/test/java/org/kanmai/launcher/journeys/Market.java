package org.kanmai.launcher.journeys;

import java.io.IOException;
import org.kanmai.launcher.Clips;
import org.kanmai.launcher.Stall;

/** A merchant with a shop, a listed product, and a film that shows it: all by the public API, reviewed by an operator. */
final class Market {
    static final String MERCHANT = "mei";
    static final String PRODUCT = "Spring tea";
    static final String FILM = "A day of picking tea";

    private final Town town;

    Market(Town town) {
        this.town = town;
    }

    /** Opens it; returns the id of the film. */
    String open() throws IOException, InterruptedException {
        var stall = Stall.open(town.address(), town.operator(), MERCHANT, PRODUCT, 5, town::approve);
        var merchant = stall.merchant();
        var upload = merchant.upload(Clips.film(360, 640, 4));
        merchant.awaitReady(upload);
        var work = merchant.post("/api/works", "{\"upload\": \"%s\", \"title\": \"%s\"}".formatted(upload, FILM))
                .must(201)
                .json()
                .path("id")
                .asString();
        merchant.put(
                        "/api/me/works/" + work + "/products",
                        "{\"products\": [{\"product\": \"%s\"}]}".formatted(stall.product()))
                .must(200);
        town.approve();
        return work;
    }
}
