package org.kanmai.app.live.rtmp;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kanmai.app.live.rtmp.Pushed.Medium;

/** One connection: greets, hears what is to be published, asks the doorkeeper, and hands on what comes. */
final class Push {
    private static final int WINDOW = 2_500_000;
    private static final int STREAM = 1;
    private static final int MOST_BEFORE = 100;
    private static final Duration TO_PUBLISH = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(20);

    private final Socket socket;
    private final Doorkeeper door;
    private final ChunkReader reader;
    private final ChunkWriter writer;
    private long acknowledged;

    private Push(Socket socket, Doorkeeper door, ChunkReader reader, ChunkWriter writer) {
        this.socket = socket;
        this.door = door;
        this.reader = reader;
        this.writer = writer;
    }

    /** Serves a connection to its end; throws {@link IOException} when it breaks or misbehaves. */
    static void serve(Socket socket, Doorkeeper door) throws IOException {
        socket.setSoTimeout((int) TO_PUBLISH.toMillis());
        socket.setTcpNoDelay(true);
        var in = new DataInputStream(new BufferedInputStream(socket.getInputStream()));
        var out = new BufferedOutputStream(socket.getOutputStream());
        Handshake.take(in, out);
        new Push(socket, door, new ChunkReader(in), new ChunkWriter(out)).serve();
    }

    private void serve() throws IOException {
        var admitted = admitted();
        if (admitted.isEmpty()) {
            return;
        }
        var pushed = admitted.get();
        try {
            socket.setSoTimeout((int) SILENCE.toMillis());
            boolean more = true;
            while (more) {
                more = take(pushed, reader.next());
            }
        } finally {
            pushed.over();
        }
    }

    /** Answers commands until one says what is published. */
    private Optional<Pushed> admitted() throws IOException {
        for (int messages = 0; messages < MOST_BEFORE; messages++) {
            var message = reader.next();
            if (message.type() == Message.COMMAND) {
                var values = Amf.read(message.content());
                if (text(values, 0).equals("publish")) {
                    return publish(text(values, 3));
                }
                answer(text(values, 0), values.size() > 1 ? values.get(1) : Map.of());
            }
        }
        throw new BadPush("nothing is published");
    }

    private static String text(List<Object> values, int at) {
        return at < values.size() && values.get(at) instanceof String text ? text : "";
    }

    private void answer(String command, Object transaction) throws IOException {
        switch (command) {
            case "connect" -> {
                writer.window(WINDOW);
                writer.bandwidth(WINDOW);
                writer.chunkSize();
                writer.command(
                        0,
                        "_result",
                        transaction,
                        Map.of("fmsVer", "FMS/3,0,1,123", "capabilities", 31),
                        status("NetConnection.Connect.Success", "status", "Connected"));
            }
            case "createStream" -> writer.command(0, "_result", transaction, Map.of(), STREAM);
            default -> writer.command(0, "_result", transaction, Map.of(), Map.of());
        }
    }

    private Optional<Pushed> publish(String key) throws IOException {
        var admitted = door.admit(key);
        var answer = admitted.isPresent()
                ? status("NetStream.Publish.Start", "status", "On the air")
                : status("NetStream.Publish.BadName", "error", "No room takes this key now");
        writer.command(STREAM, "onStatus", 0, Map.of(), answer);
        return admitted;
    }

    private static Map<String, Object> status(String code, String level, String description) {
        return Map.of("level", level, "code", code, "description", description);
    }

    /** Hands on what a message holds; false once the push says that it is over. */
    private boolean take(Pushed pushed, Message message) throws IOException {
        if (reader.read() - acknowledged >= WINDOW) {
            acknowledged = reader.read();
            writer.acknowledge(acknowledged);
        }
        switch (message.type()) {
            case Message.AUDIO -> pushed.take(Medium.AUDIO, message.at(), message.content());
            case Message.VIDEO -> pushed.take(Medium.VIDEO, message.at(), message.content());
            case Message.COMMAND -> {
                var command = text(Amf.read(message.content()), 0);
                return !List.of("FCUnpublish", "deleteStream", "closeStream").contains(command);
            }
            default -> {}
        }
        return true;
    }
}
