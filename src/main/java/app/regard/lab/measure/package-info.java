/** Labs with one slider and one plot, the theory beside the measurement. */
@org.jspecify.annotations.NullMarked
package app.regard.lab.measure;
