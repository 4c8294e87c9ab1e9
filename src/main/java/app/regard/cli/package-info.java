/** What Regard does without a window. The only place that prints. */
@NullMarked
package app.regard.cli;

import org.jspecify.annotations.NullMarked;
