/** What buyers complain about: the shop's answer within a day, then an operator's; and how buyers found it was handled. */
@NullMarked
package org.kanmai.app.aftersales.complaints;

import org.jspecify.annotations.NullMarked;
