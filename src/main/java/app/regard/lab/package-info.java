/** Labs: small experiments, each a question with settings and what comes of it; the window and the commands know none by name. */
@org.jspecify.annotations.NullMarked
package app.regard.lab;
