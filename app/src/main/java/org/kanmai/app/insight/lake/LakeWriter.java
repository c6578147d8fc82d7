package org.kanmai.app.insight.lake;

import java.sql.SQLException;
import org.kanmai.app.river.leases.LeasedThread;
import org.kanmai.app.river.leases.Leases;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Brings the log into the lake; one process at a time does it, by a lease that only saves work.
 *
 * <p>Where to go on is asked of the manifest whenever something may have gone wrong, so a crash at any point repeats work
 * and never a record.
 */
@Component
class LakeWriter implements SmartLifecycle {
    private final RawFiles files;
    private final Manifest manifest;
    private final ManifestStore store;
    private final Folding folding;
    private final LakeSettings settings;
    private final LeasedThread thread;

    LakeWriter(
            RawFiles files,
            Manifest manifest,
            ManifestStore store,
            Folding folding,
            Leases leases,
            LakeSettings settings,
            KafkaConnectionDetails kafka) {
        this.files = files;
        this.manifest = manifest;
        this.store = store;
        this.folding = folding;
        this.settings = settings;
        var bootstrap = String.join(",", kafka.getConsumer().getBootstrapServers());
        this.thread = new LeasedThread("lake", settings.lease(), leases, () -> new Writing(new LogReader(bootstrap)));
    }

    /** From the taking of the lease to its end. */
    private final class Writing implements LeasedThread.Reading {
        private final LogReader reader;

        Writing(LogReader reader) {
            this.reader = reader;
        }

        @Override
        public void begin() {
            reader.seek(store.ends());
        }

        @Override
        public void step() throws SQLException {
            write(reader.read(settings.batch(), settings.window()));
            folding.foldIfDue();
        }

        @Override
        public void wake() {
            reader.wake();
        }

        @Override
        public void close() {
            reader.close();
        }
    }

    void write(Batch batch) throws SQLException {
        if (batch.size() > 0) {
            manifest.add(files.write(batch), batch.segments());
        }
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public void stop() {
        thread.stop();
    }

    @Override
    public boolean isRunning() {
        return thread.isRunning();
    }
}
