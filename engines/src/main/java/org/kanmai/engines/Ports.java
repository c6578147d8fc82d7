package org.kanmai.engines;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Set;

/** Chooses loopback ports below the range from which the kernel takes ports for outgoing connections. */
final class Ports {
    private static final int FIRST = 20_000;
    private static final int AFTER_LAST = 32_000;
    private static final int TRIES = 1_000;

    private final SecureRandom random = new SecureRandom();
    private final Set<Integer> given = new HashSet<>();

    /** The preferred port if nothing listens there, else another; never the same twice. */
    synchronized int near(int preferred) {
        var port = preferred;
        for (var tries = 0; tries < TRIES; tries++) {
            if (port > 0 && !given.contains(port) && free(port)) {
                given.add(port);
                return port;
            }
            port = random.nextInt(FIRST, AFTER_LAST);
        }
        throw new StartRefused("No free port on 127.0.0.1 between " + FIRST + " and " + AFTER_LAST + ".");
    }

    private static boolean free(int port) {
        try (var socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
