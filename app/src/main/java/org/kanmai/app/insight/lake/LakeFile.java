package org.kanmai.app.insight.lake;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.kanmai.facts.Code;
import org.kanmai.facts.Ids;

/**
 * A file of the lake.
 *
 * @param day of a raw file the day on which it was written, of a file of the view the day of its facts' ids; UTC
 * @param facts how many records are in it
 * @param firstId the smallest id in it
 * @param lastId the largest; smaller than the first when no record is a fact
 */
record LakeFile(long id, Part part, LocalDate day, long facts, long bytes, long firstId, long lastId) {

    /** What a file is for. */
    enum Part implements Code {
        /** Records as they were on the log. */
        RAW,
        /** Facts of one day, each once. */
        VIEW
    }

    /** Returns the day of an id. */
    static LocalDate day(long id) {
        return LocalDate.ofInstant(Ids.madeAt(id), ZoneOffset.UTC);
    }

    /** Returns the smallest id that a day can have. */
    static long firstId(LocalDate day) {
        return Ids.smallest(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
