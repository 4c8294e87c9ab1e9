/** The eight steps from words to contextualised vectors: what each shows and how each of its numbers came about. */
@NullMarked
package app.regard.stage;

import org.jspecify.annotations.NullMarked;
