/** Files of arrays: NPY, NPZ, safetensors, JSON, read within limits. */
@NullMarked
package app.regard.file.array;

import org.jspecify.annotations.NullMarked;
