package org.kanmai.benchmarks.world;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.kanmai.benchmarks.http.Caller;
import org.kanmai.benchmarks.http.Connection;
import tools.jackson.databind.JsonNode;

/** Somebody with an account, signed in, who consents to be recommended to by behaviour. */
public record Member(String id, String handle, Caller caller) {
    private static final int PART = 4 << 20;
    private static final long LOOK_NANOS = 100_000_000;

    /** Signs somebody up; the invitation, if any, makes them the first operator. */
    public static Member signUp(Connection connection, String handle, Optional<String> invitation) {
        var form = new LinkedHashMap<String, Object>();
        form.put("handle", handle);
        form.put("name", handle);
        form.put("password", "benchmark of " + handle);
        form.put("consents", List.of("behaviour"));
        invitation.ifPresent(code -> form.put("invitation", code));
        var caller = new Caller();
        var me = caller.json(connection, "POST", "/api/people", form).json(handle + " signing up");
        return new Member(me.path("person").path("id").asString(), handle, caller);
    }

    /** Follows somebody. */
    public void follow(Connection connection, Member other) {
        caller.json(connection, "PUT", "/api/people/" + other.handle() + "/follow", Map.of())
                .json(handle + " following " + other.handle());
    }

    /** Sends a film and returns its upload's id, which becomes its media's. */
    public String upload(Connection connection, Path film) {
        var bytes = read(film);
        var asked = Map.of("fileName", film.getFileName().toString(), "size", bytes.length);
        var id = caller.json(connection, "POST", "/api/uploads", asked)
                .json("an upload")
                .path("id")
                .asString();
        for (int at = 0; at < bytes.length; at += PART) {
            var part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + PART));
            var reply = caller.bytes(
                    connection, "PATCH", "/api/uploads/" + id, Map.of("Upload-Offset", Integer.toString(at)), part);
            if (!reply.good()) {
                throw new IllegalStateException("a part of an upload was refused: " + reply.text());
            }
        }
        return id;
    }

    private static byte[] read(Path film) {
        try {
            return Files.readAllBytes(film);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Waits until an upload is in a state, and returns it. */
    public JsonNode awaitUpload(Connection connection, String id, String state, Duration most) {
        long deadline = System.nanoTime() + most.toNanos();
        while (System.nanoTime() < deadline) {
            var upload = caller.get(connection, "/api/uploads/" + id).json("an upload");
            var now = upload.path("state").asString();
            if (now.equals(state)) {
                return upload;
            }
            if (now.equals("failed")) {
                throw new IllegalStateException("an upload failed: " + upload);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new IllegalStateException("upload " + id + " is not " + state + " after " + most);
    }
}
