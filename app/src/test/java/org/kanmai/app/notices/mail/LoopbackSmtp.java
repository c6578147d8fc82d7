package org.kanmai.app.notices.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** As much of a mail server as one letter needs (RFC 5321), on the loopback; it keeps every line that it is told. */
final class LoopbackSmtp implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final String atRecipient;

    /** Takes what is answered when a recipient is named, as {@code 250 ok}. */
    LoopbackSmtp(String atRecipient) throws IOException {
        this.atRecipient = atRecipient;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (var caller = socket.accept()) {
                talk(caller);
            } catch (IOException over) {
                lines.add("over: " + over.getMessage());
            }
        }
    }

    private void talk(Socket caller) throws IOException {
        var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), UTF_8));
        say(caller, "220 loopback");
        boolean inLetter = false;
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            lines.add(line);
            if (inLetter) {
                inLetter = !line.equals(".");
                if (!inLetter) {
                    say(caller, "250 kept");
                }
                continue;
            }
            inLetter = line.equals("DATA");
            say(caller, inLetter ? "354 go on" : answer(line));
        }
    }

    private String answer(String line) {
        if (line.startsWith("RCPT")) {
            return atRecipient;
        }
        return line.equals("QUIT") ? "221 bye" : "250 ok";
    }

    private static void say(Socket caller, String answer) throws IOException {
        caller.getOutputStream().write((answer + "\r\n").getBytes(UTF_8));
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
