/** Arithmetic on rows of floats, written for Java's compiler: products of matrices, the curved functions of a layer. */
@NullMarked
package app.regard.transformer.floats;

import org.jspecify.annotations.NullMarked;
