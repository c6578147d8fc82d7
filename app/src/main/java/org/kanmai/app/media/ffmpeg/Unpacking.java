package org.kanmai.app.media.ffmpeg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/** Copies the programs and their libraries out of the jar; a folder that exists is whole, because it is renamed last. */
final class Unpacking {
    /**
     * Libraries that ffmpeg names for devices we never open and that a plain server lacks. Any library under these names
     * satisfies the loader, since their functions are bound only when called.
     */
    private static final List<String> STAND_INS =
            List.of("libpulse.so.0", "libasound.so.2", "libxcb.so.1", "libxcb-shm.so.0");

    private static final String STAND_IN = "libdrm.so.2";

    private Unpacking() {}

    static FfmpegBinary into(Path cache) {
        var platform = platform(System.getProperty("os.name"), System.getProperty("os.arch"));
        var inside = "org/bytedeco/ffmpeg/" + platform + "/";
        var program = Unpacking.class.getClassLoader().getResource(inside + "ffmpeg");
        if (program == null) {
            throw new IllegalStateException("no ffmpeg for " + platform + " came with the application; "
                    + "set kanmai.media.ffmpeg to the path of one");
        }
        try {
            var connection = (JarURLConnection) program.openConnection();
            connection.setUseCaches(false);
            try (var jar = connection.getJarFile()) {
                return FfmpegBinary.in(folder(jar, inside, cache.resolve("ffmpeg-" + version(jar) + "-" + platform)));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("can't unpack ffmpeg into " + cache, failure);
        }
    }

    static String platform(String system, String processor) {
        var name = system.toLowerCase(Locale.ROOT);
        var kind = name.contains("mac") ? "macosx" : name.contains("linux") ? "linux" : name.replace(' ', '-');
        return switch (processor) {
            case "amd64", "x86_64" -> kind + "-x86_64";
            case "aarch64", "arm64" -> kind + "-arm64";
            default -> kind + "-" + processor;
        };
    }

    private static String version(JarFile jar) throws IOException {
        var properties = new Properties();
        try (var in = jar.getInputStream(jar.getJarEntry("META-INF/maven/org.bytedeco/ffmpeg/pom.properties"))) {
            properties.load(in);
        }
        return properties.getProperty("version");
    }

    private static Path folder(JarFile jar, String inside, Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return folder;
        }
        Files.createDirectories(folder.getParent());
        var fresh = Files.createTempDirectory(folder.getParent(), "ffmpeg-unpacking-");
        try {
            copy(jar, inside, fresh);
            standIn(fresh);
            Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rwxr-xr-x"));
            Files.move(fresh, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            remove(fresh);
            if (!isTaken(failure) || !Files.isDirectory(folder)) {
                throw failure;
            }
        }
        return folder;
    }

    /** Another process may have been faster: its folder is as good as ours. */
    private static boolean isTaken(IOException failure) {
        return failure instanceof FileAlreadyExistsException
                || failure instanceof java.nio.file.DirectoryNotEmptyException
                || failure instanceof java.nio.file.FileSystemException;
    }

    private static void copy(JarFile jar, String inside, Path fresh) throws IOException {
        for (JarEntry entry : jar.stream().toList()) {
            var name = entry.getName();
            if (entry.isDirectory() || !name.startsWith(inside) || name.contains("libjni")) {
                continue;
            }
            var file = fresh.resolve(Path.of(name).getFileName().toString());
            try (var in = jar.getInputStream(entry)) {
                Files.copy(in, file);
            }
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void standIn(Path fresh) throws IOException {
        var any = fresh.resolve(STAND_IN);
        if (!Files.exists(any)) {
            return;
        }
        for (var name : STAND_INS) {
            Files.copy(any, fresh.resolve(name));
        }
    }

    private static void remove(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
