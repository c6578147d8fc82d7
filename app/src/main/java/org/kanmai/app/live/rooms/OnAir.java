package org.kanmai.app.live.rooms;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.live.encoding.Outlet;
import org.kanmai.app.live.fragments.Beginning;
import org.kanmai.app.live.fragments.Fragment;
import org.kanmai.app.live.relay.Relay;
import org.kanmai.app.live.relay.Segments;
import org.kanmai.app.live.relay.Watching;
import org.kanmai.facts.Binary;
import org.kanmai.facts.Pseudonym;

/**
 * A room in this process: its relay, its playlist, its recording, who pushes and how many watch. Its picture is pushed here, or pulled
 * from where it is pushed; what is pushed goes before.
 */
final class OnAir {
    /** A push that sends nothing for so long gives way to another of the same key: its connection is dead, and nobody has said so. */
    private static final Duration DEAD = Duration.ofSeconds(5);
    /** After so long without a fragment there is no picture, whoever is connected. */
    private static final Duration STALLED = Duration.ofSeconds(3);
    /** Who plays a playlist asks for it again sooner than this. */
    private static final Duration ASKED = Duration.ofSeconds(15);
    /** More are shown the playlist and not counted. */
    private static final int MOST_COUNTED = 50_000;

    private final Relay relay = new Relay();
    private final Segments segments;
    private final Begins begins;
    private final Runnable left;
    private final AtomicBoolean fresh = new AtomicBoolean();
    private final AtomicInteger sockets = new AtomicInteger();
    private final Map<Pseudonym, Long> playing = new ConcurrentHashMap<>();
    private @Nullable Turn current;
    private @Nullable Guest guest;
    private volatile long fragmentAt;
    private volatile boolean closed;

    /** Takes the number of the first segment, who is asked at each push's first keyframe, and who is told when none is there any more. */
    OnAir(long firstSegment, Begins begins, Runnable left) {
        this.segments = new Segments(firstSegment);
        this.begins = begins;
        this.left = left;
    }

    /** Is asked when there is a picture to show: where it is recorded, or empty when the room is over. */
    interface Begins extends Supplier<Optional<Path>> {}

    /** Takes the one place for a push; empty when it is taken or the room is over. */
    synchronized Optional<Turn> admit() {
        if (closed || (current != null && !current.isDead())) {
            return Optional.empty();
        }
        if (current != null) {
            current.over();
        }
        current = new Turn();
        return Optional.of(current);
    }

    /** Ends the push that is here: the room is another process's. */
    synchronized void giveWay() {
        if (current != null) {
            current.over();
        }
    }

    /** Returns whether somebody pushes here who is not dead. */
    synchronized boolean isHome() {
        return current != null && !closed && !current.isDead();
    }

    /** Returns whether somebody here waits for a picture that is not pushed here. */
    synchronized boolean isPulledFor() {
        return current == null && !closed && viewers() > 0;
    }

    /** Returns where a picture goes that is pulled from elsewhere, in place of any before it. */
    synchronized Outlet pulled() {
        guest = new Guest();
        return guest;
    }

    /** Returns whether a picture comes right now. */
    boolean isPushed() {
        return fragmentAt != 0 && !isOlder(fragmentAt, STALLED);
    }

    boolean isClosed() {
        return closed;
    }

    /** Returns at how many sockets somebody watches, and how many play the playlist. */
    int viewers() {
        return sockets.get() + playing.size();
    }

    Optional<Binary> newest() {
        return isPushed() && isHome() ? relay.newest() : Optional.empty();
    }

    Segments segments() {
        return segments;
    }

    /** Somebody plays the playlist, and is a viewer as long as they go on asking for it. */
    void plays(Pseudonym viewer) {
        if (playing.size() < MOST_COUNTED || playing.containsKey(viewer)) {
            playing.put(viewer, System.nanoTime());
        }
    }

