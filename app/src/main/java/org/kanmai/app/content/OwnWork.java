package org.kanmai.app.content;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.content.understanding.Digest;
import org.kanmai.app.content.words.Words;
import org.kanmai.app.governance.Violation;
import org.kanmai.facts.MediaId;

/**
 * A work as its creator and operators see it.
 *
 * @param upload the id of the upload that it was made of
 * @param failure why its media could not be made, as the upload tells it; absent when they could
 * @param reason what an operator found; absent when nothing
 * @param pending words that wait for an operator while the work is shown with its old ones; absent when none do
 * @param understanding what machines made of it; absent while they have not
 */
record OwnWork(
        @JsonUnwrapped Work work,
        WorkRow.State state,
        Upload upload,
        Instant createdAt,
        @Nullable String failure,
        @Nullable Reason reason,
        @Nullable Pending pending,
        Work.Counts counters,
        @Nullable Digest understanding) {

    static OwnWork of(Work work, WorkRow row, @Nullable Words waiting, int covers, @Nullable Digest digest) {
        var reason = row.violation() == null ? null : new Reason(row.violation(), row.note());
        var pending = waiting == null ? null : new Pending(waiting.title(), waiting.description(), waiting.hashtags());
        return new OwnWork(
                work,
                row.state(),
                Upload.of(row.media(), covers),
                row.createdAt(),
                row.failure(),
                reason,
                pending,
                work.counts(),
                digest);
    }

    /** The upload that the work was made of, and the covers to choose from. */
    record Upload(MediaId id, List<String> covers) {
        static Upload of(MediaId media, int covers) {
            return new Upload(
                    media,
                    IntStream.rangeClosed(1, covers)
                            .mapToObj(cover -> "/media/" + media + "/cover-" + cover + ".jpg")
                            .toList());
        }
    }

    /** What an operator found, and wrote. */
    record Reason(Violation violation, @Nullable String note) {}

    /** Words that wait. */
    record Pending(String title, String description, List<String> hashtags) {}
}
