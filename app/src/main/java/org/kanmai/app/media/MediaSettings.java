package org.kanmai.app.media;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.media.packaging.Allowance;
import org.kanmai.app.media.packaging.Encoder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What may be uploaded and how much of the machine its packaging takes.
 *
 * @param ffmpeg another program than the one that came along, with ffprobe beside it
 * @param workers films packaged at once; 0 is half of the processors
 * @param part largest body of one request
 * @param openUploads uploads of a person that are not yet packaged
 * @param aDay bytes that a person may begin to upload in 24 hours
 * @param memory address space of one run
 * @param reserve disk space that uploads leave free
 * @param abandonedAfter without a byte an upload is given up
 */
@ConfigurationProperties("kanmai.media")
record MediaSettings(
        @Nullable Path ffmpeg,
        @DefaultValue("openh264") Encoder encoder,
        @DefaultValue("0") int workers,
        @DefaultValue("500MB") DataSize largest,
        @DefaultValue("8MB") DataSize part,
        @DefaultValue("20") int openUploads,
        @DefaultValue("10GB") DataSize aDay,
        @DefaultValue("500ms") Duration shortest,
        @DefaultValue("10m") Duration longest,
        @DefaultValue("7680") int longestSide,
        @DefaultValue("4GB") DataSize memory,
        @DefaultValue("512MB") DataSize reserve,
        @DefaultValue("24h") Duration abandonedAfter) {
    private static final int MOST_WORKERS = 16;

    MediaSettings {
        if (workers < 0 || workers > MOST_WORKERS || openUploads < 1 || part.toBytes() < 1) {
            throw new IllegalArgumentException("kanmai.media: workers are 0-16, the others positive");
        }
    }

    Allowance allowance() {
        return new Allowance(shortest, longest, longestSide);
    }

    int workersOn(int processors) {
        return workers > 0 ? workers : Math.clamp(processors / 2, 1, MOST_WORKERS);
    }
}
