package org.kanmai.app;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.kanmai.app.catalog.Stall;
import org.kanmai.app.content.Premiere;
import org.kanmai.app.identity.Cast;
import org.kanmai.app.media.files.MediaFolders;
import org.kanmai.app.notices.Postman;
import org.kanmai.facts.MediaId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Gives a creator one of each thing that others may not touch; films come into being without transcoding. */
@Component
class Belongings {
    private final Premiere premiere;
    private final Cast cast;
    private final MediaFolders folders;
    private final Postman postman;

    Belongings(Premiere premiere, Cast cast, MediaFolders folders, Postman postman) {
        this.premiere = premiere;
        this.cast = cast;
        this.folders = folders;
        this.postman = postman;
    }

    /**
     * The ids of what a creator has.
     *
     * @param work one that waits for an operator in {@code review} and shows {@code media}
     * @param comment below another work, which is published
     * @param product one that its merchant is still at work on
     * @param address where the owner has parcels sent
     * @param order what the owner has ordered from the merchant
     * @param notice what the owner was told of it
     */
    record Owned(
            Member owner,
            String upload,
            String media,
            String work,
            String review,
            String stage,
            String comment,
            Member merchant,
            String product,
            String sku,
            String address,
            String order,
            String notice) {

        String id(String belonging) {
            return switch (belonging) {
                case "upload" -> upload;
                case "media" -> media;
                case "work" -> work;
                case "review" -> review;
                case "comment" -> comment;
                case "product" -> product;
                case "sku" -> sku;
                case "address" -> address;
                case "order" -> order;
                case "notice" -> notice;
                default -> throw new IllegalArgumentException(belonging);
            };
        }

        /** Returns how all of it stands in its owner's and in an operator's eyes. */
        List<String> standing(Member operator) {
            return List.of(
                    seen(owner, "/api/uploads/" + upload),
                    seen(owner, "/api/me/works/" + work),
                    seen(owner, "/media/" + media + "/master.m3u8"),
                    seen(owner, "/media/" + media + "/360p/index.m3u8"),
                    seen(owner, "/api/works/" + stage + "/comments"),
                    seen(merchant, "/api/me/products/" + product),
                    seen(owner, "/api/me/addresses"),
                    seen(owner, "/api/me/orders/" + order),
                    seen(owner, "/api/me/notices"),
                    seen(operator, "/api/reviews/" + review));
        }

        private static String seen(Member by, String path) {
            var answer = by.call("GET", path, "");
            if (answer.status() != 200) {
                throw new AssertionError(path + ": " + answer.body());
            }
            return answer.body();
        }
    }

    Owned of(Member owner, Member operator, Member merchant) throws IOException {
        var upload = made(owner, "/api/uploads", "{\"fileName\": \"a.mp4\", \"size\": 100}");
        var stage = work(owner, film(owner));
        decide(operator, review(stage));
        var comment = made(owner, "/api/works/" + stage + "/comments", "{\"text\": \"My first\"}");
        var media = film(owner);
        var work = work(owner, media);
        made(merchant, "/api/shops", "{\"name\": \"%s\"}".formatted(merchant.handle()));
        var product = product(merchant);
        var address = made(owner, "/api/me/addresses", """
                {"recipient": "Li", "phone": "13800138000", "region": "Hangzhou", "street": "1 Tea Road", "standard": true}""");
        return new Owned(
                owner,
                upload,
                media.toString(),
                work,
                review(work),
                stage,
                comment,
                merchant,
                product.path("id").asString(),
                product.path("skus").path(0).path("id").asString(),
                address,
                order(owner, address, listed(merchant, operator)),
                postman.first(owner.browser()).path("id").asString());
    }

    private static String work(Member owner, MediaId media) {
        return made(owner, "/api/works", "{\"upload\": \"%s\", \"title\": \"Noodles\"}".formatted(media));
    }

    private static void decide(Member operator, String review) {
        var answer = operator.call("POST", "/api/reviews/" + review + "/decision", "{\"approve\": true}");
        if (answer.status() != 200) {
            throw new AssertionError(answer.body());
        }
    }

    /** Returns the variant of a product that is listed. */
    private String listed(Member merchant, Member operator) {
        var product = product(merchant);
        var id = product.path("id").asString();
        merchant.browser().put("/api/me/products/" + id + "/pictures/0", Stall.png(600, 600));
        merchant.call("POST", "/api/me/products/" + id + "/submission", "");
        decide(operator, Long.toString(premiere.review(Long.parseLong(id))));
        return product.path("skus").path(0).path("id").asString();
    }

    private static String order(Member owner, String address, String sku) {
        var lines = "[{\"sku\": \"%s\", \"units\": 1}]".formatted(sku);
        var quote = owner.call("POST", "/api/quotes", "{\"lines\": " + lines + "}");
        var placed = owner.call(
                "POST", "/api/orders", """
                {"key": "of-the-matrix", "quote": "%s", "lines": %s, "address": "%s"}""".formatted(quote.json().path("id").asString(), lines, address));
        if (placed.status() != 201) {
            throw new AssertionError(placed.body());
        }
        return placed.json().at("/items/0/id").asString();
    }

    private static JsonNode product(Member merchant) {
        var id = made(merchant, "/api/products", """
                {"title": "Green tea", "skus": [{"price": {"minor": 1990, "currency": "CNY"}, "stock": 9}]}""");
        return merchant.call("GET", "/api/me/products/" + id, "").json();
    }

    private static String made(Member by, String path, String body) {
        var answer = by.call("POST", path, body);
        if (answer.status() != 201) {
            throw new AssertionError(path + ": " + answer.body());
        }
        return answer.json().path("id").asString();
    }

    private String review(String work) {
        return Long.toString(premiere.review(Long.parseLong(work)));
    }

    private MediaId film(Member owner) throws IOException {
        var media = premiere.film(cast.id(owner.handle()));
        var folder = folders.packaged(media);
        Files.createDirectories(folder.resolve("360p"));
        Files.writeString(folder.resolve("master.m3u8"), "#EXTM3U\n");
        Files.writeString(folder.resolve("360p/index.m3u8"), "#EXTM3U\n");
        return media;
    }
}
