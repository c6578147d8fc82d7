package org.kanmai.app.media;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.media.observing.Figure;
import org.kanmai.app.media.observing.Fingerprint;
import org.kanmai.app.media.observing.Observation;
import org.kanmai.app.media.packaging.PackagedFilm;
import org.kanmai.facts.MediaId;
import org.kanmai.facts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The rows of finished packages and of banned looks. */
@Repository
class PackageStore {
    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.shared();

    PackageStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(MediaId media, PersonId owner, PackagedFilm made, List<Observation> observations, Instant now) {
        jdbc.sql("""
                        insert into media.packages (media, owner, width, height, duration_millis, covers, size,
                                                    fingerprint, observations, figures, cpu_millis, packaged_at)
                        values (:media, :owner, :width, :height, :duration, :covers, :size,
                                :fingerprint, cast(:observations as jsonb), cast(:figures as jsonb), :cpu, :now)
                        """)
                .param("media", media.value())
                .param("owner", owner.value())
                .param("width", made.width())
                .param("height", made.height())
                .param("duration", made.length().toMillis())
                .param("covers", made.covers())
                .param("size", made.size())
                .param("fingerprint", made.fingerprint().bytes())
                .param("observations", json.writeValueAsString(observations))
                .param("figures", json.writeValueAsString(made.figures()))
                .param("cpu", made.cpu().toMillis())
                .param("now", UploadStore.at(now))
                .update();
    }

    List<Row> find(Collection<MediaId> media) {
        return jdbc.sql("""
                        select media, owner, width, height, duration_millis, covers, size, fingerprint,
                               observations::text as observations, figures::text as figures, packaged_at
                          from media.packages
                         where media in (:media)
                        """)
                .param("media", media.stream().map(MediaId::value).toList())
                .query((row, number) -> new Row(
                        new MediaId(row.getLong("media")),
                        new PersonId(row.getLong("owner")),
                        row.getInt("width"),
                        row.getInt("height"),
                        row.getInt("duration_millis"),
                        row.getInt("covers"),
                        row.getLong("size"),
                        Fingerprint.ofBytes(row.getBytes("fingerprint")),
                        Arrays.asList(json.readValue(row.getString("observations"), Observation[].class)),
                        figures(row.getString("figures")),
                        row.getTimestamp("packaged_at").toInstant()))
                .list();
    }

    /** Returns whose package it is and when it was made: all that serving a file needs. */
    Optional<Stamp> stamp(MediaId media) {
        return jdbc.sql("select owner, packaged_at from media.packages where media = :media")
                .param("media", media.value())
                .query((row, number) -> new Stamp(
                        new PersonId(row.getLong("owner")),
                        row.getTimestamp("packaged_at").toInstant()))
                .optional();
    }

    void ban(MediaId media, Instant now) {
        jdbc.sql("""
                        insert into media.banned (media, fingerprint, banned_at)
                        select media, fingerprint, :now
                          from media.packages
                         where media = :media
                        on conflict (media) do nothing
                        """)
                .param("media", media.value())
                .param("now", UploadStore.at(now))
                .update();
    }

    List<Fingerprint> banned(int limit) {
        return jdbc.sql("select fingerprint from media.banned order by banned_at desc limit :limit")
                .param("limit", limit)
                .query((row, number) -> Fingerprint.ofBytes(row.getBytes("fingerprint")))
                .list();
    }

    List<MediaId> erase(PersonId owner) {
        return jdbc.sql("delete from media.packages where owner = :owner returning media")
                .param("owner", owner.value())
                .query((row, number) -> new MediaId(row.getLong("media")))
                .list();
    }

    private Map<Figure, Double> figures(@Nullable String written) {
        var figures = new EnumMap<Figure, Double>(Figure.class);
        if (written != null) {
            json.readTree(written).forEachEntry((name, value) -> figures.put(Figure.valueOf(name), value.asDouble()));
        }
        return figures;
    }

    /** One package. */
    record Row(
            MediaId media,
            PersonId owner,
            int width,
            int height,
            int durationMillis,
            int covers,
            long size,
            Fingerprint fingerprint,
            List<Observation> observations,
            Map<Figure, Double> figures,
            Instant packagedAt) {}

    /** Whose, and since when. */
    record Stamp(PersonId owner, Instant packagedAt) {}
}
