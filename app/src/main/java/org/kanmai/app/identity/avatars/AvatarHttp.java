package org.kanmai.app.identity.avatars;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.kanmai.app.identity.accounts.Me;
import org.kanmai.app.identity.accounts.Mirror;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.app.web.pictures.Turns;
import org.kanmai.facts.Ids;
import org.kanmai.facts.PersonId;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes and serves pictures of people; an address names one version, so it never changes under it. */
@RestController
class AvatarHttp {
    /** A decoded picture takes up to some 20 MB. */
    private static final int AT_ONCE = 4;

    private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}");
    private static final CacheControl UNCHANGING =
            CacheControl.maxAge(Duration.ofDays(30)).cachePublic().immutable();

    private final AvatarStore store;
    private final Mirror mirror;
    private final Ids ids;
    private final Turns turns = new Turns(AT_ONCE);

    AvatarHttp(AvatarStore store, Mirror mirror, Ids ids) {
        this.store = store;
        this.mirror = mirror;
        this.ids = ids;
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/api/me/avatar")
    Me change(Viewer viewer, HttpServletRequest request) throws IOException {
        var self = viewer.self();
        var sent = request.getInputStream().readNBytes(Portrait.LARGEST_BYTES + 1);
        store.keep(self, ids.next(), turns.take(() -> Portrait.jpeg(sent)));
        return mirror.of(self);
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/avatars/{person}/{version}")
    ResponseEntity<byte[]> serve(@PathVariable PersonId person, @PathVariable String version) {
        if (!VERSION.matcher(version).matches()) {
            throw Refusal.notFound("picture");
        }
        var jpeg = store.find(person, Long.parseLong(version)).orElseThrow(() -> Refusal.notFound("picture"));
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(UNCHANGING)
                .body(jpeg);
    }
}
