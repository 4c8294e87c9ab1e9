/** What goes out: figures as PNG, SVG, PDF, GIF and web page; traces as JSON, CSV, NPY and code. */
@NullMarked
package app.regard.export;

import org.jspecify.annotations.NullMarked;
