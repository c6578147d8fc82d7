/** People of a demo world whom nobody can sign in as: they come with a past that an operator imports. */
@NamedInterface("settlers")
@NullMarked
package org.kanmai.app.identity.settlers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
