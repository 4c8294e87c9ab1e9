/** Tasks, figures on the screen, dialogs and fields, knowing nothing of attention. */
@NullMarked
package app.regard.ui.kit;

import org.jspecify.annotations.NullMarked;
