/** What comes in and stays: case JSON, CSV, NPY, lessons, the saved session, and writing that never harms what was there. */
@NullMarked
package app.regard.file;

import org.jspecify.annotations.NullMarked;
