package org.kanmai.engines;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;

/** Asks a Redis whether it takes commands, in its own protocol, so that no client library is needed here. */
final class RedisPing {
    private static final int TIMEOUT_MILLIS = 5_000;
    private static final int DEFAULT_PORT = 6379;

    private RedisPing() {}

    /** True when the server lets us in and answers; false when it can't be reached, is loading, or refuses us. */
    static boolean answers(String url) {
        var uri = URI.create(url);
        try (var socket = connect(uri)) {
            var reader = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
            return (uri.getUserInfo() == null || says(socket, reader, credentials(uri.getUserInfo()), "+OK"))
                    && says(socket, reader, List.of("PING"), "+PONG");
        } catch (IOException e) {
            return false;
        }
    }

    private static Socket connect(URI uri) throws IOException {
        var address = new InetSocketAddress(uri.getHost(), uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort());
        var socket =
                uri.getScheme().equals("rediss") ? SSLSocketFactory.getDefault().createSocket() : new Socket();
        try {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.connect(address, TIMEOUT_MILLIS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    private static List<String> credentials(String userInfo) {
        return Stream.concat(
                        Stream.of("AUTH"), Stream.of(userInfo.split(":", 2)).filter(word -> !word.isEmpty()))
                .toList();
    }

    private static boolean says(Socket socket, BufferedReader reader, List<String> words, String answer)
            throws IOException {
        var command = new StringBuilder("*" + words.size() + "\r\n");
        for (var word : words) {
            command.append('$')
                    .append(word.getBytes(UTF_8).length)
                    .append("\r\n")
                    .append(word)
                    .append("\r\n");
        }
        socket.getOutputStream().write(command.toString().getBytes(UTF_8));
        return answer.equals(reader.readLine());
    }
}
