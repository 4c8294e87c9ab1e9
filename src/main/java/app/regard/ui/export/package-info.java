/** What is taken away: pictures, numbers, code. */
@NullMarked
package app.regard.ui.export;

import org.jspecify.annotations.NullMarked;
