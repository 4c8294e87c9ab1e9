/** From a sentence to words and vectors: the tables, their heads and the examples, all of them data in resources. */
@NullMarked
package app.regard.words;

import org.jspecify.annotations.NullMarked;
