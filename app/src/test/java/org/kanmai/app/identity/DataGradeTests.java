package org.kanmai.app.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kanmai.app.web.Role;
import org.kanmai.app.web.Viewer;
import org.kanmai.facts.PersonId;
import org.kanmai.facts.Pseudonym;

class DataGradeTests {
    private static final PersonId ANNA = new PersonId(1);

    @Test
    @Tag("GV-04")
    void thereAreThreeGrades() {
        assertThat(DataGrade.values()).hasSize(3);
    }

    @ParameterizedTest
    @Tag("GV-04")
    @CsvSource({
        "BASIC, true, true, true, true, true",
        "BEHAVIOUR, false, true, false, false, false",
        "TRANSACTION, false, true, false, true, false"
    })
    void eachGradeHasItsReaders(
            DataGrade grade, boolean visitor, boolean self, boolean creator, boolean operator, boolean auditor) {
        assertThat(grade.readable(new Viewer(null, Set.of(), new Pseudonym(9), false), ANNA))
                .isEqualTo(visitor);
        assertThat(grade.readable(person(1, Role.VIEWER), ANNA)).isEqualTo(self);
        assertThat(grade.readable(person(2, Role.CREATOR), ANNA)).isEqualTo(creator);
        assertThat(grade.readable(person(2, Role.OPERATOR), ANNA)).isEqualTo(operator);
        assertThat(grade.readable(person(2, Role.AUDITOR), ANNA)).isEqualTo(auditor);
    }

    private static Viewer person(long id, Role role) {
        return new Viewer(new PersonId(id), Set.of(role), new Pseudonym(9), false);
    }
}
