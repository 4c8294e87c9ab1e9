package app.regard.draw;

/**
 * The sheet that figures are made for.
 *
 * @param width in units of a pixel at scale 1; 0 for the size that suits them
 * @param height likewise
 */
public record PageSetup(double width, double height, View view) {}
