package org.kanmai.app.trade.parcels;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import org.kanmai.app.web.Refusal;
import org.kanmai.facts.Code;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The embedded carrier, which carries nothing: it follows a timetable and tells of it as any other carrier does; there only where no real money moves. */
@Component
@ConditionalOnProperty(name = "kanmai.trade.sandbox-carrier.enabled", havingValue = "true")
class SandboxCarrier implements Carrier {
    static final String CODE = "sandbox";

    private final SandboxBookStore book;
    private final CarrierSeal seal;
    private final SandboxTimetable timetable;
    private final JsonMapper json;
    private final Clock clock;

    SandboxCarrier(SandboxBookStore book, SandboxTimetable timetable, JsonMapper json, Clock clock) {
        this.book = book;
        this.seal = CarrierSeal.fresh(clock);
        this.timetable = timetable;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String code() {
        return CODE;
    }

    @Override
    public String name() {
        return "Sandbox Express";
    }

    @Override
    public void expect(String number) {
        var now = clock.instant();
        book.begin(number, now, timetable.next(number, now, 0));
    }

    @Override
    public Told read(Sent sent) {
        seal.check(sent);
        try {
            var told = json.readTree(sent.body());
            return new Told(
                    told.path("number").asString(),
                    told.path("event").asString(),
                    Code.parse(Kind.class, told.path("kind").asString()),
                    told.path("place").asString(),
                    Instant.parse(told.path("at").asString()));
        } catch (JacksonException | IllegalArgumentException | DateTimeException malformed) {
            throw Refusal.invalid("body", "is no notification");
        }
    }

    /** Returns what it says of an event, signed. */
    Sent say(Told told) {
        var body = json.writeValueAsString(Map.of(
                "number",
                told.number(),
                "event",
                told.id(),
                "kind",
                told.kind().code(),
                "place",
                told.place(),
                "at",
                told.at().toString()));
        return seal.sign(CarriersHttp.NOTIFICATIONS + CODE, body);
    }
}
