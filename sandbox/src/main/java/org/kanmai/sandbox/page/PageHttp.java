package org.kanmai.sandbox.page;

import java.time.Clock;
import java.util.List;
import org.kanmai.sandbox.http.Answer;
import org.kanmai.sandbox.http.Refusal;
import org.kanmai.sandbox.http.Request;
import org.kanmai.sandbox.http.Route;
import org.kanmai.sandbox.payments.Fault;
import org.kanmai.sandbox.payments.Payments;

/** The page on which a buyer pays or cancels; who has the token may. */
public final class PageHttp {
    private static final String PATH = "/pay/([A-Za-z0-9_-]{32})";

    private final PaymentPage page = new PaymentPage();
    private final Payments payments;
    private final Clock clock;

    /** Shows these payments. */
    public PageHttp(Payments payments, Clock clock) {
        this.payments = payments;
        this.clock = clock;
    }

    /** Returns the routes, for everybody. */
    public List<Route> routes() {
        return List.of(Route.to("GET", PATH, this::show), Route.to("POST", PATH, this::act));
    }

    private Answer show(Request request) {
        var payment = payments.ofToken(request.part(0));
        return page.show(payment, Language.of(request), request.query("outcome").orElse(""), clock.instant());
    }

    /** Does what the form says and goes back to the page, so that loading it again does nothing again. */
    private Answer act(Request request) {
        var form = request.form();
        var fault = Fault.of(form.getOrDefault("fault", "none"))
                .orElseThrow(() -> Refusal.invalid("There is no such fault."));
        boolean failed = switch (form.getOrDefault("action", "")) {
            case "pay" -> !pay(request.part(0), fault);
            case "cancel" -> !isClosed(request.part(0));
            default -> throw Refusal.invalid("action is pay or cancel.");
        };
        var lang = Language.of(request).code();
        return Answer.seeOther(request.path() + "?lang=" + lang + (failed ? "&outcome=failed" : ""));
    }

    /** Returns whether this try paid; an unknown token is refused before. */
    private boolean pay(String token, Fault fault) {
        payments.ofToken(token);
        return payments.pay(token, fault);
    }

    /** Closes it; whoever paid in another window sees that it is paid, and no refusal. */
    private boolean isClosed(String token) {
        var payment = payments.ofToken(token);
        try {
            payments.close(payment.id());
            return true;
        } catch (Refusal alreadyPaid) {
            return false;
        }
    }
}
