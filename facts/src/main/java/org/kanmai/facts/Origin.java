package org.kanmai.facts;

/** Whether people did it or the town of the simulator. */
public enum Origin implements Code {
    /** Done by people. */
    LIVE,
    /** Done by the seeded town of a demo world. */
    SIMULATED
}
