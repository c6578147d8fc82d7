package org.kanmai.streams.works;

import org.kanmai.ranking.WorkChange;

/** What changes of one work's counters, told once. */
public record Change(long work, WorkChange change) {}
