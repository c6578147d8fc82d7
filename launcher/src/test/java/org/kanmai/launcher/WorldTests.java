package org.kanmai.launcher;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kanmai.engines.StartRefused;

class WorldTests {
    @TempDir
    Path data;

    private World world;

    @BeforeEach
    void opensTheFolder() {
        world = new World(data, Words.in(Locale.ENGLISH));
    }

    @Test
    void aNewFolderMayBecomeEither() {
        assertThatCode(() -> world.refuseOther(Kind.DEMO)).doesNotThrowAnyException();
        assertThatCode(() -> world.refuseOther(Kind.REAL)).doesNotThrowAnyException();
    }

    @Test
    void aDemoNeverBecomesReal() {
        world.keep(Kind.DEMO);
        world.keep(Kind.DEMO);
        assertThatThrownBy(() -> world.refuseOther(Kind.REAL))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("holds a demo world");
    }

    @Test
    void aRealWorldIsNotTouchedByTheDemo() {
        world.keep(Kind.REAL);
        assertThatThrownBy(() -> world.keep(Kind.DEMO))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("holds a real world");
    }
}
