package org.kanmai.simulator.demo;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.kanmai.simulator.scenes.Camera;
import tools.jackson.databind.JsonNode;

/** The shops of the demo world: opened, filled and approved through the public API; what is there already stays. */
final class Stalls {
    private static final int SIDE = 800;

    private final World world;
    private final People people;
    private final List<Ware> wares;
    private final Map<String, String> products = new HashMap<>();

    Stalls(World world, People people) {
        this.world = world;
        this.people = people;
        var here = world.creators().stream().map(World.Creator::handle).toList();
        this.wares = Ware.all().stream()
                .filter(ware -> here.contains(ware.creator()))
                .toList();
    }

    /** Opens the shops and lists what they sell. */
    void open(Camera camera) {
        wares.stream().map(Ware::creator).distinct().forEach(this::open);
        wares.forEach(ware -> products.put(ware.title(), list(ware, camera)));
        approve();
        wares.forEach(this::promise);
    }

    private void open(String creator) {
        people.become(creator, "merchant", "sells in the demo world");
        var ware = wares.stream()
                .filter(each -> each.creator().equals(creator))
                .findFirst()
                .orElseThrow();
        var opened = people.as(creator).post("/api/shops", Map.of("name", ware.shop(), "about", ware.about()));
        if (opened.status() != 409) {
            opened.orFail("the shop of " + creator);
        }
    }

    private String list(Ware ware, Camera camera) {
        var merchant = people.as(ware.creator());
        for (var product : merchant.all("/api/me/products")) {
            if (product.path("title").asString().equals(ware.title())) {
                return product.path("id").asString();
            }
        }
        var id = merchant.post("/api/products", form(ware))
                .orFail("the product " + ware.title())
                .path("id")
                .asString();
        var look = world.creators().stream()
                .filter(creator -> creator.handle().equals(ware.creator()))
                .findFirst()
                .orElseThrow()
                .look();
        var picture = enlarged(camera.portrait(ware.picture(), look));
        merchant.put("/api/me/products/" + id + "/pictures/0", picture, "image/png")
                .orFail("the picture of " + ware.title());
        merchant.post("/api/me/products/" + id + "/submission", Map.of()).orFail("submitting " + ware.title());
        return id;
    }

    private static Map<String, Object> form(Ware ware) {
        var skus = ware.skus().stream()
                .map(sku -> Map.of(
                        "options",
                        sku.options(),
                        "price",
                        Map.of("minor", sku.fen(), "currency", "CNY"),
                        "stock",
                        sku.stock()))
                .toList();
        return Map.of(
                "title", ware.title(), "description", ware.description(), "options", ware.options(), "skus", skus);
    }

    private void approve() {
        new Approvals(people.as(People.OPERATOR)).round("product", products.values());
    }

    /** Promises who sells a ware a tenth to a quarter of it, more from the twentieth unit on; what is promised already stays. */
    private void promise(Ware ware) {
        int least = 100 + 50 * (wares.indexOf(ware) % 3);
        var steps = List.of(Map.of("from", 0, "perMille", least), Map.of("from", 20, "perMille", least + 50));
        var promised = people.as(ware.creator())
                .put("/api/me/shop/alliance/" + products.get(ware.title()), Map.of("steps", steps));
        if (promised.status() != 409) {
            promised.orFail("the commission of " + ware.title());
        }
    }

    /** A ware as the server has it; without a product it is not for sale here. */
    record Listed(String product, List<String> skus) {
        Listed {
            skus = List.copyOf(skus);
        }
    }

    /** Returns whether a ware is for sale here. */
    boolean sells(Ware ware) {
        return wares.contains(ware);
    }

    /** Returns all wares in the order of {@link Ware#all()}. */
    List<Listed> wares() {
        var listed = new HashMap<String, Listed>();
        wares.stream()
                .map(Ware::creator)
                .distinct()
                .forEach(creator -> people.as(creator)
                        .all("/api/me/products")
                        .forEach(product -> listed.put(product.path("title").asString(), listed(product))));
        return Ware.all().stream()
                .map(ware -> listed.getOrDefault(ware.title(), new Listed("", List.of())))
                .toList();
    }

    private static Listed listed(JsonNode product) {
        return new Listed(
                product.path("id").asString(),
                product.path("skus")
                        .valueStream()
                        .map(sku -> sku.path("id").asString())
                        .toList());
    }

    /** Shows in a work what its film is about. */
    void show(String creator, String film, String id) {
        var shown = wares.stream()
                .filter(ware -> ware.work().equals(film))
                .map(ware -> Map.of("product", products.getOrDefault(ware.title(), "")))
                .toList();
        if (!shown.isEmpty()) {
            people.as(creator)
                    .put("/api/me/works/" + id + "/products", Map.of("products", shown))
                    .orFail("the products of a work about " + film);
        }
    }

    private static byte[] enlarged(byte[] png) {
        try {
            var small = ImageIO.read(new ByteArrayInputStream(png));
            if (small == null) {
                return png;
            }
            var large = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
            var pen = large.createGraphics();
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            pen.drawImage(small, 0, 0, SIDE, SIDE, null);
            pen.dispose();
            var out = new ByteArrayOutputStream();
            ImageIO.write(large, "png", out);
            return out.toByteArray();
        } catch (IOException failure) {
            throw new UncheckedIOException("a picture cannot be enlarged", failure);
        }
    }
}
