package org.kanmai.app.trade.parcels;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.app.trade.parcels.Carrier.Sent;
import org.kanmai.app.web.Allowed;
import org.kanmai.app.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Which carriers report, and the one address to which they do: believed only for their signature. */
@RestController
class CarriersHttp {
    static final String NOTIFICATIONS = "/api/carriers/notifications/";
    private static final int LARGEST_BODY = 4 * 1024;

    private final Carriers carriers;
    private final Parcels parcels;

    CarriersHttp(Carriers carriers, Parcels parcels) {
        this.carriers = carriers;
        this.parcels = parcels;
    }

    /** What a shop can choose from, and a buyer who sends something back. */
    record Choices(List<Choice> items) {}

    /** A carrier that reports, by the name that goes on parcels. */
    record Choice(String code, String name) {}

    @Allowed(Allowed.To.SIGNED_IN)
    @GetMapping("/api/carriers")
    Choices choices() {
        return new Choices(carriers.all().stream()
                .map(each -> new Choice(each.code(), each.name()))
                .toList());
    }

    @Allowed(Allowed.To.ANYONE)
    @PostMapping(NOTIFICATIONS + "{provider}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void hear(@PathVariable String provider, HttpServletRequest request) throws IOException {
        var body = request.getInputStream().readNBytes(LARGEST_BODY + 1);
        if (body.length > LARGEST_BODY) {
            throw Refusal.invalid("body", "must have at most " + LARGEST_BODY + " bytes");
        }
        var sent = new Sent(
                request.getRequestURI(),
                text(request.getHeader("Carrier-Timestamp")),
                text(request.getHeader("Carrier-Signature")),
                new String(body, UTF_8));
        parcels.hear(provider, sent);
    }

    private static String text(@Nullable String header) {
        return header == null ? "" : header;
    }
}
