/** Many heads: attention computed elsewhere, averages, rollout, merged pieces, measures. */
@NullMarked
package app.regard.heads;

import org.jspecify.annotations.NullMarked;
