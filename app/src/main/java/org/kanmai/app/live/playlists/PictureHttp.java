package org.kanmai.app.live.playlists;

import java.util.Optional;
import java.util.regex.Pattern;
import org.kanmai.app.live.relay.Segments;
import org.kanmai.app.live.rooms.Air;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.Binary;
import org.kanmai.facts.RoomId;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A live picture as HLS, for whoever may watch the room; what fell out of the window is not there any more. */
@RestController
class PictureHttp {
    private static final MediaType PLAYLIST = MediaType.parseMediaType("application/vnd.apple.mpegurl");
    private static final MediaType MP4 = MediaType.parseMediaType("video/mp4");
    private static final Pattern FILE = Pattern.compile("([0-9]{1,15})\\.(mp4|m4s)");

    private final Air air;

    PictureHttp(Air air) {
        this.air = air;
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/rooms/{id}/picture.m3u8")
    ResponseEntity<String> playlist(@PathVariable RoomId id, Viewer viewer) {
        var text = air.play(id, viewer.pseudonym()).flatMap(Segments::playlist).orElseThrow(PictureHttp::missing);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(PLAYLIST)
                .body(text);
    }

    @Allowed(Allowed.To.ANYONE)
    @GetMapping("/api/rooms/{id}/picture/{file}")
    ResponseEntity<byte[]> file(@PathVariable RoomId id, @PathVariable String file) {
        var name = FILE.matcher(file);
        if (!name.matches()) {
            throw missing();
        }
        var number = Long.parseLong(name.group(1));
        var content =
                air.segments(id).flatMap(all -> name.group(2).equals("mp4") ? all.start(number) : all.segment(number));
        return answer(content);
    }

    private static ResponseEntity<byte[]> answer(Optional<Binary> content) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .contentType(MP4)
                .body(content.orElseThrow(PictureHttp::missing).bytes());
    }

    private static Refusal missing() {
        return Refusal.notFound("picture");
    }
}
