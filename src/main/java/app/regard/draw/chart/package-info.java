/** Charts made of marks: matrices, heat maps, bars, words with arcs, plots. */
@NullMarked
package app.regard.draw.chart;

import org.jspecify.annotations.NullMarked;
