package org.kanmai.app.media;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.kanmai.app.governance.Governance;
import org.kanmai.app.media.files.MediaFolders;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Role;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.MediaId;
import org.kanmai.facts.Subject;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the files of packages, with ranges, to those who may see them; only names that packaging makes exist here.
 *
 * <p>Caches keep a file for a minute and must ask again after that: a take-down reaches every cache within the minute, and
 * asking again costs an answer without a body, since the tag of a file never changes.
 */
@RestController
class MediaFilesHttp {
    private static final Pattern FILE =
            Pattern.compile("master\\.m3u8|cover(-[1-9])?\\.jpg|preview\\.webp|sprite\\.jpg|sprite\\.json");
    private static final Pattern RENDITION = Pattern.compile("[1-9][0-9]{1,3}p");
    private static final Pattern SEGMENT = Pattern.compile("index\\.m3u8|init(_[0-9])?\\.mp4|s[0-9]{3,4}\\.m4s");
    private static final Duration KEPT = Duration.ofMinutes(1);
    private static final Map<String, MediaType> TYPES = Map.of(
            "m3u8", MediaType.parseMediaType("application/vnd.apple.mpegurl"),
            "mp4", MediaType.parseMediaType("video/mp4"),
            "m4s", MediaType.parseMediaType("video/mp4"),
            "jpg", MediaType.IMAGE_JPEG,
            "webp", MediaType.parseMediaType("image/webp"),
            "json", MediaType.APPLICATION_JSON);

    private final PackageStore packages;
    private final MediaFolders folders;
    private final Governance governance;

    MediaFilesHttp(PackageStore packages, MediaFolders folders, Governance governance) {
        this.packages = packages;
        this.folders = folders;
        this.governance = governance;
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/media/{media}/{file}")
    ResponseEntity<Resource> file(Viewer viewer, @PathVariable MediaId media, @PathVariable String file) {
        if (!FILE.matcher(file).matches()) {
            throw missing();
        }
        return answer(viewer, media, Path.of(file));
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/media/{media}/{rendition}/{file}")
    ResponseEntity<Resource> segment(
            Viewer viewer, @PathVariable MediaId media, @PathVariable String rendition, @PathVariable String file) {
        if (!RENDITION.matcher(rendition).matches() || !SEGMENT.matcher(file).matches()) {
            throw missing();
        }
        return answer(viewer, media, Path.of(rendition, file));
    }

    private ResponseEntity<Resource> answer(Viewer viewer, MediaId media, Path name) {
        var stamp = packages.stamp(media).orElseThrow(MediaFilesHttp::missing);
        boolean insider = viewer.is(stamp.owner()) || viewer.is(Role.OPERATOR);
        if (!insider && !governance.mayShow(viewer, Subject.media(media))) {
            throw missing();
        }
        var file = new FileSystemResource(folders.packaged(media).resolve(name));
        if (!file.exists()) {
            throw missing();
        }
        var text = name.toString();
        var caching = CacheControl.maxAge(KEPT).mustRevalidate();
        return ResponseEntity.ok()
                .cacheControl(insider ? caching.cachePrivate() : caching.cachePublic())
                .eTag(Long.toHexString(stamp.packagedAt().toEpochMilli()) + "-" + text.replace('/', '-'))
                .contentType(type(text))
                .body(file);
    }

    private static MediaType type(String name) {
        return TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), MediaType.APPLICATION_OCTET_STREAM);
    }

    private static Refusal missing() {
        return Refusal.notFound("file");
    }
}
