/** Attention over the patches of an image: which tokens are patches, and a row of weights laid over them. */
@org.jspecify.annotations.NullMarked
package app.regard.stage.patches;
