/** Texts as tokenizers read and part them, before pieces are looked up. */
@NullMarked
package app.regard.transformer.text;

import org.jspecify.annotations.NullMarked;
