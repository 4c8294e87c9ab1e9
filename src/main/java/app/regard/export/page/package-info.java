/** The web page of a moment or a lesson. */
@NullMarked
package app.regard.export.page;

import org.jspecify.annotations.NullMarked;
