/** The view model: what is shown and where the reader is, without a node. */
@NullMarked
package app.regard.ui.session;

import org.jspecify.annotations.NullMarked;
