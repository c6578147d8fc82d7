package org.kanmai.benchmarks.live;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.util.Random;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * A line to the server of so many bits a second for all connections together, on which everything takes 200 ms more, and one segment in a
 * hundred is lost: what follows it on its connection waits until it was sent again.
 */
public final class SlowLine implements AutoCloseable {
    private static final long BITS_PER_SECOND = 2_000_000;
    private static final long DELAY_NANOS = 200_000_000;
    private static final long AGAIN_NANOS = 250_000_000;
    private static final int LOST_OF = 100;
    private static final int SEGMENT = 1_460;
    private static final int MOST_UNDER_WAY = 64;

    private final ServerSocket listening;
    private final int server;
    private final Random chance = new Random(7);
    private long free = System.nanoTime();

    private SlowLine(ServerSocket listening, int server) {
        this.listening = listening;
        this.server = server;
    }

    /** Opens a line to a port of this machine. */
    public static SlowLine to(int server) {
        try {
            var line = new SlowLine(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), server);
            Thread.ofVirtual().start(line::listen);
            return line;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Returns where it begins. */
    public int port() {
        return listening.getLocalPort();
    }

    private record Segment(ByteBuffer bytes, long due) {}

    private void listen() {
        while (!listening.isClosed()) {
            try {
                var near = listening.accept();
                var far = new Socket(InetAddress.getLoopbackAddress(), server);
                far.setReceiveBufferSize(1 << 15);
                Thread.ofVirtual().start(() -> copy(near, far));
                Thread.ofVirtual().start(() -> slowly(far, near));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            return;
        }
    }

    private void slowly(Socket from, Socket to) {
        var underWay = new ArrayBlockingQueue<Segment>(MOST_UNDER_WAY);
        try (from;
                to) {
            var writer = Thread.ofVirtual().start(() -> deliver(underWay, to));
            read(from.getInputStream(), underWay);
            underWay.put(new Segment(ByteBuffer.allocate(0), 0));
            writer.join();
        } catch (IOException gone) {
            return;
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(InputStream in, BlockingQueue<Segment> underWay) throws IOException, InterruptedException {
        var buffer = new byte[SEGMENT];
        long last = 0;
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            long sent = sent(read);
            LockSupport.parkNanos(sent - System.nanoTime());
            last = Math.max(last, sent + DELAY_NANOS + (isLost() ? AGAIN_NANOS : 0));
            underWay.put(new Segment(ByteBuffer.wrap(buffer.clone(), 0, read), last));
        }
    }

    /** Takes the line for so many bytes, and returns when they are on their way. */
    private synchronized long sent(int bytes) {
        free = Math.max(free, System.nanoTime()) + (long) bytes * Byte.SIZE * 1_000_000_000 / BITS_PER_SECOND;
        return free;
    }

    private synchronized boolean isLost() {
        return chance.nextInt(LOST_OF) == 0;
    }

    private static void deliver(BlockingQueue<Segment> underWay, Socket to) {
        try {
            var out = Channels.newChannel(to.getOutputStream());
            for (var next = underWay.take(); next.bytes.hasRemaining(); next = underWay.take()) {
                LockSupport.parkNanos(next.due - System.nanoTime());
                out.write(next.bytes);
            }
        } catch (IOException gone) {
            underWay.clear();
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
