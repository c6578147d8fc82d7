package org.kanmai.app.feed.models;

import org.kanmai.ranking.network.Network;

/** A model that ranks, with its number on record. */
public record Model(int version, Network network) {}
