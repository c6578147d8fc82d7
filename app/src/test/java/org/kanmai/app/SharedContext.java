package org.kanmai.app;

import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestContextManager;

/** The one context of {@link KanmaiTest}, for tests that another engine than Jupiter runs. */
public final class SharedContext {
    private SharedContext() {}

    /** Returns it, started by whichever test needs it first. */
    public static ApplicationContext get() {
        return new TestContextManager(Anything.class).getTestContext().getApplicationContext();
    }

    @KanmaiTest
    private static final class Anything {}
}
