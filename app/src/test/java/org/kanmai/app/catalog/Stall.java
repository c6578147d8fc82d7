package org.kanmai.app.catalog;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.kanmai.app.identity.Browser;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.web.Role;
import org.kanmai.facts.Ids;
import org.kanmai.facts.Money;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.ProductId;
import org.kanmai.facts.SkuId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Merchants with shops, and something to sell, for tests. */
@Component
public class Stall {
    private final Shops shops;
    private final Assortment assortment;
    private final SkuStore skus;
    private final Cast cast;
    private final JdbcClient jdbc;
    private final Ids ids;

    Stall(Shops shops, Assortment assortment, SkuStore skus, Cast cast, JdbcClient jdbc, Ids ids) {
        this.shops = shops;
        this.assortment = assortment;
        this.skus = skus;
        this.cast = cast;
        this.jdbc = jdbc;
        this.ids = ids;
    }

    /** Returns the one variant of a new product, listed in a new shop at 19.90, of which so many are free. */
    public SkuId sku(int stock) {
        var merchant = new PersonId(ids.next());
        shops.open(merchant, "Stall " + merchant, "");
        var words = new ProductWords("Spring tea", "", List.of());
        var product =
                assortment.draft(merchant, words, List.of(new Variant(List.of(), "", Money.of(1990, "CNY"), stock)));
        jdbc.sql("update catalog.product set state = 'listed' where id = :id")
                .param("id", product.value())
                .update();
        return sku(product);
    }

    private SkuId sku(ProductId product) {
        return skus.of(List.of(product)).getFirst().sku().id();
    }

    /** Returns the browser of a new merchant who has opened a shop. */
    public Browser merchant(int port) {
        var handle = Cast.handle("mei");
        var browser = Browser.of(port, handle);
        cast.become(handle, Role.MERCHANT, Role.CREATOR);
        browser.signIn(handle, Browser.PASSWORD);
        browser.post("/api/shops", "{\"name\": \"%s\"}".formatted(handle));
        return browser;
    }

    /** Returns a PNG of so many pixels. */
    public static byte[] png(int width, int height) {
        var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = picture.createGraphics();
        pen.setPaint(new Color(20, 120, 70));
        pen.fillOval(0, 0, width, height);
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
