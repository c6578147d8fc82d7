package org.kanmai.app.identity.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;

/** The file of the master key: made once, readable by its owner only, whole or absent. */
final class MasterKeyFile {
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path path;

    MasterKeyFile(Path path) {
        this.path = path;
    }

    byte[] readOrMake() {
        try {
            if (Files.notExists(path)) {
                make();
            }
            return MasterKey.parse(Files.readString(path), path.toString());
        } catch (IOException unusable) {
            throw new UncheckedIOException("the master key can't be read or made: " + path, unusable);
        }
    }

    /** Written aside, forced to disk and linked into place: two processes that start at once agree on one key. */
    private void make() throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        var aside = path.resolveSibling("master." + UUID.randomUUID());
        try {
            var text = Base64.getEncoder().encodeToString(Sealing.random(MasterKey.LENGTH));
            var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (var channel = FileChannel.open(aside, options, OWNER_ONLY)) {
                channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
                channel.force(true);
            }
            link(aside);
        } finally {
            Files.deleteIfExists(aside);
        }
    }

    private void link(Path aside) throws IOException {
        try {
            Files.createLink(path, aside);
        } catch (FileAlreadyExistsException madeByAnother) {
            return;
        }
        try (var folder = FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }
}
