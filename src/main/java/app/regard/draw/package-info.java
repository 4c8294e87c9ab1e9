/** Figures that paint themselves and know what lies under the mouse; they know nothing of attention. */
@NullMarked
package app.regard.draw;

import org.jspecify.annotations.NullMarked;
