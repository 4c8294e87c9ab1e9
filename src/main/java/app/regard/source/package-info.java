/** The road from an experiment to what there is to show: a trace, or weights alone. */
@NullMarked
package app.regard.source;

import org.jspecify.annotations.NullMarked;
