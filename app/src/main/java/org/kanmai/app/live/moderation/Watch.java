package org.kanmai.app.live.moderation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.content.understanding.models.FrameTexts;
import org.kanmai.app.governance.BannedWords;
import org.kanmai.app.live.LiveSettings;
import org.kanmai.app.live.rooms.Air;
import org.kanmai.app.live.rooms.Recordings;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Ids;
import org.kanmai.facts.RoomId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.util.FileSystemUtils;

/**
 * Looks at the picture of each room that is pushed to here, the one that waits longest first: whether there is anything to see, whether
 * it moves, and which words stand in it. What is noticed is flagged once until it is gone, and the picture is kept as evidence.
 *
 * <p>It sees pictures at intervals and the words in them only: not what is spoken, done or shown between two of them.
 */
@Component
class Watch {
    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final int STILL_LOOKS = 3;

    private final Air air;
    private final Samples samples;
    private final FrameTexts texts;
    private final BannedWords banned;
    private final FlagStore flags;
    private final Recordings recordings;
    private final LiveSettings settings;
    private final Ids ids;
    private final Clock clock;
    private final Map<RoomId, Sample> newest = new ConcurrentHashMap<>();

    Watch(
            Air air,
            Samples samples,
            FrameTexts texts,
            BannedWords banned,
            FlagStore flags,
            Recordings recordings,
            LiveSettings settings,
            Ids ids,
            Clock clock) {
        this.air = air;
        this.samples = samples;
        this.texts = texts;
        this.banned = banned;
        this.flags = flags;
        this.recordings = recordings;
        this.settings = settings;
        this.ids = ids;
        this.clock = clock;
    }

    /** Returns the newest picture of a room that was looked at here. */
    Optional<Sample> newest(RoomId room) {
        return Optional.ofNullable(newest.get(room));
    }

    /** One room at a time, so that looking never takes more than one core from those who broadcast. */
    @Scheduled(fixedDelay = 500)
    void look() throws IOException, InterruptedException {
        var pictures = air.newest();
        newest.keySet().retainAll(pictures.keySet());
        var due = pictures.entrySet().stream()
                .filter(picture -> isDue(picture.getKey()))
                .min(Comparator.comparing(picture -> lookedAt(picture.getKey())));
        if (due.isPresent()) {
            look(due.get().getKey(), due.get().getValue());
        }
    }

    private Instant lookedAt(RoomId room) {
        return newest(room).map(Sample::at).orElse(Instant.EPOCH);
    }

    private boolean isDue(RoomId room) {
        var before = newest.get(room);
        return before == null || !clock.instant().isBefore(before.at().plus(settings.look()));
    }

    private void look(RoomId room, Binary stream) throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("look");
        try {
            var picture = samples.picture(folder, stream);
            var image = picture.isEmpty() ? null : ImageIO.read(picture.get().toFile());
            if (image == null) {
                LOG.warn("live.look.failed room={}", room);
                return;
            }
            note(room, picture.get(), Look.of(image));
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
    }

    private void note(RoomId room, Path picture, Look look) throws IOException {
        var before = newest.get(room);
        int still = before != null && look.isStill(before.look()) ? before.still() + 1 : 0;
        var words = banned.in(texts.of(List.of(picture))).stream()
                .map(hit -> hit.word() + " (" + hit.violation().code() + ")")
                .collect(Collectors.joining(", "));
        var kind = kind(look, still, words);
        var jpeg = Binary.of(Files.readAllBytes(picture));
        if (kind != null && (before == null || before.kind() != kind)) {
            flag(room, kind, kind == Flag.Kind.WORDS ? words : Long.toString(Math.round(look.mean())), jpeg);
        }
        newest.put(room, new Sample(jpeg, look, clock.instant(), still, kind));
    }

    /** The gravest comes first. */
    private static Flag.@Nullable Kind kind(Look look, int still, String words) {
        if (!words.isEmpty()) {
            return Flag.Kind.WORDS;
        }
        if (look.isBlack()) {
            return Flag.Kind.BLACK;
        }
        if (look.isFlat()) {
            return Flag.Kind.FLAT;
        }
        return still >= STILL_LOOKS ? Flag.Kind.FROZEN : null;
    }

    private void flag(RoomId room, Flag.Kind kind, String value, Binary jpeg) throws IOException {
        var flag = new Flag(ids.next(), room, kind, shortened(value), clock.instant());
        var file = recordings.evidence(room, flag.id());
        Files.createDirectories(file.getParent());
        Files.write(file, jpeg.bytes());
        flags.add(flag);
        LOG.info("live.flag room={} kind={}", room, kind.code());
    }

    private static String shortened(String value) {
        return value.length() <= 500 ? value : value.substring(0, 500);
    }
}
