/** What words say a work is about: the telling ones of its title, caption and hashtags, and the topics that they speak for. */
@NullMarked
package org.kanmai.app.content.understanding.keywords;

import org.jspecify.annotations.NullMarked;
