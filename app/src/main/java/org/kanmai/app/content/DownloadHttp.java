package org.kanmai.app.content;

import org.kanmai.app.governance.Governance;
import org.kanmai.app.media.MediaLibrary;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Trace;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.WorkId;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives out a work's film as one file where its creator allows it. */
@RestController
class DownloadHttp {
    private final WorkStore works;
    private final Governance governance;
    private final MediaLibrary library;
    private final Announcements announcements;

    DownloadHttp(WorkStore works, Governance governance, MediaLibrary library, Announcements announcements) {
        this.works = works;
        this.governance = governance;
        this.library = library;
        this.announcements = announcements;
    }

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/works/{id}/download")
    ResponseEntity<Resource> download(@PathVariable WorkId id, Viewer viewer, Trace trace) {
        var work = works.find(id)
                .filter(found -> found.creator() != null && governance.mayShow(viewer, found.subject()))
                .orElseThrow(() -> Refusal.notFound("work"));
        if (!work.downloadable() && !viewer.self().equals(work.creator())) {
            throw new Refusal(
                    HttpStatus.FORBIDDEN, "not-downloadable", "Not for download", "Its creator does not offer it.");
        }
        var file = library.download(work.media()).orElseThrow(() -> Refusal.notFound("file"));
        if (work.state() == WorkRow.State.PUBLISHED) {
            announcements.downloaded(viewer, trace, work);
        }
        var name = ContentDisposition.attachment()
                .filename("kanmai-" + id + ".mp4")
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("video/mp4"))
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .body(new FileSystemResource(file));
    }
}
