package org.kanmai.launcher;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import javax.imageio.ImageIO;

/** A merchant's shop in which one product is listed, at 19.90: opened by the public API, approved by an operator. */
public record Stall(Caller merchant, String product, String sku) {

    /** Opens it; {@code approve} is to approve whatever waits. */
    public static Stall open(URI address, Caller operator, String merchant, String title, int stock, Runnable approve)
            throws IOException {
        Caller.signedUp(address, merchant, "");
        operator.gives(merchant, "merchant");
        var seller = Caller.signedIn(address, merchant);
        seller.post("/api/shops", "{\"name\": \"Garden of %s\"}".formatted(merchant))
                .must(201);
        var made = seller.post("/api/products", """
                {"title": "%s", "skus": [{"price": {"minor": 1990, "currency": "CNY"}, "stock": %d}]}""".formatted(title, stock))
                .must(201)
                .json();
        var product = made.path("id").asString();
        seller.picture("/api/me/products/" + product + "/pictures/0", leaf()).must(204);
        seller.post("/api/me/products/" + product + "/submission", "").must(200);
        approve.run();
        return new Stall(seller, product, made.at("/skus/0/id").asString());
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
