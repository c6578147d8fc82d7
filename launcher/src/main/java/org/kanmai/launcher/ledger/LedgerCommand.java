package org.kanmai.launcher.ledger;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kanmai.facts.PageId;
import org.kanmai.launcher.Words;

/** {@code ./kanmai ledger verify | prove PAGE | consistency FROM TO | records FILE | replay}; see docs/verify.md. */
public final class LedgerCommand {
    private static final int WELL = 0;
    private static final int WRONG = 1;
    private static final int USAGE = 2;

    private final Words words;
    private final PrintStream out;
    private final PrintStream aside;

    LedgerCommand(Words words, PrintStream out, PrintStream aside) {
        this.words = words;
        this.out = out;
        this.aside = aside;
    }

    /** Exits with 0 when all is well, with 1 when something is wrong, with 2 when it was not understood. */
    public static void main(String[] arguments) {
        var words = Words.of("org.kanmai.launcher.ledger", Locale.getDefault());
        System.exit(new LedgerCommand(words, System.out, System.err).run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        var left = new ArrayDeque<>(arguments);
        try {
            return run(left.isEmpty() ? "" : left.removeFirst(), Asked.parse(left));
        } catch (Unreadable why) {
            aside.println(words.say(String.valueOf(why.getMessage()), why.values()));
            return USAGE;
        }
    }

    private int run(String verb, Asked asked) {
        return switch (verb) {
            case "verify" -> verify(asked);
            case "prove" -> prove(asked);
            case "consistency" -> consistency(asked);
            case "records" -> records(asked);
            case "replay" -> replay(asked);
            default -> throw new Unreadable("usage");
        };
    }

    private int verify(Asked asked) {
        asked.takes(0);
        var folder = new LedgerFolder(asked.data());
        var started = System.nanoTime();
        var keys = asked.keys() == null ? folder.ownKeys() : asked.keys();
        var result = new Verification(folder, keys, new Progress(aside)).run();
        double seconds = (System.nanoTime() - started) / 1e9;
        out.println(words.say("verified", result.heads(), result.entries(), result.records(), seconds));
        if (result.unsigned() > 0) {
            out.println(words.say("unsigned", result.unsigned()));
        }
        if (result.dropped() > 0) {
            out.println(words.say("dropped", result.dropped()));
        }
        if (asked.keys() == null) {
            out.println(words.say("own.keys", folder.ownKeys()));
        }
        return say(result.findings());
    }

    private int say(Findings findings) {
        findings.kept()
                .forEach(each -> out.println(words.say(each.key(), each.values().toArray())));
        if (findings.count() > findings.kept().size()) {
            out.println(words.say("more", findings.count() - findings.kept().size()));
        }
        out.println(words.say(findings.count() == 0 ? "well" : "wrong", findings.count()));
        return findings.count() == 0 ? WELL : WRONG;
    }

    private int replay(Asked asked) {
        asked.takes(0);
        var started = System.nanoTime();
        var result = new Replaying(new LedgerFolder(asked.data()), new Progress(aside)).run();
        var replayed = result.replayed();
        double seconds = (System.nanoTime() - started) / 1e9;
        out.println(words.say("replayed", result.records(), replayed.equal(), replayed.rounds(), seconds));
        if (replayed.waiting() > 0) {
            out.println(words.say("replay.waiting", replayed.waiting()));
        }
        if (replayed.unopened() > 0) {
            out.println(words.say("replay.unopened", replayed.unopened()));
        }
        if (result.dropped() > 0) {
            out.println(words.say("dropped", result.dropped()));
        }
        var findings = new Findings();
        replayed.differences()
                .forEach(each -> findings.add(
                        "replay." + each.kind().name().toLowerCase(Locale.ROOT), Long.toString(each.id())));
        return say(findings);
    }

    private int prove(Asked asked) {
        asked.takes(1);
        long page = asked.number(0);
        var proof = new Proving(new LedgerFolder(asked.data())).page(new PageId(page));
        if (proof.isEmpty()) {
            out.println(words.say("prove.none", Long.toString(page)));
            return WRONG;
        }
        proof.get().lines().forEach(out::println);
        return WELL;
    }

    private int consistency(Asked asked) {
        asked.takes(2);
        var proving = new Proving(new LedgerFolder(asked.data()));
        proving.consistency(asked.number(0), asked.number(1)).forEach(out::println);
        return WELL;
    }

    private int records(Asked asked) {
        asked.takes(1);
        new Proving(new LedgerFolder(asked.data())).records(asked.number(0), out);
        return WELL;
    }

    /**
     * What the command line asks for beside its verb.
     *
     * @param keys a file of keys that were got elsewhere; absent to take the folder's own on trust
     */
    record Asked(Path data, @Nullable Path keys, List<String> words) {
        Asked {
            words = List.copyOf(words);
        }

        static Asked parse(Deque<String> left) {
            var data = Path.of("data");
            Path keys = null;
            var words = new java.util.ArrayList<String>();
            while (!left.isEmpty()) {
                var word = left.removeFirst();
                if (word.equals("--data") && !left.isEmpty()) {
                    data = Path.of(left.removeFirst());
                } else if (word.equals("--keys") && !left.isEmpty()) {
                    keys = Path.of(left.removeFirst());
                } else if (word.startsWith("-")) {
                    throw new Unreadable("usage");
                } else {
                    words.add(word);
                }
            }
            return new Asked(data, keys, words);
        }

        void takes(int count) {
            if (words.size() != count) {
                throw new Unreadable("usage");
            }
        }

        long number(int place) {
            if (!words.get(place).matches("[0-9]{1,18}")) {
                throw new Unreadable("usage");
            }
            return Long.parseLong(words.get(place));
        }
    }
}
