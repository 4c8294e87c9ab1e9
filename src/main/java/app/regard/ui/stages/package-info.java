/** The eight stages, the heat map, the Why line, and what the head is chosen with. */
@NullMarked
package app.regard.ui.stages;

import org.jspecify.annotations.NullMarked;
