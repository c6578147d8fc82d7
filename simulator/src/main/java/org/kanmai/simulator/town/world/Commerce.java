package org.kanmai.simulator.town.world;

import java.util.Arrays;
import org.kanmai.distribution.policy.Outcome;

/**
 * Which works show something to buy, who buys it, and who asks for less. All of it is assumed by hand and drawn beside the outcomes,
 * which it leaves as they are: three creators in ten sell, with three works in five; one held exposure of such a work in seven opens the
 * product, one opened product in seven is paid for, more where the work appeals or the viewer buys much; of what is skipped some 0.4 %
 * is disliked, more of what is made badly.
 */
public final class Commerce {
    private static final long SELLERS = 11;
    private static final long SELLS = 12;
    private static final long BUYERS = 13;
    private static final long RESPONDS = 14;
    private static final double SELLING_CREATORS = 0.3;
    private static final double SELLING_WORKS = 0.6;
    private static final double OPEN_AT_AVERAGE = -2;
    private static final double ORDER_AT_AVERAGE = -2.2;
    private static final double BY_APPEAL = 0.7;
    private static final double OPEN_BY_WANT = 0.5;
    private static final double ORDER_BY_WANT = 0.9;
    private static final double PRICE = 60;
    private static final double PRICE_SPREAD = 0.8;
    private static final double DISLIKE = 0.004;
    private static final double DISLIKE_BY_QUALITY = -0.5;

    private final long seed;
    private final Works works;
    private final float[] wants;
    private float[] appeals = new float[0];
    private int known;

    Commerce(Works works, int viewers, long seed) {
        this.seed = seed;
        this.works = works;
        wants = new float[viewers];
        for (int viewer = 0; viewer < viewers; viewer++) {
            wants[viewer] = (float) new Dice(seed, BUYERS, viewer, 0).normal();
        }
    }

    /** Returns whether a work shows something to buy. */
    public boolean sells(int work) {
        return !Float.isNaN(appeal(work));
    }

    /** Returns how much the product of a work appeals, in standard deviations; no number where there is none. */
    private float appeal(int work) {
        if (work >= appeals.length) {
            appeals = Arrays.copyOf(appeals, 2 * work + 64);
        }
        while (known <= work) {
            appeals[known] = drawn(known);
            known++;
        }
        return appeals[work];
    }

    private float drawn(int work) {
        var dice = of(work);
        boolean shows = dice.share() < SELLING_WORKS;
        double appeal = dice.normal();
        boolean bySeller = new Dice(seed, SELLERS, works.creator(work), 0).share() < SELLING_CREATORS;
        return shows && bySeller ? (float) appeal : Float.NaN;
    }

    private Dice of(int work) {
        return new Dice(seed, SELLS, works.creator(work), works.hour(work));
    }

    /** Returns what the product of a work costs; as much whether the work sells or not. */
    public double price(int work) {
        var dice = of(work);
        dice.share();
        dice.normal();
        return PRICE * StrictMath.exp(PRICE_SPREAD * dice.normal());
    }

    /** Returns the chance that who holds a work opens its product. */
    double opens(int viewer, int work) {
        return sells(work) ? logistic(OPEN_AT_AVERAGE + BY_APPEAL * appeal(work) + OPEN_BY_WANT * wants[viewer]) : 0;
    }

    /** Returns the chance that who opens a product pays for it. */
    double pays(int viewer, int work) {
        return !sells(work) ? 0 : logistic(ORDER_AT_AVERAGE + BY_APPEAL * appeal(work) + ORDER_BY_WANT * wants[viewer]);
    }

    /** Returns the chance that who skips a work asks for less of it. */
    double dislikes(int work) {
        double by = DISLIKE_BY_QUALITY;
        return DISLIKE * StrictMath.exp(by * works.quality(work) - by * by / 2);
    }

    private static double logistic(double logOdds) {
        return 1 / (1 + StrictMath.exp(-logOdds));
    }

    /** Draws what follows from outcomes: the same for a viewer and a work whoever shows it. */
    Response response(int viewer, int work, int outcomes) {
        var dice = new Dice(seed, RESPONDS, viewer, work);
        if ((outcomes & Outcome.PLAY.bit()) == 0) {
            return dice.share() < dislikes(work) ? Response.DISLIKED : Response.NOTHING;
        }
        if ((outcomes & Outcome.HOLD.bit()) == 0 || dice.share() >= opens(viewer, work)) {
            return Response.NOTHING;
        }
        return dice.share() < pays(viewer, work) ? Response.ORDERED : Response.OPENED;
    }
}
