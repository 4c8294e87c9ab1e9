/** Labs that show what a model or a sentence holds: all heads, a word through the layers. */
@org.jspecify.annotations.NullMarked
package app.regard.lab.look;
