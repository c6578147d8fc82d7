package org.kanmai.simulator.crowd;

/** One item in sight of one person: what is told as watched is time that has passed since. */
final class Look {
    private final Page.Item item;
    private final long wantedMillis;
    private final long sinceMillis;
    private int sequence;
    private int toldMillis;

    /** Begins now; who looks wants to watch for so long. */
    Look(Page.Item item, long wantedMillis, long nowMillis) {
        this.item = item;
        this.wantedMillis = wantedMillis;
        sinceMillis = nowMillis;
    }

    Report exposed() {
        return new Report.Exposed(item.token());
    }

    Report.Watched watched(long nowMillis) {
        int watched = (int) Math.clamp(lastedMillis(nowMillis), 0, wantedMillis);
        int added = watched - toldMillis;
        toldMillis = watched;
        return new Report.Watched(item.token(), ++sequence, watched, added, item.durationMillis());
    }

    long lastedMillis(long nowMillis) {
        return nowMillis - sinceMillis;
    }
}
