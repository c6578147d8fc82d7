/** Owns the payment sandbox: a provider that behaves like a real one and moves no money; it puts the parts together. */
@NullMarked
package org.kanmai.sandbox;

import org.jspecify.annotations.NullMarked;
