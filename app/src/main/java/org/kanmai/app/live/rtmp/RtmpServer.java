package org.kanmai.app.live.rtmp;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Listens on one port for every push; each connection has a thread of its own, and there are no more than a bound of them. */
public final class RtmpServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RtmpServer.class);
    private static final int BACKLOG = 50;

    private final ServerSocket listening;
    private final Doorkeeper door;
    private final int most;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private RtmpServer(ServerSocket listening, Doorkeeper door, int most) {
        this.listening = listening;
        this.door = door;
        this.most = most;
    }

    /**
     * Begins to listen.
     *
     * @param port 0 for any that is free
     * @param most so many connections at once; the next is closed at once
     */
    public static RtmpServer start(InetAddress address, int port, int most, Doorkeeper door) throws IOException {
        var server = new RtmpServer(new ServerSocket(port, BACKLOG, address), door, most);
        Thread.ofPlatform().daemon().name("rtmp").start(server::listen);
        return server;
    }

    /** Returns where it listens. */
    public int port() {
        return listening.getLocalPort();
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                accept(listening.accept());
            } catch (IOException closed) {
                LOG.debug("rtmp.accept", closed);
            }
        }
    }

    private void accept(Socket socket) throws IOException {
        if (open.size() >= most) {
            socket.close();
            return;
        }
        open.add(socket);
        Thread.ofVirtual().name("rtmp-push").start(() -> serve(socket));
    }

    private void serve(Socket socket) {
        try (socket) {
            Push.serve(socket, door);
        } catch (IOException broken) {
            LOG.info("rtmp.push.broken", broken);
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (var socket : open) {
            socket.close();
        }
    }
}
