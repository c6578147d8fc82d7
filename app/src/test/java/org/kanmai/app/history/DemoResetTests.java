package org.kanmai.app.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kanmai.app.history.DemoHttp.Confirmation;
import org.kanmai.app.web.Refusal;
import org.kanmai.app.web.WebSettings;
import org.kanmai.app.web.WebSettings.World;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

class DemoResetTests {
    private final List<String> asked = new ArrayList<>();

    private DemoHttp in(World world, boolean owner) {
        var beans = new DefaultListableBeanFactory();
        if (owner) {
            beans.registerSingleton("over", (StartingOver) () -> asked.add("over"));
        }
        return new DemoHttp(new WebSettings(null, Path.of("data"), world), beans.getBeanProvider(StartingOver.class));
    }

    @Test
    void aDemoWorldBeginsAnewWhenSomebodyMeansIt() {
        in(World.DEMO, true).reset(new Confirmation("reset"));
        assertThat(asked).containsExactly("over");
    }

    @Test
    void withoutTheWordNothingHappens() {
        assertThatThrownBy(() -> in(World.DEMO, true).reset(new Confirmation("Reset ")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("confirm: must be reset");
        assertThat(asked).isEmpty();
    }

    @Test
    void aRealWorldNeverDoesWhateverIsConfirmed() {
        assertThatThrownBy(() -> in(World.REAL, true).reset(new Confirmation("reset")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Only a demo world");
        assertThat(asked).isEmpty();
    }

    @Test
    void whoDoesNotOwnTheEnginesCanNot() {
        assertThatThrownBy(() -> in(World.DEMO, false).reset(new Confirmation("reset")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("does not own");
    }
}
