package org.kanmai.app.payment.sandbox;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kanmai.app.payment.PaymentProvider;
import org.kanmai.app.payment.sandbox.SandboxCalls.Answer;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Money;
import org.kanmai.facts.PaymentId;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The sandbox as a provider: its protocol is docs/sandbox.md. */
final class SandboxProvider implements PaymentProvider {
    private static final long NUMBER = 1;
    private static final String PAYMENTS = "/v1/payments";
    private static final String NOTIFICATIONS = "/api/payments/notifications/sandbox";

    private final SandboxSettings settings;
    private final SandboxCalls calls;
    private final Seal seal;
    private final JsonMapper json;

    SandboxProvider(SandboxSettings settings, SandboxCalls calls, Seal seal, JsonMapper json) {
        this.settings = settings;
        this.calls = calls;
        this.seal = seal;
        this.json = json;
    }

    @Override
    public String code() {
        return "sandbox";
    }

    @Override
    public long number() {
        return NUMBER;
    }

    @Override
    public Opens opens() {
        return Opens.SHEET;
    }

    @Override
    public boolean test() {
        return true;
    }

    @Override
    public Page charge(Charge charge) {
        var answer = calls.post(
                PAYMENTS,
                Map.of(
                        "id", charge.payment().toString(),
                        "amount", amount(charge.amount()),
                        "subject", charge.shownAs(),
                        "notifyUrl", settings.site().resolve(NOTIFICATIONS).toString(),
                        "returnUrl", settings.site().resolve("/orders").toString(),
                        "expiresAt", charge.expiresAt().toString()));
        return new Page(URI.create(taken(answer).path("page").asString()), "");
    }

    @Override
    public Standing ask(Charged charged) {
        var answer = calls.get(PAYMENTS + "/" + charged.payment());
        if (answer.status() == 404) {
            return new Standing(State.UNKNOWN, null, null);
        }
        var found = taken(answer);
        return switch (found.path("state").asString()) {
            case "paid" -> new Standing(State.PAID, money(found.path("amount")), instant(found.path("paidAt")));
            case "closed" -> new Standing(State.CLOSED, null, null);
            default -> new Standing(State.OPEN, null, null);
        };
    }

    @Override
    public boolean refund(Charged charged, Refund refund) {
        var answer = calls.post(
                PAYMENTS + "/" + refund.payment() + "/refunds",
                Map.of(
                        "id",
                        Long.toString(refund.id()),
                        "amount",
                        amount(refund.amount()),
                        "reason",
                        "order refunded"));
        return isDone(taken(answer));
    }

    @Override
    public boolean refunded(Charged charged, long refund) {
        return isDone(taken(calls.get("/v1/refunds/" + refund)));
    }

    @Override
    public Optional<Notification> read(Sent sent) {
        var nonce = seal.check(sent);
        try {
            var told = json.readTree(sent.body());
            return Optional.of(new Notification(
                    kind(told.path("kind").asString()),
                    PaymentId.parse(told.path("payment").asString()),
                    told.path("refund").asLong(0),
                    money(told.path("amount")),
                    instant(told.path("at")),
                    nonce));
        } catch (JacksonException | IllegalArgumentException | ProviderAway malformed) {
            throw Refusal.invalid("body", "is no notification");
        }
    }

    @Override
    public List<Movement> statement(LocalDate day) {
        var answer = calls.get("/v1/statements/" + day);
        if (answer.status() != 200) {
            throw new ProviderAway("the sandbox answers " + answer.status(), null);
        }
        return answer.body().lines().skip(1).map(SandboxProvider::movement).toList();
    }

    private static Movement movement(String line) {
        var cells = line.split(",", -1);
        try {
            return new Movement(
                    PaymentId.parse(cells[2]),
                    cells[3].isEmpty() ? 0 : Long.parseLong(cells[3]),
                    Money.of(Math.absExact(Long.parseLong(cells[4])), cells[5]),
                    Instant.parse(cells[0]));
        } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException malformed) {
            throw new ProviderAway("a line of the statement is malformed: " + line, malformed);
        }
    }

    private JsonNode taken(Answer answer) {
        if (answer.status() / 100 != 2) {
            throw new ProviderAway("the sandbox answers " + answer.status() + ": " + answer.body(), null);
        }
        return calls.read(answer);
    }

    private static Kind kind(String told) {
        return switch (told) {
            case "payment.paid" -> Kind.PAID;
            case "payment.closed" -> Kind.CLOSED;
            case "refund.done" -> Kind.REFUNDED;
            default -> throw new IllegalArgumentException(told);
        };
    }

    private static boolean isDone(JsonNode refund) {
        return refund.path("state").asString().equals("done");
    }

    private static Map<String, Object> amount(Money money) {
        return Map.of("minor", money.minor(), "currency", money.currency().getCurrencyCode());
    }

    private static Money money(JsonNode told) {
        return Money.of(told.path("minor").asLong(), told.path("currency").asString());
    }

    private static Instant instant(JsonNode told) {
        try {
            return Instant.parse(told.asString());
        } catch (DateTimeException malformed) {
            throw new ProviderAway("no time: " + told, malformed);
        }
    }
}
