package org.kanmai.app.aftersales.returns;

import java.time.Clock;
import org.kanmai.app.identity.PersonErased;
import org.kanmai.app.trade.parcels.ReturnParcelDelivered;
import org.kanmai.facts.OrderMoved;
import org.kanmai.facts.OrderStep;
import org.kanmai.facts.Origin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happens to wishes without anybody's step: by time, by the refund of their order, by a person's erasure. */
@Component
class ReturnClock {
    private static final Logger log = LoggerFactory.getLogger(ReturnClock.class);
    private static final int BATCH = 200;

    private final Returns returns;
    private final WishStore wishes;
    private final StepStore steps;
    private final Clock clock;

    ReturnClock(Returns returns, WishStore wishes, StepStore steps, Clock clock) {
        this.returns = returns;
        this.wishes = wishes;
        this.steps = steps;
        this.clock = clock;
    }

    /** One that fails is left for the next time and stops none of the others. */
    @Scheduled(fixedDelay = 30_000)
    void goOn() {
        for (var wish : wishes.due(clock.instant(), BATCH)) {
            try {
                returns.hearSilence(wish.id());
            } catch (RuntimeException failure) {
                log.warn("return {} could not be moved on", wish.id(), failure);
            }
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void refunded(OrderMoved event) {
        if (event.step() == OrderStep.REFUNDED && event.origin() == Origin.LIVE) {
            returns.overtake(event.order());
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void brought(ReturnParcelDelivered event) {
        returns.brought(new Wish.Parcel(event.carrier(), event.number()));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    void erased(PersonErased event) {
        steps.erase(event.person());
    }
}
