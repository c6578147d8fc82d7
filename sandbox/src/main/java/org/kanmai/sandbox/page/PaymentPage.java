package org.kanmai.sandbox.page;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.kanmai.sandbox.http.Answer;
import org.kanmai.sandbox.money.Prices;
import org.kanmai.sandbox.payments.Payment;
import org.kanmai.sandbox.payments.State;

/** The page of one payment, as it is now. */
final class PaymentPage {
    private static final Template OPEN = new Template("open.html");
    private static final Template PAID = new Template("paid.html");
    private static final Template CLOSED = new Template("closed.html");
    private static final Template FAILED = new Template("failed.html");

    private final Shell shell = new Shell();

    /** Returns the page; {@code outcome} is what the last try came to, {@code failed} or nothing. */
    Answer show(Payment payment, Language language, String outcome, Instant now) {
        var words = new Words(language);
        var state = state(payment, outcome, now);
        var values = values(payment, language, now);
        values.put("notice", state.equals("failed") ? FAILED.fill(words, Map.of()) : "");
        var content = template(state).fill(words, values);
        var title = words.say("title." + state);
        return shell.around(content, language, title, state, origin(payment.returnUrl()));
    }

    /** What ran out is closed for the buyer at once, before the sweep has noted it. */
    private static String state(Payment payment, String outcome, Instant now) {
        if (payment.isPayable(now)) {
            return outcome.equals("failed") ? "failed" : "open";
        }
        return payment.state() == State.PAID ? "paid" : "closed";
    }

    private static Template template(String state) {
        return switch (state) {
            case "paid" -> PAID;
            case "closed" -> CLOSED;
            default -> OPEN;
        };
    }

    private static Map<String, String> values(Payment payment, Language language, Instant now) {
        var left = Duration.between(now, payment.expiresAt());
        return new HashMap<>(Map.of(
                "subject", payment.subject(),
                "amount", Prices.write(payment.amount(), language.locale()),
                "reference", payment.reference(),
                "token", payment.token(),
                "seconds", Long.toString(left.toSeconds()),
                "left", left(left),
                "lang", language.code(),
                "back", payment.returnUrl().toString()));
    }

    private static String left(Duration left) {
        return left.toHours() > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", left.toHours(), left.toMinutesPart(), left.toSecondsPart())
                : String.format(Locale.ROOT, "%d:%02d", left.toMinutes(), left.toSecondsPart());
    }

    /** As a browser writes it: without the port when it is the scheme's own. */
    static String origin(URI address) {
        var own = address.getScheme().equals("https") ? 443 : 80;
        var port = address.getPort() == -1 || address.getPort() == own ? "" : ":" + address.getPort();
        return address.getScheme() + "://" + address.getHost().toLowerCase(Locale.ROOT) + port;
    }
}
