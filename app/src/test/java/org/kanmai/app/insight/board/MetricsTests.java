package org.kanmai.app.insight.board;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dictionary, held against worked examples: changing a formula changes one of these. */
@Tag("DX-09")
@Tag("EC-06")
class MetricsTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private final Metrics metrics;

    MetricsTests() throws IOException {
        metrics = MetricsConfiguration.metrics();
    }

    /** A day on which each measure has a count of its own. */
    private static Sums example() {
        var sums = new Sums();
        double[] counts = {
            1000, 640, 410, 370, 90, 60, 12, 6, 3, 1, 2, 5, 99_500, 2, 40, 1, 900, 30_000, 40_000, 180, 450, 90, 4, 300,
            50, 80, 60, 40, 40, 18, 14
        };
        var measures = Measure.values();
        for (int index = 0; index < measures.length; index++) {
            sums.add(DAY, measures[index], counts[index]);
        }
        return sums;
    }

    @ParameterizedTest
    @CsvSource({
        "exposures, 1000",
        "three-second-rate, 0.64",
        "five-second-rate, 0.41",
        "completion-rate, 0.37",
        "interaction-rate, 0.09",
        "product-open-rate, 0.06",
        "conversion-rate, 0.05",
        "orders, 5",
        "sales, 99500",
        "average-order-value, 19900",
        "repurchase-rate, 0.3333333",
        "bought-within-a-day, 0.6666667",
        "return-rate, 0.4",
        "stock-out-rate, 0.025",
        "gini, 0.75",
        "top-share, 0.2",
        "top-percent-share, 0.5",
        "head-to-waist, 22.5",
        "reserved-share, 0.3",
        "randomised-share, 0.05",
        "survival-7, 0.5",
        "survival-14, 0.3",
        "survival-30, 0.35"
    })
    void eachMetricIsWhatItsFormulaSays(String key, double value) {
        assertThat(metrics.of(key).value(example())).isCloseTo(value, within(1e-6));
    }

    @Test
    void everyMetricHasAnExampleAndIsDefinedOnce() throws NoSuchMethodException {
        var examples = MetricsTests.class
                .getDeclaredMethod("eachMetricIsWhatItsFormulaSays", String.class, double.class)
                .getAnnotation(CsvSource.class);
        assertThat(metrics.metrics())
                .extracting(Metric::key)
                .containsExactlyElementsOf(Arrays.stream(examples.value())
                        .map(line -> line.split(",", -1)[0])
                        .toList());
        assertThat(metrics.metrics())
                .allSatisfy(metric -> assertThat(metric.name().zh()
                                + metric.name().en()
                                + metric.means().zh()
                                + metric.means().en())
                        .isNotBlank());
    }

    @Test
    void aShareOfNothingHasNoValue() {
        assertThat(metrics.of("completion-rate").value(new Sums())).isNull();
        assertThat(metrics.of("orders").value(new Sums())).isEqualTo(0);
    }

    @ParameterizedTest
    @CsvSource({
        "return-rate, 100, 8, false",
        "return-rate, 100, 9, true",
        "return-rate, 19, 19, false",
        "stock-out-rate, 100, 3, false",
        "stock-out-rate, 100, 4, true",
        "completion-rate, 1000, 350, false",
        "completion-rate, 1000, 349, true",
        "completion-rate, 199, 0, false",
        "conversion-rate, 1000, 5, false",
        "conversion-rate, 1000, 4, true"
    })
    @Tag("DX-02")
    @Tag("EC-14")
    @Tag("EC-22")
    void anAlarmIsForWhatIsBeyondTheBarAndOftenEnough(String key, long below, long above, boolean breached) {
        var metric = metrics.of(key);
        var sums = new Sums();
        sums.add(DAY, metric.numerator(), above);
        sums.add(DAY, Objects.requireNonNull(metric.denominator()), below);
        assertThat(metric.breached(sums)).isEqualTo(breached);
    }
}
