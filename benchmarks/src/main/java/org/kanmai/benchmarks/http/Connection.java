package org.kanmai.benchmarks.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** One kept-alive connection to the server on this machine, for one thread; opened when needed and again when closed. */
public final class Connection implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final int port;
    private @Nullable Socket socket;
    private InputStream in = InputStream.nullInputStream();

    public Connection(int port) {
        this.port = port;
    }

    /** Sends a request and returns its answer; once more when a connection that had rested was closed under it. */
    public Reply send(Request request) {
        boolean rested = socket != null;
        try {
            return once(request);
        } catch (IOException broken) {
            close();
            if (!rested) {
                throw new UncheckedIOException(broken);
            }
        }
        try {
            return once(request);
        } catch (IOException broken) {
            close();
            throw new UncheckedIOException(broken);
        }
    }

    private Reply once(Request request) throws IOException {
        open().getOutputStream().write(request.bytes());
        var reader = new ReplyReader(in);
        var reply = reader.read();
        if (reader.last()) {
            close();
        }
        return reply;
    }

    private Socket open() throws IOException {
        if (socket == null) {
            var opened = new Socket();
            opened.setTcpNoDelay(true);
            opened.setSoTimeout(PATIENCE_MILLIS);
            opened.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLIS);
            in = new BufferedInputStream(opened.getInputStream(), 16_384);
            socket = opened;
        }
        return socket;
    }

    @Override
    public void close() {
        var closing = socket;
        socket = null;
        try {
            if (closing != null) {
                closing.close();
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
