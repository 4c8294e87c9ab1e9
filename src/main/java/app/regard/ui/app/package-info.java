/** The window as a whole: its start, its keys and menus, its panes together. */
@NullMarked
package app.regard.ui.app;

import org.jspecify.annotations.NullMarked;
