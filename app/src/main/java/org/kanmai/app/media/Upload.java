package org.kanmai.app.media;

import org.jspecify.annotations.Nullable;
import org.kanmai.facts.Code;
import org.kanmai.facts.MediaId;
import org.kanmai.facts.PersonId;

/**
 * An upload as it stands.
 *
 * @param received bytes that are safely on disk
 * @param percent of the packaging
 * @param reason why it failed, in kebab case
 */
record Upload(
        MediaId media,
        PersonId owner,
        long size,
        long received,
        State state,
        Priority priority,
        int percent,
        @Nullable String reason,
        @Nullable String detail,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Integer durationMillis,
        int covers) {

    enum State implements Code {
        UPLOADING,
        QUEUED,
        TRANSCODING,
        READY,
        FAILED,
        CANCELLED;

        boolean isEnd() {
            return this == READY || this == FAILED || this == CANCELLED;
        }
    }

    enum Priority implements Code {
        USUAL,
        LOW
    }
}
