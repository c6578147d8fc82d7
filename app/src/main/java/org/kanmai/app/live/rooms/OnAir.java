package org.kanmai.app.live.rooms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.live.encoding.Outlet;
import org.kanmai.app.live.fragments.Beginning;
import org.kanmai.app.live.fragments.Fragment;
import org.kanmai.app.live.relay.Relay;
import org.kanmai.app.live.relay.Watching;
import org.kanmai.facts.Binary;

/** A room in this process: its relay, its recording, who pushes and how many watch. */
final class OnAir implements Outlet {
    private final Relay relay = new Relay();
    private final Supplier<Path> recordings;
    private final AtomicBoolean pushed = new AtomicBoolean();
    private final AtomicBoolean fresh = new AtomicBoolean();
    private final AtomicInteger viewers = new AtomicInteger();
    private @Nullable FileChannel recording;
    private volatile boolean closed;

    /** Takes where the next recording goes. */
    OnAir(Supplier<Path> recordings) {
        this.recordings = recordings;
    }

    /** Takes the one place for a push; false when it is taken or the room is over. */
    boolean admit() {
        return !closed && pushed.compareAndSet(false, true);
    }

    boolean isPushed() {
        return pushed.get();
    }

    boolean isClosed() {
        return closed;
    }

    int viewers() {
        return viewers.get();
    }

    /** Returns whether a picture came since this was asked last. */
    boolean takeFresh() {
        return fresh.getAndSet(false);
    }

    Watching join() {
        viewers.incrementAndGet();
        return relay.join();
    }

    void leave(Watching viewer) {
        viewers.decrementAndGet();
        relay.leave(viewer);
    }

    @Override
    public synchronized void begin(Beginning beginning) {
        var file = recordings.get();
        try {
            Files.createDirectories(file.getParent());
            recording = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException failure) {
            throw new UncheckedIOException("can't record into " + file, failure);
        }
        keep(beginning.content());
        relay.begin(beginning);
    }

    @Override
    public synchronized void add(Fragment fragment) {
        fresh.set(true);
        keep(fragment.content());
        relay.add(fragment);
    }

    private void keep(Binary content) {
        if (recording == null) {
            return;
        }
        try {
            var bytes = ByteBuffer.wrap(content.bytes());
            while (bytes.hasRemaining()) {
                recording.write(bytes);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("can't record", failure);
        }
    }

    /** Sees to it that what was recorded outlives a loss of power. */
    synchronized void flush() throws IOException {
        if (recording != null) {
            recording.force(false);
        }
    }

    @Override
    public synchronized void over() {
        try {
            if (recording != null) {
                recording.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("can't end a recording", failure);
        } finally {
            recording = null;
            pushed.set(false);
        }
    }

    /** Ends it for whoever pushes and everybody who watches. */
    void close() {
        closed = true;
        relay.end();
    }
}
