package org.kanmai.launcher.crashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.kanmai.facts.Engaged;
import org.kanmai.facts.Engagement;
import org.kanmai.facts.Exposed;
import org.kanmai.facts.Fact;
import org.kanmai.facts.Watched;
import org.kanmai.launcher.Caller;
import org.kanmai.launcher.Cast;
import org.kanmai.launcher.Clips;
import org.kanmai.launcher.RunningKanmai;
import org.kanmai.launcher.Stall;
import org.kanmai.ranking.Measure;
import org.kanmai.ranking.WorkCounters;

/** Real deaths of the real process, on real engines. */
@Tag("TD-60")
@Tag("CP-01")
@Tag("EC-09")
@Execution(ExecutionMode.CONCURRENT)
class CrashTests {
    private static final Map<String, String> WITH_SANDBOX = Map.of("KANMAI_PAYMENT_SANDBOX", "on");
    private static final int STOCK = 1_000;
    /** What a shop has of each sale, once the platform has taken its fee. */
    private static final int SHARE = 1_890;

    private static final int CREATORS = 4;
    private static final int WORKS = 400;
    private static final int ENOUGH = 400;
    private static final int DEATHS = 8;

    @TempDir
    Path temporary;

    private RunningKanmai kanmai;
    private Caller operator;
    private Cast cast;
    private byte[] small;
    private List<String> works;
    private List<Reporting> reporting;
    private Liking liking;
    private Stall stall;
    private Buying buying;

    @BeforeEach
    void peopleAndWorksAreThere() throws Exception {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        kanmai = RunningKanmai.start(temporary.resolve("data"), RunningKanmai.freePort(), WITH_SANDBOX);
        operator = Cast.operator(kanmai);
        small = Clips.film(180, 320, 2);
        cast = Cast.gather(kanmai.address(), CREATORS, small);
        works = cast.publish(operator, "tea", WORKS, "");
        assertThat(works).hasSize(WORKS);
        reporting = List.of(new Reporting(kanmai.address()), new Reporting(kanmai.address()));
        liking = new Liking(cast.creators(), works);
        stall = Stall.open(kanmai.address(), operator, "mei", "Spring tea", STOCK, operator::approvesWhatWaits);
        buying = new Buying(kanmai.address(), stall);
    }

