/** Labs in which a head is taught or learns by itself, step by step. */
@org.jspecify.annotations.NullMarked
package app.regard.lab.learn;
