/** Fragmented MP4 (ISO/IEC 14496-12) as it comes out of an encoder, cut into a beginning and fragments. */
@NullMarked
package org.kanmai.app.live.fragments;

import org.jspecify.annotations.NullMarked;