    @AfterEach
    void nothingGoesOn() throws Exception {
        kanmai.kill();
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    @Timeout(480)
    void aDeathAmidUploadTranscodingReportsAndLikesLosesAndDoublesNothing() throws Exception {
        aSecondOneIsRefused();
        begin();
        await().atMost(Duration.ofSeconds(60)).until(() -> accepted().size() > ENOUGH && likes() > 0);
        var upload = new Uploading(cast.creators().get(1), Clips.padded(small, 1 << 20));
        var transcoding = new Transcoding(cast.creators().get(2), Clips.film(540, 960, 4));
        upload.begin();
        upload.awaitUnderWay();
        transcoding.awaitUnderWay();

        dieAndComeBack();
        upload.end();
        upload.isKept(kanmai.data());
        upload.settle();
        settle();
        nothingIsMissingOrDoubled();
        upload.becomesReady();
        transcoding.becomesReadyOnce(operator);
    }

    @Test
    @Tag("deep")
    @Execution(ExecutionMode.SAME_THREAD)
    @Timeout(2400)
    void manyDeathsAtAnyMomentLoseAndDoubleNothing() throws Exception {
        var seed = System.nanoTime();
        System.out.println("the moments of death have the seed " + seed);
        var random = new Random(seed);
        for (int death = 0; death < DEATHS; death++) {
            var creator = cast.creators().get(death % CREATORS);
            var upload = new Uploading(creator, Clips.padded(small, 1 << 20));
            begin();
            upload.begin();
            upload.awaitUnderWay();
            var transcoding = new Transcoding(creator, Clips.film(360, 640, 3));
            new CountDownLatch(1).await(random.nextInt(4_000), TimeUnit.MILLISECONDS);
            dieAndComeBack();
            upload.end();
            upload.isKept(kanmai.data());
            upload.settle();
            settle();
            upload.becomesReady();
            transcoding.becomesReadyOnce(operator);
        }
        nothingIsMissingOrDoubled();
    }

    private void begin() {
        reporting.forEach(Work::begin);
        liking.begin();
        buying.begin();
    }

    private void settle() throws InterruptedException {
        for (var each : reporting) {
            each.end();
            each.settle();
        }
        liking.end();
        liking.settle();
        buying.end();
        buying.settle();
    }

    private void dieAndComeBack() throws Exception {
        var before = kanmai.processes();
        kanmai.kill();
        await().atMost(Duration.ofSeconds(30)).until(() -> before.stream().noneMatch(CrashTests::runs));
        kanmai = RunningKanmai.start(kanmai.data(), kanmai.address().getPort(), WITH_SANDBOX);
    }

    /** A process that is dead and that nobody has asked about since has no program any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private void aSecondOneIsRefused() throws Exception {
        var other = temporary.resolve("other");
        assertThat(refusal(other, kanmai.address().getPort()))
                .contains("Port " + kanmai.address().getPort() + " is in use by another program");
        assertThat(other).doesNotExist();
        assertThat(refusal(kanmai.data(), RunningKanmai.freePort())).contains("is in use by another Kanmai (process ");
    }

    private static String refusal(Path data, int port) throws Exception {
        var second = RunningKanmai.launch(data, port);
        var said = second.inputReader().lines().collect(Collectors.joining("\n"));
        assertThat(second.waitFor()).as(said).isEqualTo(1);
        return said;
    }

    private Set<String> accepted() {
        return reporting.stream().flatMap(each -> each.accepted().stream()).collect(Collectors.toSet());
    }

    private int likes() {
        return sum(liking.acknowledged());
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Heads that were signed before a death and after it are one history, and the raw files are what they promise. */
    private void theLedgerHolds() throws Exception {
        var heads = kanmai.data().resolve("ledger").resolve("heads.txt");
        await().atMost(Duration.ofSeconds(30)).until(() -> Files.exists(heads));
        var check = RunningKanmai.verify(kanmai.data());
        var said = check.inputReader().lines().collect(Collectors.joining("\n"));
        assertThat(check.waitFor()).as(said).isZero();
    }

    private void nothingIsMissingOrDoubled() throws Exception {
        theLedgerHolds();
        var river = River.of(kanmai.data());
        var onTheLog = distinct(river.viewers());
        assertThat(onTheLog.keySet().stream().filter(fact -> fact.matches("(exposed|watched) .*")))
                .as("reports on the log")
                .containsExactlyInAnyOrderElementsOf(accepted());
        likesAreInTheDatabase();
        ordersEndRight();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(perWork(distinct(river.viewers()), CrashTests::isLike))
                        .as("likes on the log")
                        .isEqualTo(liking.acknowledged()));
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> {
                    var facts = distinct(river.viewers());
                    countersTellOfEachOnce(river.counted(works), facts);
                    theLakeHasEachOnce(facts);
                });
    }

    /** The lake is written and folded by the same process that died. */
    private void theLakeHasEachOnce(Map<String, Fact> onTheLog) {
        var kinds = onTheLog.values().stream()
                .collect(Collectors.groupingBy(Fact::kind, TreeMap::new, Collectors.counting()));
        var lake = operator.get("/api/insight/lake").must(200).json();
        var inLake = new TreeMap<String, Long>();
        lake.path("kinds")
                .forEach(kind -> inLake.put(
                        kind.path("kind").asString(), kind.path("facts").asLong()));
        inLake.keySet().retainAll(kinds.keySet());
        assertThat(inLake).as("facts in the lake").isEqualTo(kinds);
    }

    /** What the log holds, each fact once, as a reader sees it that drops repetitions. */
    private static Map<String, Fact> distinct(List<Fact> facts) {
        return facts.stream()
                .collect(Collectors.toMap(
                        fact -> fact.kind() + " " + fact.identity(), fact -> fact, (first, again) -> first));
    }

    /** What was paid at the provider is paid here, whether its notification came before, amid or after the death. */
    private void ordersEndRight() {
        var ends = buying.ends();
        await().atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> ends.forEach((order, end) -> assertThat(buying.state(order))
                        .as("order " + order)
                        .isIn(end.equals(Buying.PAID) ? List.of(end) : Buying.UNPAID)));
        long paid = ends.values().stream().filter(Buying.PAID::equals).count();
        long expired = ends.keySet().stream()
                .filter(order -> buying.state(order).equals("closed"))
                .count();
        var money = stall.merchant().get("/api/me/shop/money").must(200).json();
        assertThat(money.at("/held/minor").asLong()).as("the shop's money").isEqualTo(paid * SHARE);
        var left = operator.get("/api/products/" + stall.product()).must(200).json();
        assertThat(left.findValue("free").asInt()).as("units left").isEqualTo(STOCK - ends.size() + (int) expired);
    }

    private void likesAreInTheDatabase() {
        var expected = liking.acknowledged();
        for (var work : expected.keySet()) {
            var counts = operator.get("/api/works/" + work).must(200).json().path("counts");
            assertThat(counts.path("likes").asInt()).as("likes of " + work).isEqualTo(expected.get(work));
        }
    }

    private void countersTellOfEachOnce(Map<String, WorkCounters> counted, Map<String, Fact> onTheLog) {
        assertThat(counters(counted, Measure.EXPOSED)).isEqualTo(perWork(onTheLog, Exposed.class::isInstance));
        assertThat(counters(counted, Measure.HELD_3S)).isEqualTo(perWork(onTheLog, Watched.class::isInstance));
        assertThat(counters(counted, Measure.LIKED)).isEqualTo(perWork(onTheLog, CrashTests::isLike));
    }

    private static Map<String, Integer> counters(Map<String, WorkCounters> counted, Measure measure) {
        var counts = new TreeMap<String, Integer>();
        counted.forEach((work, counters) -> counts.put(work, Math.toIntExact(counters.all(measure))));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    private static Map<String, Integer> perWork(Map<String, Fact> facts, Predicate<Fact> which) {
        var counts = new TreeMap<String, Integer>();
        facts.values().stream()
                .filter(which)
                .map(Fact.OfSubject.class::cast)
                .forEach(fact -> counts.merge(Long.toString(fact.subject().id()), 1, Integer::sum));
        return counts;
    }

    private static boolean isLike(Fact fact) {
        return fact instanceof Engaged engaged && engaged.engagement() == Engagement.LIKED;
    }
}
