package org.kanmai.app.content;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.identity.Person;
import org.kanmai.facts.MediaId;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.WorkId;

/**
 * A work as the API shows it to one viewer.
 *
 * @param publishedAt absent before its first publication
 */
public record Work(
        WorkId id,
        Creator creator,
        String title,
        String description,
        List<String> hashtags,
        @Nullable String scene,
        @Nullable String style,
        @Nullable String crowd,
        int durationMillis,
        int width,
        int height,
        boolean downloadable,
        @Nullable Instant publishedAt,
        Media media,
        Counts counts,
        Reactions.Mine mine) {
    static final int MOST_COVERS = 9;

    /** A person and whether the viewer follows them. */
    public record Creator(
            PersonId id,
            String handle,
            String name,
            String bio,
            @Nullable String avatar,
            boolean followed) {
        static Creator of(Person person, boolean followed) {
            return new Creator(person.id(), person.handle(), person.name(), person.bio(), person.avatar(), followed);
        }
    }

    /** Where the files lie. */
    public record Media(String hls, String cover, String preview, String sprite) {
        static Media of(MediaId media, int cover) {
            var folder = "/media/" + media + "/";
            return new Media(
                    folder + "master.m3u8",
                    folder + (cover == 0 ? "cover.jpg" : "cover-" + cover + ".jpg"),
                    folder + "preview.webp",
                    folder + "sprite.jpg");
        }
    }

    /** What people did, in numbers. */
    public record Counts(long likes, long comments, long favourites, long shares, long plays) {
        static Counts of(Reactions.Counted counted, Reach.Reached reached) {
            return new Counts(
                    counted.likes(), counted.comments(), counted.favourites(), reached.shares(), reached.plays());
        }
    }
}
