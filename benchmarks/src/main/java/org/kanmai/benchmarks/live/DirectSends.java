package org.kanmai.benchmarks.live;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** The least that a room's talk could be: a WebSocket server of this process that sends each text to each listener at once, one by one (RFC 6455). */
public final class DirectSends implements AutoCloseable {
    private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final String KEY = "sec-websocket-key:";
    private static final int BACKLOG = 1_000;
    private static final int TEXT = 0x81;
    private static final int LONGEST = 125;

    private final ServerSocket server;
    private final List<Socket> listeners = new CopyOnWriteArrayList<>();

    private DirectSends(ServerSocket server) {
        this.server = server;
    }

    /** Starts on a free port of loopback. */
    public static DirectSends start() {
        try {
            var sends = new DirectSends(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
            Thread.ofPlatform().daemon().name("direct-sends").start(sends::accept);
            return sends;
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    /** Where to listen. */
    public URI address() {
        return URI.create("ws://127.0.0.1:%d/".formatted(server.getLocalPort()));
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                var socket = server.accept();
                socket.setTcpNoDelay(true);
                socket.getOutputStream().write(greeting(socket));
                listeners.add(socket);
            }
        } catch (IOException closed) {
            return;
        }
    }

    private static byte[] greeting(Socket socket) throws IOException {
        var asked = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        var key = "";
        for (var line = asked.readLine(); line != null && !line.isEmpty(); line = asked.readLine()) {
            key = line.toLowerCase(Locale.ROOT).startsWith(KEY)
                    ? line.substring(KEY.length()).strip()
                    : key;
        }
        return ("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: "
                        + accepted(key) + "\r\n\r\n")
                .getBytes(ISO_8859_1);
    }

    private static String accepted(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest((key + GUID).getBytes(ISO_8859_1));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK lacks SHA-1", missing);
        }
    }

    /** Sends a text of at most 125 bytes to everybody who listens, and returns when it is with the system. */
    public void send(String text) {
        byte[] frame = frame(text);
        listeners.removeIf(listener -> !took(listener, frame));
    }

    private static boolean took(Socket listener, byte[] frame) {
        try {
            listener.getOutputStream().write(frame);
            return true;
        } catch (IOException gone) {
            return false;
        }
    }

    private static byte[] frame(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        if (bytes.length > LONGEST) {
            throw new IllegalArgumentException("a text of " + bytes.length + " bytes");
        }
        var frame = new ByteArrayOutputStream();
        frame.write(TEXT);
        frame.write(bytes.length);
        frame.writeBytes(bytes);
        return frame.toByteArray();
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var listener : listeners) {
                listener.close();
            }
        } catch (IOException closed) {
            throw new UncheckedIOException(closed);
        }
    }
}
