/** The computation as NumPy, Java and LaTeX. */
@NullMarked
package app.regard.export.code;

import org.jspecify.annotations.NullMarked;
