/** The numbers that make the asked cell, pulled out of matrices that cannot show them. */
@org.jspecify.annotations.NullMarked
package app.regard.stage.vectors;
