package org.kanmai.simulator.scenes.plots;

import org.kanmai.simulator.scenes.drawing.Brush;
import org.kanmai.simulator.scenes.drawing.Ease;

/** What can happen in a film. */
public enum Plots {
    /** Trouble is pushed away by the thing that helps, which is then shown with its price. Cast: hero, trouble, orbiting things. */
    REVEAL,
    /** Two things side by side until one wins. Cast: winner, loser, judge. */
    VERSUS,
    /** Things jump into a pan one by one and become a dish. Cast: dish, pan, ingredients. */
    RECIPE,
    /** Third, second, first on a podium. Cast: first, second, third, who cheers. */
    PODIUM,
    /** Two people talk about a thing that lies between them. Cast: thing, who is in trouble, who helps, how it ends. */
    CHAT,
    /** A thing is made in three steps on a turning table. Cast: result, beginning, middle, tool. */
    CRAFT,
    /** A vehicle brings a thing along a road. Cast: thing, vehicle, where from, where to, roadside. */
    JOURNEY,
    /** A box shakes and opens. Cast: hero, other things inside. */
    UNBOX,
    /** A pattern of things moves behind one of them. Cast: hero, things of the pattern. */
    PATTERN,
    /** A thing is judged by three words and five stars. Cast: hero, who judges. */
    RATING,
    /** Little happens: petals fall, steam rises. Cast: hero, petal, two side things. */
    CALM,
    /** A thing moves to the music between columns of light. Cast: hero, small flying things. */
    PULSE;

    private static final double[] LOOKS = {-0.75, 0.25, 0.85, 0.0};

    /** Draws the players at a moment. */
    public void draw(Brush brush, Cast cast, Moment now) {
        plot().draw(brush, cast, now);
    }

    /** Where the camera looks, -1 (left) to 1 (right). */
    public double pan(Moment now) {
        var from = now.beat() == 0 ? LOOKS[0] : LOOKS[now.beat() - 1];
        var turned = Ease.mix(from, LOOKS[now.beat()], Ease.both(now.age() / 0.7));
        return turned + 0.12 * Math.sin(now.seconds() * 0.9);
    }

    private Plot plot() {
        return switch (this) {
            case REVEAL -> new Reveal();
            case VERSUS -> new Versus();
            case RECIPE -> new Recipe();
            case PODIUM -> new Podium();
            case CHAT -> new Chat();
            case CRAFT -> new Craft();
            case JOURNEY -> new Journey();
            case UNBOX -> new Unbox();
            case PATTERN -> new Pattern();
            case RATING -> new Rating();
            case CALM -> new Calm();
            case PULSE -> new Pulse();
        };
    }
}
