/** Trained models: word pieces, the reader of weights, the encoder, a forward pass. */
@NullMarked
package app.regard.transformer;

import org.jspecify.annotations.NullMarked;
