package app.regard.draw;

/**
 * The way things are shown, which changes no number.
 *
 * @param decimals how many decimals cells show, 0 to 6
 * @param textScale how large text is; 1 is usual
 * @param labels whether rows and columns bear their names
 * @param legend whether a map of colours says what they stand for
 * @param range the weights over which colours run
 */
public record View(
        Theme theme, Ramp ramp, int decimals, double textScale, boolean labels, boolean legend, ColourRange range) {
    public static final View USUAL = new View(Theme.LIGHT, Ramp.BLUE, 2, 1, true, true, ColourRange.LARGEST);

    public View {
        if (decimals < 0 || decimals > 6) {
            throw new IllegalArgumentException("cells show 0 to 6 decimals, not " + decimals);
        }
        if (!(textScale >= 0.5 && textScale <= 3)) {
            throw new IllegalArgumentException("text is shown at 0.5 to 3 times its usual size, not " + textScale);
        }
    }

    public View withTheme(Theme other) {
        return new View(other, ramp, decimals, textScale, labels, legend, range);
    }

    public View withRamp(Ramp other) {
        return new View(theme, other, decimals, textScale, labels, legend, range);
    }

    public View withDecimals(int other) {
        return new View(theme, ramp, other, textScale, labels, legend, range);
    }

    public View withTextScale(double other) {
        return new View(theme, ramp, decimals, other, labels, legend, range);
    }

    public View withLabels(boolean other) {
        return new View(theme, ramp, decimals, textScale, other, legend, range);
    }

    public View withLegend(boolean other) {
        return new View(theme, ramp, decimals, textScale, labels, other, range);
    }

    public View withRange(ColourRange other) {
        return new View(theme, ramp, decimals, textScale, labels, legend, other);
    }

    public Palette palette() {
        return Palette.of(theme, ramp);
    }

    public Lettering.Style plain(double size) {
        return Lettering.Style.plain(size * textScale);
    }

    public Lettering.Style bold(double size) {
        return Lettering.Style.bold(size * textScale);
    }
}
