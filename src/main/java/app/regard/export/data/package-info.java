/** Numbers as JSON, CSV, NPY and NPZ. */
@NullMarked
package app.regard.export.data;

import org.jspecify.annotations.NullMarked;
