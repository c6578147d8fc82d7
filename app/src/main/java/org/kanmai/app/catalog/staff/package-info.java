/** Who acts for a shop beside its owner: people of its own and agencies, in what, until when, and what they did. */
@NullMarked
package org.kanmai.app.catalog.staff;

import org.jspecify.annotations.NullMarked;
