package org.kanmai.app.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.media.files.Downloads;
import org.kanmai.app.media.files.MediaFolders;
import org.kanmai.facts.MediaId;
import org.kanmai.facts.PersonId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The films of this place: who uploaded them, what they are, and which looks are banned. */
@Component
public class MediaLibrary {
    private final Uploads desk;
    private final UploadStore uploads;
    private final PackageStore packages;
    private final Downloads downloads;
    private final MediaFolders folders;
    private final Clock clock;

    MediaLibrary(
            Uploads desk,
            UploadStore uploads,
            PackageStore packages,
            Downloads downloads,
            MediaFolders folders,
            Clock clock) {
        this.desk = desk;
        this.uploads = uploads;
        this.packages = packages;
        this.downloads = downloads;
        this.folders = folders;
        this.clock = clock;
    }

    /** Returns how an upload of this owner stands; empty when there is none of theirs under this id. */
    public Optional<Standing> upload(PersonId owner, String uploadId) {
        MediaId media;
        try {
            media = MediaId.parse(uploadId);
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
        return uploads.find(media)
                .filter(upload -> upload.owner().equals(owner))
                .map(this::standing);
    }

    /**
     * Takes in a film that was made here, as if its owner had uploaded it, within what its owner may.
     *
     * @throws IOException when it can't be read
     */
    public MediaId takeIn(PersonId owner, Path film) throws IOException {
        var upload = desk.begin(owner, Files.size(film), Upload.Priority.USUAL);
        try (var content = Files.newInputStream(film)) {
            desk.append(owner, upload.media(), 0, content);
        }
        return upload.media();
    }

    /** Returns the packaged films among these, by id; at most 1000 ids a call. */
    public Map<MediaId, Packaged> find(Collection<MediaId> media) {
        if (media.size() > 1000) {
            throw new IllegalArgumentException("too many at once: " + media.size());
        }
        if (media.isEmpty()) {
            return Map.of();
        }
        return packages.find(media).stream()
                .map(MediaLibrary::packaged)
                .collect(Collectors.toMap(Packaged::media, Function.identity()));
    }

    /** Makes a film's look banned: what is packaged from now on is held against it. */
    @Transactional
    public void ban(MediaId media) {
        packages.ban(media, clock.instant());
    }

    /** Returns one mp4 file of the film, made at the first call; empty when the film is not packaged. */
    public Optional<Path> download(MediaId media) {
        return packages.stamp(media).map(stamp -> downloads.of(media));
    }

    /** Returns the pictures that show most of a film, each of another moment, the best first; none when it is not packaged. */
    public List<Path> covers(MediaId media) {
        var film = find(List.of(media)).get(media);
        return film == null
                ? List.of()
                : IntStream.rangeClosed(1, film.covers())
                        .mapToObj(cover -> folders.packaged(media).resolve("cover-" + cover + ".jpg"))
                        .filter(Files::isRegularFile)
                        .toList();
    }

    private Standing standing(Upload upload) {
        if (upload.state() == Upload.State.READY) {
            var packaged = find(List.of(upload.media())).get(upload.media());
            if (packaged != null) {
                return packaged;
            }
        }
        return new Unpackaged(upload.media(), upload.state().code(), upload.reason());
    }

    private static Packaged packaged(PackageStore.Row row) {
        return new Packaged(
                row.media(),
                row.owner(),
                row.width(),
                row.height(),
                row.durationMillis(),
                row.covers(),
                row.fingerprint().summary(),
                row.observations().stream().map(MediaFinding::of).toList(),
                row.figures().entrySet().stream()
                        .collect(Collectors.toMap(figure -> figure.getKey().code(), Map.Entry::getValue)),
                row.size());
    }

    /** How an upload stands: a package, or not yet or never one. */
    public sealed interface Standing permits Packaged, Unpackaged {

        /** Returns the upload's id. */
        MediaId media();
    }

    /**
     * An upload without a package.
     *
     * @param state {@code uploading, queued, transcoding, failed} or {@code cancelled}
     * @param reason why it failed, in kebab case
     */
    public record Unpackaged(
            MediaId media, String state, @Nullable String reason) implements Standing {

        /** Returns whether it will never become a package. */
        public boolean failed() {
            return state.equals("failed") || state.equals("cancelled");
        }
    }
}
