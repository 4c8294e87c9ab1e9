/** Tensors by name, out of the files that models are published in. */
@NullMarked
package app.regard.transformer.tensor;

import org.jspecify.annotations.NullMarked;