    /** Whoever asks for the playlist no more has left. */
    void forgetWhoLeft() {
        playing.values().removeIf(asked -> isOlder(asked, ASKED));
    }

    /** Returns whether a picture came since this was asked last. */
    boolean takeFresh() {
        return fresh.getAndSet(false);
    }

    Watching join() {
        sockets.incrementAndGet();
        return relay.join();
    }

    void leave(Watching viewer) {
        sockets.decrementAndGet();
        relay.leave(viewer);
    }

    /** Lets another process watch for its own viewers, whom it counts. */
    Watching handOver() {
        return relay.join();
    }

    void handOverNoMore(Watching node) {
        relay.leave(node);
    }

    /** Sees to it that what was recorded outlives a loss of power. */
    synchronized void flush() throws IOException {
        if (current != null && current.recording != null) {
            current.recording.flush();
        }
    }

    /** Ends it for whoever pushes and everybody who watches. */
    void close() {
        closed = true;
        relay.end();
    }

    private static boolean isOlder(long nanos, Duration age) {
        return System.nanoTime() - nanos > age.toNanos();
    }

    /** One push: once another has its place, nothing of it goes anywhere. */
    final class Turn implements Outlet {
        private @Nullable Beginning beginning;
        private @Nullable Footage recording;
        private volatile long heardAt = System.nanoTime();

        /** Something came, whatever it is; throws {@link IOException} when nothing more is taken. */
        void heard() throws IOException {
            heardAt = System.nanoTime();
            if (closed || !isCurrent()) {
                throw new IOException("the room is over, or another push has this one's place");
            }
        }

        private boolean isDead() {
            return isOlder(heardAt, DEAD);
        }

        private boolean isCurrent() {
            synchronized (OnAir.this) {
                return current == this;
            }
        }

        @Override
        public void begin(Beginning first) {
            synchronized (OnAir.this) {
                beginning = first;
            }
        }

        /** Before its first keyframe nothing can be shown: the room is not live by it, and nothing is recorded. */
        @Override
        public void add(Fragment fragment) {
            synchronized (OnAir.this) {
                if (current != this || closed) {
                    return;
                }
                var file = recording == null ? begun(fragment) : recording;
                if (file == null) {
                    return;
                }
                fragmentAt = System.nanoTime();
                fresh.set(true);
                file.add(fragment.content());
                segments.add(fragment);
                relay.add(fragment);
            }
        }

        private @Nullable Footage begun(Fragment fragment) {
            var first = beginning;
            if (!fragment.keyframe() || first == null) {
                return null;
            }
            begins.get().map(Footage::into).ifPresent(file -> {
                recording = file;
                file.add(first.content());
                segments.begin(first);
                relay.begin(first);
            });
            return recording;
        }

        @Override
        public void over() {
            synchronized (OnAir.this) {
                try {
                    if (recording != null) {
                        recording.end();
                    }
                } finally {
                    recording = null;
                    if (current == this) {
                        current = null;
                        fragmentAt = 0;
                        left.run();
                    }
                }
            }
        }
    }

    /** A picture that is pulled: neither recorded here nor noted as come, which its home does. */
    private final class Guest implements Outlet {
        @Override
        public void begin(Beginning first) {
            synchronized (OnAir.this) {
                if (isWelcome()) {
                    segments.begin(first);
                    relay.begin(first);
                }
            }
        }

        @Override
        public void add(Fragment fragment) {
            synchronized (OnAir.this) {
                if (isWelcome()) {
                    fragmentAt = System.nanoTime();
                    segments.add(fragment);
                    relay.add(fragment);
                }
            }
        }

        private boolean isWelcome() {
            return guest == this && current == null && !closed;
        }

        @Override
        public void over() {
            synchronized (OnAir.this) {
                if (isWelcome()) {
                    fragmentAt = 0;
                }
                guest = guest == this ? null : guest;
            }
        }
    }
}
