package org.kanmai.simulator.town.world;

import java.util.Arrays;

/** All works so far: what they truly are, and what was counted of them. */
public final class Works {
    private int size;
    private int[] creator = new int[1024];
    private int[] hour = new int[1024];
    private byte[] vertical = new byte[1024];
    private byte[] length = new byte[1024];
    private byte[] level = new byte[1024];
    private float[] quality = new float[1024];
    private int[] exposures = new int[1024];
    private int[] plays = new int[1024];
    private int[] likes = new int[1024];
    private int[] comments = new int[1024];
    private int[] shares = new int[1024];
    private float[] score = new float[1024];
    private int owed;

    /** Publishes a work and returns its number. */
    int add(int byCreator, int atHour, int inVertical, int ofLength, double ofQuality) {
        if (size == creator.length) {
            grow(2 * size);
        }
        creator[size] = byCreator;
        hour[size] = atHour;
        vertical[size] = (byte) inVertical;
        length[size] = (byte) ofLength;
        quality[size] = (float) ofQuality;
        level[size] = (byte) OutcomeTable.qualityLevel(ofQuality);
        return size++;
    }

    private void grow(int to) {
        creator = Arrays.copyOf(creator, to);
        hour = Arrays.copyOf(hour, to);
        vertical = Arrays.copyOf(vertical, to);
        length = Arrays.copyOf(length, to);
        level = Arrays.copyOf(level, to);
        quality = Arrays.copyOf(quality, to);
        exposures = Arrays.copyOf(exposures, to);
        plays = Arrays.copyOf(plays, to);
        likes = Arrays.copyOf(likes, to);
        comments = Arrays.copyOf(comments, to);
        shares = Arrays.copyOf(shares, to);
        score = Arrays.copyOf(score, to);
    }

    /** Marks all works so far as old: they were there before and are owed nothing. */
    void allAreOld() {
        owed = size;
    }

    /** Returns the first work that was published in the town's own time. */
    public int firstNew() {
        return owed;
    }

    /** Returns how many there are. */
    public int size() {
        return size;
    }

    /** Returns who made it. */
    public int creator(int work) {
        return creator[work];
    }

    /** Returns in which hour it was published; negative for those that were there before. */
    public int hour(int work) {
        return hour[work];
    }

    /** Returns what it is about. */
    public int vertical(int work) {
        return vertical[work];
    }

    /** Returns its class of length. */
    public int length(int work) {
        return length[work];
    }

    int level(int work) {
        return level[work];
    }

    /** Returns how well it is truly made, in standard deviations. */
    public double quality(int work) {
        return quality[work];
    }

    /** Returns how often it was shown, anywhere. */
    public int exposures(int work) {
        return exposures[work];
    }

    /** Returns how often it was played. */
    public int plays(int work) {
        return plays[work];
    }

    /** Returns how often it was liked. */
    public int likes(int work) {
        return likes[work];
    }

    /** Returns how often it was commented on. */
    public int comments(int work) {
        return comments[work];
    }

    /** Returns how often it was shared. */
    public int shares(int work) {
        return shares[work];
    }

    /** Returns the sum of the scores of its exposures. */
    public double score(int work) {
        return score[work];
    }

    void count(int work, int outcomes, double scored) {
        exposures[work]++;
        plays[work] += outcomes & 1;
        likes[work] += outcomes >> 2 & 1;
        comments[work] += outcomes >> 3 & 1;
        shares[work] += outcomes >> 4 & 1;
        score[work] += (float) scored;
    }
}
