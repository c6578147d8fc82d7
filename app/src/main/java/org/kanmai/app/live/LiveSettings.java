package org.kanmai.app.live;

import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where pushes come in and how long a room waits for one.
 *
 * @param rtmpAddress on which RTMP is listened for
 * @param rtmpPort 0 for any that is free, -1 for none
 * @param mostPushes rooms that are pushed to at once
 * @param gone after so long without a picture a room is over
 * @param encoder of H.264, as ffmpeg names it
 * @param look how often a room's picture is looked at, where there is time
 * @param kept how long what a room leaves behind is kept: recordings, what was said, goods, markers and measures
 * @param longest a room is over after so long, whatever comes
 * @param pushTo what hosts are told to push to, where that is not the port of this process as it knows it
 */
@ConfigurationProperties("kanmai.live")
public record LiveSettings(
        @DefaultValue("127.0.0.1") InetAddress rtmpAddress,
        @DefaultValue("1935") int rtmpPort,
        @DefaultValue("20") int mostPushes,
        @DefaultValue("60s") Duration gone,
        @DefaultValue("libopenh264") String encoder,
        @DefaultValue("10s") Duration look,
        @DefaultValue("1095d") Duration kept,
        @DefaultValue("12h") Duration longest,
        @Nullable URI pushTo) {
    private static final int LAST_PORT = 65_535;

    public LiveSettings {
        if (rtmpPort < -1
                || rtmpPort > LAST_PORT
                || mostPushes < 1
                || !gone.isPositive()
                || !look.isPositive()
                || !kept.isPositive()
                || !longest.isPositive()) {
            throw new IllegalArgumentException("kanmai.live: ports are -1 to 65535, the others positive");
        }
        if (pushTo != null && !List.of("rtmp", "rtmps").contains(pushTo.getScheme())) {
            throw new IllegalArgumentException("kanmai.live.push-to is such as rtmp://live.example.com/live");
        }
    }
}
