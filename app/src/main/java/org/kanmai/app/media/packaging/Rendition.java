package org.kanmai.app.media.packaging;

/**
 * One size of a film.
 *
 * @param name its folder: the short side in pixels and a p
 * @param bitsPerSecond of the picture, on average at most
 */
record Rendition(String name, int width, int height, int bitsPerSecond) {}
