/** Files of "user item" lines and the protocol of SASRec over them: the last item of each user is to be found among a hundred that the user never had. */
@NullMarked
package org.kanmai.ranking.evaluation.interactions;

import org.jspecify.annotations.NullMarked;
