/** The panes of all heads and of the layers. */
@NullMarked
package app.regard.ui.lab;

import org.jspecify.annotations.NullMarked;
