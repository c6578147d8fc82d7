package org.kanmai.simulator.scenes.drawing;

/** Where and how a sprite stands: its centre and size in pixels, its turn in degrees, opacity 0..1 and stretch of width and height. */
public record Pose(double x, double y, double size, double turn, double opacity, double wide, double tall) {

    /** Upright, opaque and unstretched. */
    public static Pose at(double x, double y, double size) {
        return new Pose(x, y, size, 0, 1, 1, 1);
    }

    /** The same, turned clockwise by degrees. */
    public Pose turned(double degrees) {
        return new Pose(x, y, size, turn + degrees, opacity, wide, tall);
    }

    /** The same, seen through. */
    public Pose faded(double share) {
        return new Pose(x, y, size, turn, opacity * Ease.hold(share), wide, tall);
    }

    /** The same, scaled about its centre. */
    public Pose scaled(double factor) {
        return new Pose(x, y, size * factor, turn, opacity, wide, tall);
    }

    /** The same, moved. */
    public Pose moved(double dx, double dy) {
        return new Pose(x + dx, y + dy, size, turn, opacity, wide, tall);
    }

    /** The same, squashed by a share: lower and wider, its foot where it was. */
    public Pose squashed(double share) {
        return new Pose(x, y + size * share / 2, size, turn, opacity, wide * (1 + share * 0.7), tall * (1 - share));
    }

    /** The same, seen in a mirror. */
    public Pose mirrored() {
        return new Pose(x, y, size, turn, opacity, -wide, tall);
    }
}
