/** What a shop's record is worth: a level from facts with its reasons, and the blacklist that two operators keep. */
@NullMarked
package org.kanmai.app.aftersales.credit;

import org.jspecify.annotations.NullMarked;
