package org.kanmai.launcher.journeys;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.kanmai.launcher.Caller;
import org.kanmai.launcher.Clips;

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
        var merchant = merchant();
        merchant.post("/api/shops", "{\"name\": \"Hill garden\"}").must(201);
        var product = product(merchant);
        var upload = merchant.upload(Clips.film(360, 640, 4));
        merchant.awaitReady(upload);
        var work = merchant.post("/api/works", "{\"upload\": \"%s\", \"title\": \"%s\"}".formatted(upload, FILM))
                .must(201)
                .json()
                .path("id")
                .asString();
        merchant.put(
                        "/api/me/works/" + work + "/products",
                        "{\"products\": [{\"product\": \"%s\"}]}".formatted(product))
                .must(200);
        town.approve();
        return work;
    }

    private Caller merchant() {
        Caller.signedUp(town.address(), MERCHANT, "");
        var asked = town.operator()
                .post(
                        "/api/role-requests",
                        "{\"handle\": \"%s\", \"role\": \"merchant\", \"reason\": \"Sells tea\"}".formatted(MERCHANT))
                .must(201)
                .json()
                .path("id")
                .asString();
        town.operator()
                .post("/api/role-requests/" + asked + "/decision", "{\"approve\": true}")
                .must(200);
        return Caller.signedIn(town.address(), MERCHANT);
    }

    private String product(Caller merchant) throws IOException {
        var product = merchant.post("/api/products", """
                {"title": "%s", "skus": [{"price": {"minor": 1990, "currency": "CNY"}, "stock": 5}]}""".formatted(PRODUCT))
                .must(201)
                .json()
                .path("id")
                .asString();
        merchant.picture("/api/me/products/" + product + "/pictures/0", leaf()).must(204);
        merchant.post("/api/me/products/" + product + "/submission", "").must(200);
        town.approve();
        return product;
    }

    private static byte[] leaf() throws IOException {
        var picture = new BufferedImage(600, 600, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setPaint(new Color(40, 140, 80));
        pen.fillOval(100, 200, 400, 200);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", bytes);
        return bytes.toByteArray();
    }
}
