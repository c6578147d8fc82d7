package org.kanmai.sandbox.refunds;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kanmai.sandbox.access.Merchant;
import org.kanmai.sandbox.http.Answer;
import org.kanmai.sandbox.http.Fields;
import org.kanmai.sandbox.http.Request;
import org.kanmai.sandbox.http.Route;

/** Refunds for the merchant. */
public final class RefundsHttp {
    private static final int MOST_REASON = 256;

    private final Refunds refunds;

    /** Asks these refunds. */
    public RefundsHttp(Refunds refunds) {
        this.refunds = refunds;
    }

    /** Returns the routes, for the merchant only. */
    public List<Route> routes(Merchant merchant) {
        return List.of(
                Route.to("POST", "/v1/payments/(" + Fields.ID + ")/refunds", merchant.only(this::begin)),
                Route.to(
                        "GET",
                        "/v1/refunds/(" + Fields.ID + ")",
                        merchant.only(request -> Answer.json(200, refunds.find(request.part(0))))));
    }

    private record Asked(
            @Nullable String id,
            Fields.@Nullable AmountField amount,
            @Nullable String reason) {}

    private Answer begin(Request request) {
        var asked = Fields.body(request, Asked.class);
        var refund = new Refund(Fields.id(asked.id()), request.part(0), "processing", Fields.amount(asked.amount()));
        return Answer.json(202, refunds.begin(refund, Fields.text("reason", asked.reason(), MOST_REASON)));
    }
}
