/** The arithmetic of attention, one line an equation; it knows nothing of windows. */
@NullMarked
package app.regard.engine;

import org.jspecify.annotations.NullMarked;
