package org.kanmai.app.catalog.entry;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.app.web.pictures.SentPicture;
import org.kanmai.app.web.pictures.Turns;
import org.kanmai.facts.Binary;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** One's own application to sell here. */
@RestController
@RequestMapping("/api/me/entry")
class EntryHttp {
    private static final String FIELD = "picture";
    private static final int LARGEST_SENT = 8 * 1024 * 1024;
    private static final int LARGEST_KEPT = 800 * 1024;
    private static final int LONGEST_SIDE = 2_000;
    private static final int AT_ONCE = 2;

    private final Entries entries;
    private final Turns turns = new Turns(AT_ONCE);

    EntryHttp(Entries entries) {
        this.entries = entries;
    }

    /** What is written into an application. */
    record Sent(Entry.Kind kind, String name, @Nullable String number, String goods) {
        Wanted wanted() {
            return new Wanted(kind, name, number == null ? "" : number, goods);
        }
    }

    /** An application with what is sealed of it, for its person and operators. */
    record Opened(Entry entry, String name, String number) {
        static Opened of(Entry entry, Wanted wanted) {
            return new Opened(entry, wanted.name(), wanted.number());
        }
    }

    /** Answers with nothing (204) who has not applied. */
    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping
    ResponseEntity<Opened> own(Viewer viewer) {
        return entries.find(viewer.self())
                .map(entry -> ResponseEntity.ok(Opened.of(entry, entries.wanted(entry))))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping
    Opened save(@RequestBody Sent sent, Viewer viewer) {
        var wanted = sent.wanted();
        return Opened.of(entries.save(viewer.self(), wanted), wanted);
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PostMapping("/submission")
    Opened submit(Viewer viewer) {
        var entry = entries.submit(viewer.self());
        return Opened.of(entry, entries.wanted(entry));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @PutMapping("/papers/{place}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void put(@PathVariable String place, Viewer viewer, HttpServletRequest request) throws IOException {
        int at = place(place);
        entries.of(viewer.self());
        var sent = request.getInputStream().readNBytes(LARGEST_SENT + 1);
        if (sent.length > LARGEST_SENT) {
            throw Refusal.invalid(FIELD, "must be at most 8 MB");
        }
        var jpeg = turns.take(() -> Binary.of(SentPicture.read(FIELD, sent, LONGEST_SIDE / 2)
                .within(LONGEST_SIDE)
                .jpeg(LARGEST_KEPT)));
        entries.put(viewer.self(), at, jpeg.bytes());
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @DeleteMapping("/papers/{place}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String place, Viewer viewer) {
        entries.remove(viewer.self(), place(place));
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/papers/{place}")
    ResponseEntity<byte[]> paper(@PathVariable String place, Viewer viewer) {
        return jpeg(entries.paper(entries.of(viewer.self()), place(place)));
    }

    static ResponseEntity<byte[]> jpeg(byte[] jpeg) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_JPEG)
                .cacheControl(CacheControl.noStore())
                .body(jpeg);
    }

    static int place(String text) {
        if (!text.matches("[0-3]")) {
            throw Refusal.notFound("place, from 0 to 3,");
        }
        return text.charAt(0) - '0';
    }
}
