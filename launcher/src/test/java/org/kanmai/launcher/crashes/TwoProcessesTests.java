package org.kanmai.launcher.crashes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.kanmai.distribution.policy.PolicyDocument;
import org.kanmai.facts.Exposed;
import org.kanmai.launcher.Caller;
import org.kanmai.launcher.Cast;
import org.kanmai.launcher.Clips;
import org.kanmai.launcher.RunningKanmai;
import org.kanmai.launcher.Stall;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two real processes on the same engines give the positions of the same pools, together never too many, and show the same rooms. */
@Tag("TD-03")
@Execution(ExecutionMode.CONCURRENT)
class TwoProcessesTests {
    private static final int CREATORS = 3;
    private static final int SMALL = 100;
    private static final int SOME = 40;
    private static final int PICTURE = 50_000;
    private static final String SANDBOX = "KANMAI_PAYMENT_SANDBOX";
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");

    @TempDir
    Path temporary;

    private final List<RunningKanmai> processes = new ArrayList<>();
    private final List<Process> pushing = new ArrayList<>();

    @AfterEach
    void nothingGoesOn() throws Exception {
        pushing.forEach(Process::destroyForcibly);
        for (var process : processes.reversed()) {
            process.kill();
        }
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    @Timeout(240)
    void smallPoolsGetTheirQuotaAndHardlyMore() throws Exception {
        var waited = Duration.ofSeconds(8);
        bothRun(waited, operator -> {
            smallPools(operator);
            publish(operator, CREATORS);
        });
        assertThat(pools().values()).hasSize(CREATORS).extracting(Pool::quota).containsOnly(SMALL);
        theyGetTheirQuotaAndHardlyMore(SOME, waited);
    }

    @Test
    @Tag("deep")
    @Execution(ExecutionMode.SAME_THREAD)
    @Timeout(900)
    void poolsOfWhichOneInTenIsNeverSeenGetTheirQuotaAndHardlyMore() throws Exception {
        var waited = Duration.ofSeconds(30);
        bothRun(waited, operator -> publish(operator, 2 * CREATORS));
        theyGetTheirQuotaAndHardlyMore(Integer.MAX_VALUE, waited);
    }

    @Test
    @Tag("deep")
    @Tag("LC-01")
    @Execution(ExecutionMode.SAME_THREAD)
    @Timeout(900)
    void aRoomThatIsPushedToOneProcessIsSeenCountedAndHeardAtTheOther() throws Exception {
        bothRun(Duration.ofSeconds(8), operator -> {
            Caller.signedUp(processes.getFirst().address(), "mei", "");
            operator.gives("mei", "creator");
            operator.put("/api/people/mei/verification").must(200);
        });
        var host = Caller.signedIn(processes.getFirst().address(), "mei");
        var elsewhere = host.at(processes.getLast().address());
        var room = host.post("/api/me/rooms", "{\"title\": \"Tea, live\"}")
                .must(201)
                .json()
                .path("id")
                .asString();
        pushing.add(Pushing.of(host));
        await().atMost(Duration.ofMinutes(1))
                .until(() -> room(elsewhere, room).path("onAir").asBoolean());
        var picture = Watching.at(processes.getLast().address(), room, "stream");
        await().atMost(Duration.ofMinutes(1)).until(() -> picture.bytes() > PICTURE);
        await().atMost(Duration.ofSeconds(10))
                .until(() -> room(host, room).path("viewers").asInt() == 1);
        var talk = Watching.at(processes.getFirst().address(), room, "talk");
        elsewhere
                .post("/api/rooms/" + room + "/talk", "{\"text\": \"Is it fresh?\"}")
                .must(202);
        await().atMost(Duration.ofSeconds(10)).until(() -> talk.heard("Is it fresh?"));
    }

    @Test
    @Tag("deep")
    @Tag("LC-01")
    @Execution(ExecutionMode.SAME_THREAD)
    @Timeout(900)
    void aRoomWhoseHomeIsKilledGoesOnAtTheOtherAndNothingPaidIsLost() throws Exception {
        var stalls = new ArrayList<Stall>();
        bothRun(Duration.ofSeconds(8), Map.of(SANDBOX, "on"), operator -> {
            var address = processes.getFirst().address();
            stalls.add(Stall.open(address, operator, "mei", "Spring tea", 1_000, operator::approvesWhatWaits));
            operator.put("/api/people/mei/verification").must(200);
        });
        var stall = stalls.getFirst();
        var host = stall.merchant();
        var home = processes.getLast();
        var room = host.post("/api/me/rooms", "{\"title\": \"Tea, live\"}")
                .must(201)
                .json()
                .path("id")
                .asString();
        var buying = new Buying(home.address(), stall);
        var viewer = Watching.at(processes.getFirst().address(), room, "stream");
        pushUntilOnAir(host.at(home.address()), room);
        await().atMost(Duration.ofMinutes(1)).until(() -> viewer.bytes() > PICTURE);
        buying.begin();
        await().atMost(Duration.ofMinutes(1)).until(() -> buying.ends().size() > 3);

        home.kill();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> !room(host, room).path("onAir").asBoolean());
        assertThat(room(host, room).path("state").asString())
                .as("it waits for its host")
                .isEqualTo("live");
        long before = viewer.bytes();
        pushUntilOnAir(host, room);
        await().atMost(Duration.ofMinutes(1)).until(() -> viewer.bytes() > before + PICTURE);
        var come = Watching.at(processes.getFirst().address(), room, "stream");
        await().atMost(Duration.ofMinutes(1)).until(() -> come.bytes() > PICTURE);
        buying.end();
        buying.movesTo(processes.getFirst().address());
        buying.settle();
        buying.endsWell();
        assertThat(processes.getFirst().data().resolve("live/" + room)).isDirectoryContaining("glob:**0002.mp4");
        host.post("/api/me/rooms/" + room + "/end", "").must(200);
    }

