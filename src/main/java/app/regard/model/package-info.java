/** Trained heads: word pieces, the reader of the weights, the encoder; and weights that were computed elsewhere. */
@NullMarked
package app.regard.model;

import org.jspecify.annotations.NullMarked;
