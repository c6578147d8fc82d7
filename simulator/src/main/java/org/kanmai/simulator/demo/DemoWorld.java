package org.kanmai.simulator.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.kanmai.simulator.scenes.Camera;
import org.kanmai.simulator.scenes.Studio;

/**
 * Brings a demo world in through the public HTTP API: people, films, approvals, talk. A film is shot while the one before goes up. Run
 * again on the same server it does what is missing and nothing twice.
 */
public final class DemoWorld {

    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(1);
    private static final int MOST_IDLE_ROUNDS = 900;

    private final DemoSettings settings;
    private final Consumer<String> progress;
    private final Pause pause;
    private final World world;
    private final People people;
    private final Stalls stalls;
    private final Past past;
    private final Map<String, World.Work> waiting = new LinkedHashMap<>();

    private DemoWorld(DemoSettings settings, HttpClient client, Pause pause, Clock clock, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
        this.pause = pause;
        this.world = World.of(settings.seed(), settings.creators(), settings.works());
        this.people = new People(settings, world, client, pause, progress);
        this.stalls = new Stalls(world, people);
        this.past = new Past(settings, world, people, stalls, clock.instant(), progress);
    }

    /** Makes the world of these settings, telling its progress line by line, and gives the accounts that may be used in it. */
    public static List<Account> make(DemoSettings settings, Consumer<String> progress) {
        makeFolder(settings.scratch());
        var camera = new Studio(settings.ffmpeg(), settings.pictures(), settings.scratch());
        return make(settings, camera, Pause.real(), Clock.systemUTC(), progress);
    }

    static List<Account> make(
            DemoSettings settings, Camera camera, Pause pause, Clock clock, Consumer<String> progress) {
        try (var client = HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(CONNECT_WITHIN)
                        .build();
                var darkroom = Executors.newSingleThreadExecutor(
                        Thread.ofPlatform().daemon().name("demo-camera").factory())) {
            var demo = new DemoWorld(settings, client, pause, clock, progress);
            try {
                return demo.run(camera, darkroom);
            } finally {
                darkroom.shutdownNow();
            }
        }
    }

    /** Makes a world from the words of a command line; {@link Arguments} says which. */
    public static void main(String[] words) {
        var settings = Arguments.read(words);
        for (var account : make(settings, System.out::println)) {
            System.out.printf("%-9s %-7s %s%n", account.role(), account.handle(), account.password());
        }
    }

    private List<Account> run(Camera camera, ExecutorService darkroom) {
        people.arrive();
        var missing = missing();
        var next = shoot(darkroom, camera, missing, 0);
        people.dress(camera);
        stalls.open(camera);
        for (var i = 0; i < missing.size(); i++) {
            var file = developed(next);
            next = shoot(darkroom, camera, missing, i + 1);
            publish(missing.get(i), file);
        }
        settle();
        past.finish();
        progress.accept("demo world: complete, " + world.works().size() + " works by "
                + world.creators().size() + " creators");
        return people.accounts();
    }

    /** The works that the server doesn't have yet; those it has wait for approval and talk. */
    private List<World.Work> missing() {
        var missing = new ArrayList<World.Work>();
        var known = new HashMap<String, Map<String, String>>();
        for (var work : world.works()) {
            var creator = work.creator().handle();
            var id = known.computeIfAbsent(creator, this::idsByTitle).get(work.title());
            if (id == null) {
                missing.add(work);
            } else {
                waiting.put(id, work);
            }
        }
        return missing;
    }

    private Map<String, String> idsByTitle(String creator) {
        var ids = new HashMap<String, String>();
        for (var work : people.as(creator).all("/api/me/works")) {
            if (!work.path("state").asString().equals("taken-down")) {
                ids.put(work.path("title").asString(), work.path("id").asString());
            }
        }
        return ids;
    }

    private Future<Path> shoot(ExecutorService darkroom, Camera camera, List<World.Work> works, int place) {
        return darkroom.submit(() -> {
            var file = settings.scratch().resolve("demo-" + place + ".mp4");
            if (place < works.size()) {
                camera.shoot(works.get(place).script(), file);
            }
            return file;
        });
    }

    private Path developed(Future<Path> film) {
        while (true) {
            try {
                return film.get(BETWEEN_ROUNDS.toMillis(), TimeUnit.MILLISECONDS);
            } catch (TimeoutException notYet) {
                round();
            } catch (ExecutionException failure) {
                throw new IllegalStateException("a film could not be shot", failure.getCause());
            } catch (InterruptedException interruption) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while a film was shot", interruption);
            }
        }
    }

    private void publish(World.Work work, Path file) {
        var session = people.as(work.creator().handle());
        var upload = new Upload(session, pause).send(file);
        var body = new HashMap<String, Object>(Map.of(
                "upload",
                upload,
                "title",
                work.title(),
                "description",
                work.description(),
                "hashtags",
                work.hashtags(),
                "scene",
                work.scene(),
                "style",
                work.style(),
                "crowd",
                work.crowd(),
                "downloadable",
                true));
        var made = session.post("/api/works", body).orFail("the work " + work.title());
        var id = made.path("id").asString();
        stalls.show(work.creator().handle(), work.title(), id);
        waiting.put(id, work);
        delete(file);
        progress.accept("demo world " + (world.works().indexOf(work) + 1) + "/"
                + world.works().size() + ": " + work.title());
        round();
    }

    /** Approves what is open and lets people talk about what is published. */
    private void round() {
        if (waiting.isEmpty()) {
            return;
        }
        new Approvals(people.as(People.OPERATOR)).round("work", waiting.keySet());
        var talk = new Talk(world, people);
        waiting.entrySet().removeIf(work -> appeared(talk, work.getValue(), work.getKey()));
        past.begin();
    }

    private boolean appeared(Talk talk, World.Work work, String id) {
        boolean visible = talk.about(work, id);
        if (visible) {
            past.plays(work, id);
        }
        return visible;
    }

    private void settle() {
        for (var idle = 0; !waiting.isEmpty() && idle < MOST_IDLE_ROUNDS; idle++) {
            var before = waiting.size();
            round();
            forgetFailed();
            if (waiting.size() < before) {
                idle = 0;
                progress.accept("demo world: " + waiting.size() + " works are still on their way");
            }
            if (!waiting.isEmpty()) {
                pause.last(BETWEEN_ROUNDS);
            }
        }
        waiting.values().forEach(work -> progress.accept("demo world: never appeared: " + work.title()));
    }

    private void forgetFailed() {
        waiting.entrySet().removeIf(entry -> {
            var work = entry.getValue();
            var state = people.as(work.creator().handle())
                    .get("/api/me/works/" + entry.getKey())
                    .body()
                    .path("state")
                    .asString("");
            var failed = state.equals("failed") || state.equals("rejected");
            if (failed) {
                progress.accept("demo world: " + state + ": " + work.title());
            }
            return failed;
        });
    }

    private static void makeFolder(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot make " + folder, failure);
        }
    }

    private void delete(Path file) {
        try {
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".wav"));
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".log"));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot delete " + file, failure);
        }
    }
}
