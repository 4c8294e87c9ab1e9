package app.regard.trace;

/**
 * Values and outputs seen from the side from which they differ most: the first two principal components of all of them.
 *
 * @param v where each value lies, (m, 2)
 * @param o where each output lies, (n, 2)
 * @param first the share of the variance that the first axis shows, 0 to 1
 * @param second the same of the second axis
 */
public record Plane(Matrix v, Matrix o, double first, double second) {}
