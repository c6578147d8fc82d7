package org.kanmai.launcher.sales;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.GZIPInputStream;
import org.kanmai.facts.tongue.Tongue;

/** {@code ./kanmai sales FILE}: sends a file of invoice lines to a running site and prints what it comes to. */
public final class SalesCommand {
    private static final int KEY = 32;
    private static final int MISUSE = 2;
    private static final long LONGEST_HOURS = 6;

    private final Tongue tongue;

    private SalesCommand(Tongue tongue) {
        this.tongue = tongue;
    }

    /** Exits with 1 when the site refuses or goes away, with 2 when misused; the same file sent again goes on where it was. */
    public static void main(String[] words) throws InterruptedException {
        var tongue = Tongue.of(Locale.getDefault());
        try {
            var asked = Asked.parse(List.of(words), System.getenv(), tongue);
            System.exit(new SalesCommand(tongue).run(asked));
        } catch (IllegalArgumentException misuse) {
            System.err.println(misuse.getMessage());
            System.exit(MISUSE);
        }
    }

    private int run(Asked asked) throws InterruptedException {
        try (var merchant = Merchant.signIn(asked)) {
            var path = "/api/me/shop/past-sales/" + key(asked.file());
            send(merchant, path, asked);
            new ReportText(tongue).lines(merchant.get(path)).forEach(System.out::println);
            return 0;
        } catch (IOException | UncheckedIOException failure) {
            System.err.println(
                    tongue.say("It broke off; send the same file again and it goes on: ", "中断了；再次发送同一文件即可继续：")
                            + failure.getMessage());
            return 1;
        }
    }

    private void send(Merchant merchant, String path, Asked asked) throws IOException, InterruptedException {
        var query = "?name=%s&currency=%s&zone=%s"
                .formatted(
                        Merchant.encoded(asked.file().getFileName().toString()),
                        Merchant.encoded(asked.currency()),
                        Merchant.encoded(asked.zone()));
        var sent = merchant.send(path + query, () -> open(asked.file()));
        var end = System.nanoTime() + TimeUnit.HOURS.toNanos(LONGEST_HOURS);
        while (System.nanoTime() < end) {
            try {
                Merchant.read(sent.get(1, TimeUnit.SECONDS));
                return;
            } catch (TimeoutException goesOn) {
                say(merchant, path);
            } catch (ExecutionException failure) {
                throw new IOException(failure.getCause());
            }
        }
        throw new IOException(tongue.say("it takes too long", "用时过长"));
    }

    /** Until its first lines are there a file is not known. */
    private void say(Merchant merchant, String path) throws InterruptedException {
        try {
            var now = merchant.get(path);
            System.err.printf(
                    Locale.ROOT,
                    "\r%,d %s   ",
                    now.path("rows").asLong(),
                    now.path("state").asString().equals("reading")
                            ? tongue.say("lines", "行")
                            : tongue.say("lines; looking for what was cancelled", "行；正在核对取消的部分"));
        } catch (IOException notYet) {
            System.err.print("\r...");
        }
    }

    private static InputStream open(Path file) {
        try {
            var content = new BufferedInputStream(Files.newInputStream(file));
            return file.toString().endsWith(".gz") ? new GZIPInputStream(content) : content;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The file's own name on the site: what it holds, whatever it is called. */
    private static String key(Path file) throws IOException {
        try (var content = new DigestInputStream(open(file), MessageDigest.getInstance("SHA-256"))) {
            content.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(content.getMessageDigest().digest()).substring(0, KEY);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("this JDK lacks SHA-256", missing);
        }
    }
}
