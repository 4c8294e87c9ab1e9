/** Labs in which one changes something and compares it with before. */
@org.jspecify.annotations.NullMarked
package app.regard.lab.change;
