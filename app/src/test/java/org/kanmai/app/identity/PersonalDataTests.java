package org.kanmai.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kanmai.app.KanmaiTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@KanmaiTest
class PersonalDataTests {
    private final JdbcClient jdbc;
    private final int port;

    PersonalDataTests(JdbcClient jdbc, @LocalServerPort int port) {
        this.jdbc = jdbc;
        this.port = port;
    }

    @Test
    @Tag("GV-01")
    @Tag("GV-04")
    @Tag("GV-16")
    void whatIsKeptAboutPeopleIsOnTheAllowListWithItsGrade() {
        var kept = jdbc.sql("""
                select table_schema || '.' || table_name || '.' || column_name from information_schema.columns
                where table_schema in ('identity', 'notices', 'conversation')
                    and table_name not in ('data_key', 'invitation', 'stripe')
                    or table_schema || '.' || table_name in (:tables)
                """)
                .param("tables", Kept.allTables())
                .query(String.class)
                .list();
        assertThat(kept).containsExactlyInAnyOrderElementsOf(Kept.allColumns());
        assertThat(Kept.all()).extracting(Kept::grade).contains(DataGrade.values());
    }

    @Test
    @Tag("GV-01")
    @Tag("GV-16")
    void whatIsNotAskedForIsRefused() {
        var browser = new Browser(port);
        var handle = Cast.handle("anna");
        var answer = browser.post("/api/people", """
                {"handle": "%s", "name": "Anna", "password": "%s", "contacts": ["+8613812345678"]}
                """.formatted(handle, Browser.PASSWORD));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(browser.get("/api/people/" + handle).status()).isEqualTo(404);
    }
}
