package org.kanmai.app.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.kanmai.app.KanmaiTest;
import org.kanmai.facts.PersonId;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database itself refuses, whoever asks. */
@KanmaiTest
@Tag("TD-22")
@Tag("GV-22")
@TestInstance(Lifecycle.PER_CLASS)
class PolicyStoreTests {
    private static final Duration NOTICE = Duration.ofHours(24);

    private final PersonId olga = Assembly.somebody();
    private final PersonId oskar = Assembly.somebody();
    private final Assembly assembly;
    private final JdbcClient jdbc;

    PolicyStoreTests(Assembly assembly, JdbcClient jdbc) {
        this.assembly = assembly;
        this.jdbc = jdbc;
    }

    @AfterAll
    void adjourn() {
        assembly.adjourn();
    }

    @Test
    void nothingThatWasSaidIsChangedOrTakenOut() {
        assembly.withdraw(olga, assembly.proposed(olga, NOTICE, assembly.today()));
        for (var change : List.of(
                "update policy.document set body = 'version: 1', digest = sha256('version: 1')",
                "update policy.document set why = 'another'",
                "update policy.document set proposed_by = 7",
                "update policy.document set proposed_by = null, why = 'another'",
                "update policy.release set begins_at = begins_at + interval '1 day'",
                "update policy.release set released_by = 7",
                "update policy.withdrawal set withdrawn_at = withdrawn_at + interval '1 day'",
                "delete from policy.document",
                "delete from policy.release",
                "delete from policy.withdrawal",
                "truncate policy.document cascade",
                "truncate policy.release",
                "truncate policy.withdrawal")) {
            refused("stays as it is", change);
        }
    }

    @Test
    void aVersionIsOneDocumentWithItsDigest() {
        int version = assembly.proposed(olga, NOTICE, assembly.today());
        var copy = """
                insert into policy.document (version, body, begins_on, digest, signature, key, proposed_at, why)
                select %s, body, begins_on, %s, signature, key, proposed_at, why
                  from policy.document
                 where version = %d
                """;
        refused("document_pkey", copy.formatted("version", "digest", version));
        refused("document_check", copy.formatted("version + 1000", "sha256('another')", version));
    }

    @Test
    void aReleaseKeepsItsRules() {
        int version = assembly.proposed(olga, NOTICE.minusMinutes(1), assembly.today());
        var now = assembly.now();
        refusedRelease("does not approve it", version, "two-people", olga, now, now);
        refusedRelease("only who proposed", version, "single-handed", oskar, now, now);
        refusedRelease("24 hours", version, "single-handed", olga, now, now);
        refusedRelease("only one release is the first", version, "first", null, now, now);
        refusedRelease("released before", version, "rollback", olga, now, now);
        refusedRelease("release_check", version, "two-people", oskar, now, now.minusSeconds(1));

        assembly.at(now, null).approve(oskar, version, null);
        refusedRelease("release_once", version, "two-people", oskar, now, now);
        refused("policy that was released", "insert into policy.withdrawal values (" + version + ", 7, now())");

        int withdrawn = assembly.proposed(olga, NOTICE, assembly.today());
        assembly.withdraw(olga, withdrawn);
        refusedRelease("withdrawn", withdrawn, "two-people", oskar, now, now);
    }

    @Test
    void aShortfallTakesAWaiver() {
        int version = assembly.proposed(olga, NOTICE, assembly.today());
        refused("release_check", """
                insert into policy.release (number, version, begins_at, how, released_by, released_at,
                                            promised, carried, shortfall)
                values ((select max(number) + 1 from policy.release), %d, now(), 'two-people', 7, now(), '{5}', 4, 1)
                """.formatted(version));
    }

    @Test
    void anErasedOperatorsNameGoesAndTheDeedStays() {
        int version = assembly.proposed(olga, NOTICE, assembly.today());
        assembly.at(assembly.now(), null).approve(oskar, version, null);
        jdbc.sql("update policy.document set proposed_by = null where proposed_by = " + olga.value())
                .update();
        jdbc.sql("update policy.release set released_by = null where released_by = " + oskar.value())
                .update();
        assertThat(assembly.document(version).by()).isNull();
        assertThat(assembly.releasesOf(version)).first().satisfies(release -> {
            assertThat(release.by()).isNull();
            assertThat(release.how()).isEqualTo(Release.How.TWO_PEOPLE);
        });
    }

    private void refusedRelease(
            String message, int version, String how, @Nullable PersonId by, Instant at, Instant begins) {
        assertThatThrownBy(() -> jdbc.sql("""
                        insert into policy.release (number, version, begins_at, how, released_by, released_at, reason)
                        values ((select max(number) + 1 from policy.release), :version, :begins, :how, :by, :at, :reason)
                        """)
                        .param("version", version)
                        .param("begins", Timestamp.from(begins))
                        .param("how", how)
                        .param("by", by == null ? null : by.value())
                        .param("at", Timestamp.from(at))
                        .param("reason", how.equals("rollback") ? "it went wrong" : null)
                        .update())
                .as(how)
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(message);
    }

    private void refused(String message, String change) {
        assertThatThrownBy(() -> jdbc.sql(change).update())
                .as(change)
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining(message);
    }
}