    /** Pushes where a host is told to, again and again as programs do, until it is seen. */
    private void pushUntilOnAir(Caller host, String room) {
        await().atMost(Duration.ofMinutes(1))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    if (pushing.stream().noneMatch(Process::isAlive)) {
                        pushing.add(Pushing.of(host));
                    }
                    return room(host, room).path("onAir").asBoolean();
                });
    }

    private static JsonNode room(Caller anyone, String room) {
        return anyone.get("/api/rooms/" + room).must(200).json();
    }

    /** What an operator does before anybody comes. */
    @FunctionalInterface
    private interface Preparation {
        void by(Caller operator) throws Exception;
    }

    /** Returns when a second process has joined the first, in which something was made ready meanwhile. */
    private void bothRun(Duration waited, Preparation prepared) throws Exception {
        bothRun(waited, Map.of(), prepared);
    }

    private void bothRun(Duration waited, Map<String, String> more, Preparation prepared) throws Exception {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rwxr-xr-x"));
        var placed = new HashMap<>(more);
        placed.putAll(Map.of("KANMAI_TRAFFIC_SLOTS_PLACED", waited.toString(), "KANMAI_LIVE_RTMPPORT", "0"));
        var first = RunningKanmai.start(temporary.resolve("data"), RunningKanmai.freePort(), placed);
        processes.add(first);
        var operator = Cast.operator(first);
        try (var starter = Executors.newSingleThreadExecutor()) {
            var second = starter.submit(() -> joined(first, placed));
            prepared.by(operator);
            processes.add(second.get());
        }
    }

    private RunningKanmai joined(RunningKanmai first, Map<String, String> with) throws Exception {
        var environment = new HashMap<>(with);
        environment.put(
                "KANMAI_PROPERTIES", first.data().resolve("engines.properties").toString());
        environment.put("KANMAI_MASTER_KEY", Files.readString(first.data().resolve("keys/master.key")));
        if (environment.remove(SANDBOX) != null) {
            environment.putAll(sandboxOf(first));
        }
        return RunningKanmai.start(sharing(first.data()), RunningKanmai.freePort(), environment);
    }

    /** The payment provider that another process has started. */
    private static Map<String, String> sandboxOf(RunningKanmai first) {
        var keys = first.data().resolve("secrets/sandbox");
        return Map.of(
                SANDBOX + "_ADDRESS", "http://localhost:" + (first.address().getPort() + 1),
                SANDBOX + "_SITE", first.address().toString(),
                SANDBOX + "_MERCHANTKEY", keys.resolve("merchant-private.pem").toString(),
                SANDBOX + "_PROVIDERKEY", keys.resolve("provider-public.pem").toString());
    }

    /** A folder of its own, with links to the files that both need. */
    private Path sharing(Path data) throws IOException {
        var own = Files.createDirectory(temporary.resolve("data2"), PosixFilePermissions.asFileAttribute(PRIVATE));
        for (var folder : List.of("media", "lake", "ledger", "models", "live")) {
            Files.createSymbolicLink(own.resolve(folder), data.resolve(folder));
        }
        return own;
    }

    /** Two operators release rules by which a first pool has a hundred positions. */
    private void smallPools(Caller operator) {
        var address = processes.getFirst().address();
        Caller.signedUp(address, "mara", "");
        operator.gives("mara", "operator");
        var rules = PolicyDocument.firstText()
                .replace("\nversion: 1\n", "\nversion: 2\n")
                .replace("quota: [200, 500]", "quota: [%d, %d]".formatted(SMALL, SMALL))
                .replace("quota: 350", "quota: " + SMALL);
        var proposal = JsonMapper.shared().writeValueAsString(Map.of("text", rules, "why", "To see small pools"));
        operator.post("/api/policies", proposal).must(201);
        Caller.signedIn(address, "mara")
                .post("/api/policies/2/approval", "{\"waiver\": \"Nobody is here yet\"}")
                .must(200);
    }

    private void publish(Caller operator, int works) throws Exception {
        Cast.gather(processes.getFirst().address(), CREATORS, Clips.film(180, 320, 2))
                .publish(operator, "tea", works, "");
    }

    private void theyGetTheirQuotaAndHardlyMore(int silent, Duration waited) throws Exception {
        var crowds = processes.stream()
                .map(process -> new Onlookers(process.address(), other(process).address(), silent, waited))
                .toList();
        crowds.forEach(Work::begin);
        await().atMost(Duration.ofMinutes(10)).until(() -> {
            crowds.forEach(Work::isWell);
            return allAreFull();
        });
        for (var crowd : crowds) {
            crowd.end();
            crowd.settle();
            assertThat(crowd.told()).isGreaterThan(SMALL);
        }
        var exposures = exposures();
        pools().forEach((work, pool) -> assertThat(exposures.getOrDefault(work, Set.of()).stream()
                        .filter(exposure -> exposure >= pool.opening())
                        .count())
                .as("exposures of work %s in %s", work, pool)
                .isBetween((long) pool.quota(), (long) pool.quota() + pool.quota() / 50));
    }

    private RunningKanmai other(RunningKanmai process) {
        return process == processes.getFirst() ? processes.getLast() : processes.getFirst();
    }

    /** A first pool; its units are persons, as the judge counts them. */
    private record Pool(long opening, int quota, int units, int granted, int delivered) {}

    private boolean allAreFull() throws Exception {
        return pools().values().stream().allMatch(pool -> pool.units() >= pool.quota());
    }

    /** The first pools that works are in, by work. */
    private Map<String, Pool> pools() throws IOException, SQLException {
        var announced = new Properties();
        try (var reader = Files.newBufferedReader(processes.getFirst().data().resolve("engines.properties"))) {
            announced.load(reader);
        }
        var pools = new HashMap<String, Pool>();
        try (var connection = DriverManager.getConnection(
                        announced.getProperty("kanmai.postgresql.url"),
                        announced.getProperty("kanmai.postgresql.user"),
                        announced.getProperty("kanmai.postgresql.password"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select work, opening, quota, units, granted, delivered from traffic.pool where pool = 1")) {
            while (rows.next()) {
                var pool = new Pool(rows.getLong(2), rows.getInt(3), rows.getInt(4), rows.getInt(5), rows.getInt(6));
                pools.put(rows.getString(1), pool);
            }
        }
        return pools;
    }

    private Map<String, Set<Long>> exposures() throws IOException {
        return River.of(processes.getFirst().data()).viewers().stream()
                .filter(Exposed.class::isInstance)
                .map(Exposed.class::cast)
                .collect(Collectors.groupingBy(
                        exposed -> Long.toString(exposed.subject().id()),
                        Collectors.mapping(exposed -> exposed.terms().exposure().value(), Collectors.toSet())));
    }
}
