package org.kanmai.app.live.rooms;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.live.LiveSettings;
import org.kanmai.app.live.rtmp.RtmpServer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Listens for pushes as long as the site runs; a port that is taken is said, and everything else goes on. */
@Component
class RtmpPort implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(RtmpPort.class);

    private final Air air;
    private final LiveSettings settings;
    private @Nullable RtmpServer server;

    RtmpPort(Air air, LiveSettings settings) {
        this.air = air;
        this.settings = settings;
    }

    @Override
    public synchronized void start() {
        if (settings.rtmpPort() < 0) {
            return;
        }
        try {
            server = RtmpServer.start(settings.rtmpAddress(), settings.rtmpPort(), settings.mostPushes(), air);
        } catch (IOException taken) {
            LOG.warn("live.rtmp.port {} is taken: no push by RTMP", settings.rtmpPort(), taken);
        }
    }

    @Override
    public synchronized void stop() {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (IOException failure) {
            LOG.warn("live.rtmp.close", failure);
        }
        server = null;
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null;
    }

    /** Returns where a program such as OBS pushes to; nothing when it can't. */
    synchronized @Nullable String address() {
        var named = settings.pushTo();
        if (named != null) {
            return named.toString();
        }
        return server == null
                ? null
                : "rtmp://%s:%d/live".formatted(settings.rtmpAddress().getHostAddress(), server.port());
    }
}
