package org.kanmai.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class HouseTests {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final List<String> closed = new ArrayList<>();
    private final House house = new House(
            new Console(new PrintStream(said, true, StandardCharsets.UTF_8), Words.in(Locale.ENGLISH)),
            Path.of("logs"));

    @Test
    void partsCloseInReverseOrderAndAFailureKeepsNoOtherOpen() throws Exception {
        house.open("first", () -> () -> closed.add("first"));
        house.open("second", () -> () -> {
            throw new IllegalStateException("stuck");
        });
        house.open("third", () -> () -> closed.add("third"));
        house.close();
        assertThat(closed).containsExactly("third", "first");
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("second did not stop cleanly: stuck");
    }

    @Test
    void aPartThatArrivesAfterTheEndIsClosedAtOnce() {
        house.close();
        assertThatThrownBy(() -> house.open("late", () -> () -> closed.add("late")))
                .isInstanceOf(InterruptedException.class);
        assertThat(closed).containsExactly("late");
    }
}
