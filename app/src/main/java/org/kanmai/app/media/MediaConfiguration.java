package org.kanmai.app.media;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.media.ffmpeg.Ffmpeg;
import org.kanmai.app.media.ffmpeg.FfmpegBinary;
import org.kanmai.app.media.files.MediaFolders;
import org.kanmai.app.media.packaging.Judge;
import org.kanmai.app.media.packaging.Packaging;
import org.kanmai.app.media.packaging.Remux;
import org.kanmai.app.web.WebSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the plain parts of packaging together. */
@Configuration(proxyBeanMethods = false)
class MediaConfiguration {

    @Bean
    Ffmpeg ffmpeg(WebSettings web, MediaSettings media) {
        return new Ffmpeg(new Once(() -> media.ffmpeg() == null
                ? FfmpegBinary.unpacked(web.data().resolve("cache"))
                : FfmpegBinary.at(media.ffmpeg())));
    }

    @Bean
    Judge judge(Ffmpeg ffmpeg, MediaSettings settings) {
        return new Judge(ffmpeg, settings.allowance(), settings.memory().toBytes());
    }

    @Bean
    Packaging packaging(Ffmpeg ffmpeg, MediaSettings settings) {
        return new Packaging(ffmpeg, settings.encoder(), settings.memory().toBytes());
    }

    @Bean
    Remux remux(Ffmpeg ffmpeg, MediaSettings settings) {
        return new Remux(ffmpeg, settings.memory().toBytes());
    }

    @Bean
    MediaFolders mediaFolders(WebSettings web) {
        return new MediaFolders(web.data());
    }

    @Bean
    PackagingDesk.Desk packagingRows(
            UploadStore uploads, JobStore jobs, PackageStore packages, TransactionTemplate transaction) {
        return new PackagingDesk.Desk(uploads, jobs, packages, transaction);
    }

    /** Unpacks when a film first needs it, not while the application starts. */
    private static final class Once implements Supplier<FfmpegBinary> {
        private final Supplier<FfmpegBinary> make;
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable FfmpegBinary made;

        Once(Supplier<FfmpegBinary> make) {
            this.make = make;
        }

        @Override
        public FfmpegBinary get() {
            lock.lock();
            try {
                if (made == null) {
                    made = make.get();
                }
                return made;
            } finally {
                lock.unlock();
            }
        }
    }
}
