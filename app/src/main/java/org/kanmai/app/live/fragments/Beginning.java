package org.kanmai.app.live.fragments;

import org.kanmai.facts.Binary;

/**
 * What a player needs before any fragment.
 *
 * @param type for Media Source Extensions, such as {@code video/mp4; codecs="avc1.64001f,mp4a.40.2"}
 */
public record Beginning(String type, Binary content) {}
