package org.kanmai.app;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestConstructor;
import org.springframework.test.context.TestConstructor.AutowireMode;

/**
 * A test against the whole application on real engines: one set of engines and one context for all of them.
 *
 * <p>Data stays from test to test, so a test makes its own people and works. Time is {@link TestClock}: it runs like the
 * system's and a test may move it forward.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = KanmaiApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestEngines.class)
@Import({TestClock.Configuration.class, QuickHashing.class})
@TestConstructor(autowireMode = AutowireMode.ALL)
public @interface KanmaiTest {}
