/** How files of statements are read: cells by the names of their columns, amounts in the smallest unit. */
@NullMarked
package org.kanmai.app.payment.statement;

import org.jspecify.annotations.NullMarked;
