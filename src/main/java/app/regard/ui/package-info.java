/** The window. The only place that knows JavaFX; {@code Session} is its view model and knows no nodes. */
@NullMarked
package app.regard.ui;

import org.jspecify.annotations.NullMarked;
