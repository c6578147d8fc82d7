/** Turns one film into what a player needs: judges it, makes its renditions and pictures, and finds what a reviewer should know. */
@NullMarked
package org.kanmai.app.media.packaging;

import org.jspecify.annotations.NullMarked;
