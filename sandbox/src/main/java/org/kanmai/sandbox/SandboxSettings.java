package org.kanmai.sandbox;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Where the sandbox listens and keeps what it knows.
 *
 * @param listen the address of this machine on which it answers, loopback unless others are to reach it
 * @param port its port; 0 takes a free one
 * @param jdbcUrl a database of PostgreSQL, in which it makes the schema {@code sandbox}
 * @param keys the folder of the key pairs, made when absent
 */
public record SandboxSettings(
        InetAddress listen, int port, String jdbcUrl, String user, String password, Path keys, Clock clock) {
    private static final int LAST_PORT = 65_535;

    /** Refuses what can't be a port or a database. */
    public SandboxSettings {
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException("port is between 0 and " + LAST_PORT + ": " + port);
        }
        if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("the sandbox keeps its payments in PostgreSQL");
        }
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "SandboxSettings[" + listen.getHostAddress() + ":" + port + ", " + keys + "]";
    }
}
