/** Lessons: cards, their files, what is not saved. */
@NullMarked
package app.regard.ui.lesson;

import org.jspecify.annotations.NullMarked;
