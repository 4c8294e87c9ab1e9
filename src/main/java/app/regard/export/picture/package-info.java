/** Figures as PNG, SVG, PDF and GIF. */
@NullMarked
package app.regard.export.picture;

import org.jspecify.annotations.NullMarked;
