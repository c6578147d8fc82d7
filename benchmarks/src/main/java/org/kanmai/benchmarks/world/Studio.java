package org.kanmai.benchmarks.world;

import java.util.Map;
import java.util.Optional;
import org.kanmai.benchmarks.http.Connection;

/**
 * Who hosts the first room of a new server, and that room.
 *
 * @param room its id; nobody pushes a picture yet
 */
public record Studio(Member host, String room) {

    /** Settles an operator, who checks the host's name, and opens a room. */
    public static Studio open(Connection connection, String invitation) {
        var operator = Member.signUp(connection, "olga", Optional.of(invitation));
        var host = Member.signUp(connection, "mei", Optional.empty());
        operator.caller()
                .json(connection, "PUT", "/api/people/" + host.handle() + "/verification", Map.of())
                .json("a host's name");
        var room = host.caller()
                .json(connection, "POST", "/api/me/rooms", Map.of("title", "Measured"))
                .json("a room");
        return new Studio(host, room.path("id").asString());
    }
}
