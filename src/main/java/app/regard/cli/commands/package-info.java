/** The commands, one a file. */
@NullMarked
package app.regard.cli.commands;

import org.jspecify.annotations.NullMarked;
