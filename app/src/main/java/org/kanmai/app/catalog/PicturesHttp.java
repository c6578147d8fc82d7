package org.kanmai.app.catalog;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.kanmai.app.governance.Governance;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.app.web.pictures.SentPicture;
import org.kanmai.app.web.pictures.Turns;
import org.kanmai.facts.Binary;
import org.kanmai.facts.ProductId;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Takes and serves pictures of products; before its review a product's pictures are for its merchant and operators. */
@RestController
class PicturesHttp {
    private static final String FIELD = "picture";
    private static final int LARGEST_SENT = 8 * 1024 * 1024;
    private static final int LARGEST_KEPT = 400 * 1024;
    private static final int LONGEST_SIDE = 1080;
    private static final int LAST_PLACE = 8;

    /** A decoded picture takes up to some 60 MB. */
    private static final int AT_ONCE = 2;

    private final Assortment assortment;
    private final PictureStore store;
    private final Governance governance;
    private final Turns turns = new Turns(AT_ONCE);

    PicturesHttp(Assortment assortment, PictureStore store, Governance governance) {
        this.assortment = assortment;
        this.store = store;
        this.governance = governance;
    }

    /** What is kept of a picture. */
    private record Kept(Binary jpeg, int width, int height) {
        static Kept of(byte[] sent) {
            var picture = SentPicture.read(FIELD, sent, LONGEST_SIDE / 2).within(LONGEST_SIDE);
            return new Kept(Binary.of(picture.jpeg(LARGEST_KEPT)), picture.width(), picture.height());
        }
    }

    @Allowed(Allowed.To.MERCHANT)
    @PutMapping("/api/me/products/{id}/pictures/{place}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@PathVariable ProductId id, @PathVariable String place, Viewer viewer, HttpServletRequest request)
            throws IOException {
        int at = place(place);
        var sent = request.getInputStream().readNBytes(LARGEST_SENT + 1);
        if (sent.length > LARGEST_SENT) {
            throw Refusal.invalid(FIELD, "must be at most 8 MB");
        }
        var picture = turns.take(() -> Kept.of(sent));
        assortment.picture(viewer.self(), id, at, picture.jpeg.bytes(), picture.width, picture.height);
    }

    @Allowed(Allowed.To.MERCHANT)
    @DeleteMapping("/api/me/products/{id}/pictures/{place}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable ProductId id, @PathVariable String place, Viewer viewer) {
        assortment.removePicture(viewer.self(), id, place(place));
    }

    private static int place(String text) {
        if (!text.matches("[0-8]")) {
            throw Refusal.notFound("place, from 0 to " + LAST_PLACE + ",");
        }
        return text.charAt(0) - '0';
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/pictures/{product}/{version}")
    ResponseEntity<byte[]> serve(@PathVariable ProductId product, @PathVariable String version, Viewer viewer) {
        if (!version.matches("[0-9]{1,18}") || !mayShow(viewer, product)) {
            throw Refusal.notFound(FIELD);
        }
        var jpeg = store.find(product, Long.parseLong(version)).orElseThrow(() -> Refusal.notFound(FIELD));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(jpeg);
    }

    /** A product that was never sent to review is known to its merchant only. */
    private boolean mayShow(Viewer viewer, ProductId product) {
        return governance.mayShow(viewer, Assortment.subject(product)) || assortment.owns(viewer, product);
    }
}
