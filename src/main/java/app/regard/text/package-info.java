/** Which characters are shown instead of obeyed: known to every other room. */
@NullMarked
package app.regard.text;

import org.jspecify.annotations.NullMarked;
