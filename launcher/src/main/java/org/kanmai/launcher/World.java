package org.kanmai.launcher;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kanmai.engines.StartRefused;

/** The kind of world in a data folder, kept in its file {@code world}. */
record World(Path data, Words words) {

    /** Refuses a folder that holds the other kind; changes nothing. */
    void refuseOther(Kind kind) {
        var file = file();
        if (!Files.exists(file)) {
            return;
        }
        var there = read(file);
        if (!there.equals(kind.code())) {
            throw new StartRefused(words.say("world.other." + kind.code(), data));
        }
    }

    /** Returns whether the folder holds a world of this kind. */
    boolean is(Kind kind) {
        return Files.exists(file()) && read(file()).equals(kind.code());
    }

    /** Makes the folder a world of this kind when it is new; called under the folder's lock. */
    void keep(Kind kind) {
        try {
            Files.writeString(file(), kind.code() + "\n", CREATE_NEW, WRITE);
        } catch (FileAlreadyExistsException e) {
            refuseOther(kind);
        } catch (IOException e) {
            throw new StartRefused(words.say("world.unwritable", data, String.valueOf(e.getMessage())), e);
        }
    }

    private String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new StartRefused(words.say("world.unreadable", data, String.valueOf(e.getMessage())), e);
        }
    }

    private Path file() {
        return data.resolve("world");
    }
}
