/** The exercise sheet with its key. */
@NullMarked
package app.regard.export.sheet;

import org.jspecify.annotations.NullMarked;
