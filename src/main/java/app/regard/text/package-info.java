/** What a reader sees as characters, and which of them are shown instead of obeyed: known to every other room. */
@NullMarked
package app.regard.text;

import org.jspecify.annotations.NullMarked;
