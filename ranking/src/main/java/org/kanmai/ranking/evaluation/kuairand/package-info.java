/**
 * The KuaiRand-Pure log (Gao et al., CIKM 2022): its files, and what is known of each of its exposures at the moment it was made.
 *
 * <p>Its statistics of works are of the whole period, the days of the test included, and are never read.
 */
@NullMarked
package org.kanmai.ranking.evaluation.kuairand;

import org.jspecify.annotations.NullMarked;
