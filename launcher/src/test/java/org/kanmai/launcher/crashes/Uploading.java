package org.kanmai.launcher.crashes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.kanmai.launcher.Caller;

/** An upload of which half was acknowledged; a further part is on its way when the server dies. */
final class Uploading extends Work {
    private static final int PART = 64 << 10;

    private final Caller creator;
    private final byte[] film;
    private final String id;
    private final CountDownLatch underWay = new CountDownLatch(1);
    private final CountDownLatch died = new CountDownLatch(1);
    private volatile int acknowledged;

    Uploading(Caller creator, byte[] film) {
        this.creator = creator;
        this.film = film;
        this.id = creator.begin(film.length);
    }

    /** Waits until half is acknowledged and a part is on its way. */
    void awaitUnderWay() throws InterruptedException {
        underWay.await();
    }

    @Override
    void step() {
        if (acknowledged < film.length / 2) {
            send(PART);
            return;
        }
        var rest = film.length - acknowledged;
        var stalling = BodyPublishers.fromPublisher(
                BodyPublishers.ofInputStream(() -> new Stalling(acknowledged, PART)), rest);
        creator.part(id, acknowledged, stalling);
        throw new AssertionError("the part was never whole, and yet answered");
    }

    /** Lets the part that is on its way end first: a client waits for its own body, also when nobody takes it. */
    @Override
    void end() throws InterruptedException {
        died.countDown();
        super.end();
    }

    @Override
    void settle() {
        acknowledged = Math.toIntExact(offset());
        while (acknowledged < film.length) {
            send(PART);
        }
    }

    /** What the server still has is all that it acknowledged, byte by byte. */
    void isKept(Path data) throws IOException {
        var offset = Math.toIntExact(offset());
        assertThat(offset).isBetween(acknowledged, film.length - 1);
        var kept = Files.readAllBytes(data.resolve("media/incoming").resolve(id));
        assertThat(Arrays.copyOf(kept, offset)).isEqualTo(Arrays.copyOf(film, offset));
    }

    void becomesReady() {
        creator.awaitReady(id);
    }

    private long offset() {
        return creator.get("/api/uploads/" + id).must(200).json().path("offset").asLong();
    }

    private void send(int size) {
        var end = Math.min(film.length, acknowledged + size);
        var part = Arrays.copyOfRange(film, acknowledged, end);
        creator.part(id, acknowledged, BodyPublishers.ofByteArray(part)).must(204);
        acknowledged = end;
    }

    /** Gives some bytes and then no more, for as long as the connection lives. */
    private final class Stalling extends InputStream {
        private int at;
        private final int until;

        Stalling(int from, int length) {
            at = from;
            until = from + length;
        }

        @Override
        public int read() {
            if (at == until) {
                underWay.countDown();
                awaitDeath();
                return -1;
            }
            return film[at++] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (at == until) {
                return read();
            }
            var given = Math.min(length, until - at);
            System.arraycopy(film, at, into, offset, given);
            at += given;
            return given;
        }

        private void awaitDeath() {
            try {
                died.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
