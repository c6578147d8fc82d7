/** What buyers say of what they received: one review a line, shown while governance says so, counted by the database. */
@NullMarked
package org.kanmai.app.aftersales.reviews;

import org.jspecify.annotations.NullMarked;
