package org.kanmai.app.media;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.MediaId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Resumable uploads in the manner of tus 1.0, without its preflight. */
@RestController
@RequestMapping("/api/uploads")
class UploadsHttp {
    private static final String OFFSET = "Upload-Offset";
    private static final int LONGEST_NAME = 255;

    private final Uploads uploads;
    private final ProgressFeed progress;
    private final MediaSettings settings;

    UploadsHttp(Uploads uploads, ProgressFeed progress, MediaSettings settings) {
        this.uploads = uploads;
        this.progress = progress;
        this.settings = settings;
    }

    @Allowed(Allowed.To.CREATOR)
    @PostMapping
    ResponseEntity<Standing> begin(
            Viewer viewer,
            @RequestBody Beginning beginning,
            @RequestHeader(name = "X-Priority", defaultValue = "usual") Upload.Priority priority) {
        // The name is for the caller's own memory: it is neither kept nor believed.
        if (beginning.fileName().isBlank() || beginning.fileName().length() > LONGEST_NAME) {
            throw Refusal.invalid("fileName", "must have 1 to " + LONGEST_NAME + " characters");
        }
        var begun = Standing.of(uploads.begin(viewer.self(), beginning.size(), priority));
        return ResponseEntity.created(URI.create("/api/uploads/" + begun.id())).body(begun);
    }

    @Allowed(Allowed.To.CREATOR)
    @PatchMapping("/{id}")
    ResponseEntity<Void> append(
            Viewer viewer, @PathVariable MediaId id, @RequestHeader(OFFSET) long offset, HttpServletRequest request)
            throws IOException {
        if (request.getContentLengthLong() > settings.part().toBytes()) {
            throw Uploads.tooLarge(settings.part().toBytes());
        }
        long now = uploads.append(viewer.self(), id, offset, request.getInputStream());
        return ResponseEntity.noContent().header(OFFSET, Long.toString(now)).build();
    }

    @Allowed(Allowed.To.CREATOR)
    @GetMapping("/{id}")
    Standing find(Viewer viewer, @PathVariable MediaId id) {
        return Standing.of(uploads.owned(viewer.self(), id));
    }

    @Allowed(Allowed.To.CREATOR)
    @DeleteMapping("/{id}")
    ResponseEntity<Void> cancel(Viewer viewer, @PathVariable MediaId id) {
        uploads.cancel(viewer.self(), id);
        return ResponseEntity.noContent().build();
    }

    @Allowed(Allowed.To.CREATOR)
    @GetMapping(path = "/{id}/progress", produces = "text/event-stream")
    SseEmitter progress(Viewer viewer, @PathVariable MediaId id) {
        return progress.follow(uploads.owned(viewer.self(), id));
    }

    /** What begins an upload; size in bytes. */
    record Beginning(String fileName, long size) {}

    /** An upload as its owner sees it. */
    record Standing(
            MediaId id,
            long size,
            long offset,
            Upload.State state,
            int percent,
            @Nullable String reason,
            @Nullable String detail,
            List<String> covers,
            @Nullable String preview,
            @Nullable Integer width,
            @Nullable Integer height,
            @Nullable Integer durationMillis) {

        static Standing of(Upload upload) {
            boolean ready = upload.state() == Upload.State.READY;
            var files = "/media/" + upload.media();
            return new Standing(
                    upload.media(),
                    upload.size(),
                    upload.received(),
                    upload.state(),
                    upload.percent(),
                    upload.reason(),
                    upload.detail(),
                    IntStream.rangeClosed(1, upload.covers())
                            .mapToObj(cover -> files + "/cover-" + cover + ".jpg")
                            .toList(),
                    ready ? files + "/preview.webp" : null,
                    upload.width(),
                    upload.height(),
                    upload.durationMillis());
        }
    }
}
