package org.kanmai.simulator.town.feeds;

/** What a work is still owed. */
final class Debt {
    /** Delivery aims at this part of the time that there is, so that a quiet night does no harm. */
    private static final double AIM = 0.75;

    private final int work;
    private final int quota;
    private final int begin;
    private final int deadline;
    private int delivered;

    Debt(int work, int quota, int begin, int deadline) {
        this.work = work;
        this.quota = quota;
        this.begin = begin;
        this.deadline = deadline;
    }

    int work() {
        return work;
    }

    int quota() {
        return quota;
    }

    int left() {
        return quota - delivered;
    }

    int deadline() {
        return deadline;
    }

    /** Counts a unit and returns whether the quota is whole now. */
    boolean deliver() {
        return ++delivered == quota;
    }

    /** Returns how soon it must come: by how much it is behind, and how much of its time has gone. */
    double presses(int hour) {
        return behind(hour) + (double) (hour - begin) / (deadline - begin);
    }

    /** Returns by which part of its quota it is behind; negative when it is ahead. */
    double behind(int hour) {
        double due = Math.min(1, (hour + 1 - begin) / (AIM * (deadline - begin)));
        return due - (double) delivered / quota;
    }
}
