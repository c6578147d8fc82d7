package org.kanmai.simulator.demo;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.kanmai.simulator.scenes.Camera;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Everyone in the demo world, signed in: the creators and the five whose passwords are printed. */
final class People {

    static final String VIEWER = "anna";
    static final String OPERATOR = "olga";
    static final String AUDITOR = "audrey";

    private static final String CREATOR = "bobo";
    private static final int ATTEMPTS_TO_REACH = 60;
    private static final int MOST_FOLLOWED = 5;
    private static final List<String> HOMES = List.of("cn-zj", "cn-gd", "cn-sc");

    private final DemoSettings settings;
    private final World world;
    private final Pause pause;
    private final HttpClient client;
    private final Consumer<String> progress;
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final Map<String, JsonNode> selves = new HashMap<>();

    People(DemoSettings settings, World world, HttpClient client, Pause pause, Consumer<String> progress) {
        this.settings = settings;
        this.world = world;
        this.client = client;
        this.pause = pause;
        this.progress = progress;
    }

    /** The session of a person by handle. */
    Session as(String handle) {
        var session = sessions.get(handle);
        if (session == null) {
            throw new IllegalArgumentException("nobody is called " + handle);
        }
        return session;
    }

    /** Those who watch, like and comment: the viewer and the creators, by handle. */
    List<String> audience() {
        var handles = new ArrayList<>(List.of(VIEWER));
        world.creators().forEach(creator -> handles.add(creator.handle()));
        return handles;
    }

    /** The accounts that a person who tries the demo world can sign in with. */
    List<Account> accounts() {
        var creator = world.creators().stream()
                .filter(one -> one.handle().equals(CREATOR))
                .findFirst()
                .orElse(world.creators().getFirst());
        var seller = seller();
        return List.of(
                Account.of(VIEWER, "安娜", "viewer", settings.seed()),
                Account.of(creator.handle(), creator.name(), "creator", settings.seed()),
                Account.of(seller.handle(), seller.name(), "merchant", settings.seed()),
                Account.of(OPERATOR, "值班的奥佳", "operator", settings.seed()),
                Account.of(AUDITOR, "审计小奥", "auditor", settings.seed()));
    }

    /** A creator who has a shop, whose owner one can be. */
    private World.Creator seller() {
        var sellers = Ware.all().stream().map(Ware::creator).toList();
        return world.creators().stream()
                .filter(one -> sellers.contains(one.handle()))
                .findFirst()
                .orElse(world.creators().getFirst());
    }

    /** Waits until the server answers, then signs everyone up, or in where they are there already, and gives the roles. */
    void arrive() {
        reach();
        for (var account : accounts()) {
            if (!sessions.containsKey(account.handle())) {
                enter(account);
            }
        }
        for (var creator : world.creators()) {
            if (!sessions.containsKey(creator.handle())) {
                enter(Account.of(creator.handle(), creator.name(), "creator", settings.seed()));
            }
        }
        give(AUDITOR, "auditor", "audits the demo world");
    }

    /** Gives the creators and the viewer their faces and words, and lets people follow each other. */
    void dress(Camera camera) {
        for (var creator : world.creators()) {
            describe(creator.handle(), creator.bio());
            face(camera, creator.handle(), creator.portrait(), creator);
        }
        face(camera, VIEWER, "1f467", world.creators().getFirst());
        audience().forEach(this::live);
        follow();
    }

    /** Says where somebody lives, once they let it be used. */
    private void live(String handle) {
        var own = as(handle);
        if (own.get("/api/me/region")
                .orFail("where " + handle + " lives")
                .path("region")
                .asString("")
                .isEmpty()) {
            own.put("/api/me/consents/region", Map.of("given", true)).orFail("the consent of " + handle);
            own.put("/api/me/region", Map.of("region", HOMES.get(Math.floorMod(handle.hashCode(), HOMES.size()))))
                    .orFail("the region of " + handle);
        }
    }

    private void reach() {
        var visitor = new Session(client, settings.address(), pause);
        for (var attempt = 1; ; attempt++) {
            try {
                visitor.get("/api/me").orFail("the first greeting");
                return;
            } catch (ServerGone gone) {
                if (attempt == ATTEMPTS_TO_REACH) {
                    throw gone;
                }
                pause.last(Duration.ofSeconds(1));
            }
        }
    }

    private void enter(Account account) {
        var session = new Session(client, settings.address(), pause);
        var form = new HashMap<>(
                Map.of("handle", account.handle(), "name", account.name(), "password", account.password()));
        if (account.handle().equals(OPERATOR)) {
            settings.invitation().ifPresent(code -> form.put("invitation", code));
        }
        var signedUp = session.post("/api/people", form);
        var me = signedUp.good()
                ? signedUp
                : session.post("/api/session", Map.of("handle", account.handle(), "password", account.password()));
        if (!me.good()) {
            throw new IllegalStateException(
                    account.handle() + " can neither sign up (" + signedUp + ") nor in (" + me + ")");
        }
        sessions.put(account.handle(), session);
        selves.put(account.handle(), me.body());
    }

    private void give(String handle, String role, String reason) {
        if (roles(handle).contains(role)) {
            return;
        }
        var operator = as(OPERATOR);
        var asked = operator.post("/api/role-requests", Map.of("handle", handle, "role", role, "reason", reason));
        var decided = asked.good()
                ? operator.post(
                        "/api/role-requests/" + asked.body().path("id").asString() + "/decision",
                        Map.of("approve", true))
                : asked;
        if (!decided.good()) {
            progress.accept("demo world: " + handle + " did not become " + role + ": " + decided);
        }
    }

    /** Gives somebody a role, which counts from the next sign-in: now. */
    void become(String handle, String role, String reason) {
        give(handle, role, reason);
        enter(Account.of(handle, handle, "creator", settings.seed()));
    }

    /** Returns the id of somebody who is here. */
    String id(String handle) {
        return self(handle).path("person").path("id").asString("");
    }

    private List<String> roles(String handle) {
        var roles = new ArrayList<String>();
        self(handle).path("roles").forEach(role -> roles.add(role.asString()));
        return roles;
    }

    private JsonNode self(String handle) {
        return selves.getOrDefault(handle, MissingNode.getInstance());
    }

    private void describe(String handle, String bio) {
        if (!self(handle).path("person").path("bio").asString("").equals(bio)) {
            as(handle).patch("/api/me", Map.of("bio", bio)).orFail("the words about " + handle);
        }
    }

    private void face(Camera camera, String handle, String portrait, World.Creator like) {
        if (self(handle).path("person").path("avatar").asString("").isEmpty()) {
            as(handle)
                    .put("/api/me/avatar", camera.portrait(portrait, like.look()), "image/png")
                    .orFail("the face of " + handle);
        }
    }

    private void follow() {
        var random = new SplittableRandom(settings.seed() + 7);
        for (var handle : audience()) {
            var liked = World.shuffled(world.creators(), random);
            var many = 2 + random.nextInt(MOST_FOLLOWED - 1);
            liked.stream()
                    .map(World.Creator::handle)
                    .filter(other -> !other.equals(handle))
                    .limit(many)
                    .forEach(other ->
                            as(handle).put("/api/people/" + other + "/follow").orFail(handle + " following " + other));
        }
    }
}
