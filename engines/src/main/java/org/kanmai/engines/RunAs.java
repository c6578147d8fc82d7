package org.kanmai.engines;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The user that an engine's process runs as, and the signal that it gets when its parent thread dies.
 *
 * <p>PostgreSQL refuses root: then it runs as nobody or, where nobody can't reach the folder, as root without any
 * power in a user namespace of its own.
 *
 * @param user the numeric user that the engine's folder belongs to; {@code group} likewise
 * @param prefix words before the command
 * @param diesWithParent whether the machine has the commands by which the engine is signalled when we die
 */
record RunAs(int user, int group, List<String> prefix, boolean diesWithParent) {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    /** Chooses for this folder and executable, and hands the folder over to the chosen user. */
    static RunAs choose(Path folder, Path executable) {
        var self = new UnixSystem();
        var user = (int) self.getUid();
        var group = (int) self.getGid();
        var setpriv = Command.run(LIMIT, List.of("setsid", "setpriv", "--pdeathsig", "TERM", "true"))
                .succeeded();
        var same = new RunAs(user, group, List.of(), setpriv);
        if (user != 0) {
            return same;
        }
        if (!setpriv) {
            throw new StartRefused(
                    "PostgreSQL refuses to run as root, and the commands setsid and setpriv, which would run "
                            + "it as another user, are missing or forbidden here. Start Kanmai as an ordinary user, or install util-linux.");
        }
        return nobody().filter(nobody -> nobody.reaches(folder, executable))
                .or(() -> Optional.of(new RunAs(0, 0, List.of("unshare", "-U"), true))
                        .filter(unmapped -> unmapped.reaches(folder, executable)))
                .orElseThrow(() -> unreachable(folder, executable));
    }

    /**
     * The command as this user, in the foreground but in a session of its own: Ctrl-C in the terminal is for us alone,
     * who stop the engines when nothing needs them any more.
     */
    List<String> command(String deathSignal, List<String> words) {
        var command = new ArrayList<String>();
        if (diesWithParent) {
            command.add("setsid");
        }
        command.addAll(prefix);
        if (diesWithParent) {
            if (prefix.isEmpty() || !prefix.getFirst().equals("setpriv")) {
                command.add("setpriv");
            }
            command.addAll(List.of("--pdeathsig", deathSignal));
        }
        command.addAll(words);
        return command;
    }

    /** Gives a folder and all in it to this user, the folder itself last so that a broken walk is done again. */
    void own(Path folder) {
        try {
            if (owned(folder)) {
                return;
            }
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.setAttribute(file, "unix:uid", user, LinkOption.NOFOLLOW_LINKS);
                    Files.setAttribute(file, "unix:gid", group, LinkOption.NOFOLLOW_LINKS);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("owner of " + folder, e);
        }
    }

    private boolean owned(Path file) throws IOException {
        return Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(user);
    }

    private static Optional<RunAs> nobody() {
        var user = Command.run(LIMIT, List.of("id", "-u", "nobody"));
        var group = Command.run(LIMIT, List.of("id", "-g", "nobody"));
        if (!user.succeeded() || !group.succeeded()) {
            return Optional.empty();
        }
        var prefix = List.of(
                "setpriv", "--reuid=" + user.output(), "--regid=" + group.output(), "--clear-groups", "--no-new-privs");
        return Optional.of(new RunAs(Integer.parseInt(user.output()), Integer.parseInt(group.output()), prefix, true));
    }

    /** Tries it, since access lists and containers know more than permission bits. */
    private boolean reaches(Path folder, Path executable) {
        own(folder);
        var test =
                List.of("sh", "-c", "test -w \"$1\" && test -x \"$2\"", "sh", folder.toString(), executable.toString());
        return Command.run(LIMIT, command("TERM", test)).succeeded();
    }

    static StartRefused unreachable(Path folder, Path executable) {
        var closed = closed(folder).or(() -> closed(executable));
        var where = closed.map(path -> path + " is closed to other users").orElse("it is forbidden here");
        return new StartRefused("PostgreSQL refuses to run as root, so it runs as the user nobody, who can't reach "
                + folder + ": " + where + ". Choose a folder that others may enter with --data (such as /srv/kanmai)"
                + closed.map(path -> ", or run: chmod o+x " + path).orElse("")
                + ", or start Kanmai as an ordinary user.");
    }

    /** The outermost folder on the way that others may not enter. */
    private static Optional<Path> closed(Path path) {
        return IntStream.range(1, path.getNameCount())
                .mapToObj(names -> path.getRoot().resolve(path.subpath(0, names)))
                .filter(Files::isDirectory)
                .filter(folder -> !othersEnter(folder))
                .findFirst();
    }

    private static boolean othersEnter(Path folder) {
        try {
            return Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE);
        } catch (IOException e) {
            return false;
        }
    }
}
