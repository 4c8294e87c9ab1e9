/** The values that flow through Regard: words, matrices, recipes and traces; immutable, and of nothing but {@code java.base}. */
@NullMarked
package app.regard.trace;

import org.jspecify.annotations.NullMarked;
