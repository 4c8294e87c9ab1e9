/** Options that commands share, and what they ask for. */
@NullMarked
package app.regard.cli.options;

import org.jspecify.annotations.NullMarked;
