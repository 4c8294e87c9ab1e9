package app.regard.cli.options;

import app.regard.export.picture.FileSize;
import app.regard.trace.Refusal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options for how large a picture is: in units and pixels to a unit, or on a page, in millimetres and points. */
public final class SizeOptions {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})[x×](\\d{1,5})");
    private static final double USUAL_SCALE = 2;

    @Option(names = "--text-size", paramLabel = "X", description = "How large text is: 1 is usual.")
    private @Nullable Double textSize;

    @Option(
            names = "--scale",
            paramLabel = "X",
            description = "Pixels to a unit, for PNG and GIF: 1 to 4 are usual, 2 if left out.")
    private @Nullable Double scale;

    @Option(
            names = "--size",
            paramLabel = "WxH",
            description = "Width and height of what is drawn, in units; else the size that suits it.")
    private @Nullable String size;

    @Mixin
    private PrintOptions print;

    /**
     * Width and height of what is drawn, in units.
     *
     * @param height 0 for the one that suits the width
     */
    record Units(double width, double height) {}

    double textSize() {
        check();
        double given = textSize == null ? 1 : textSize;
        if (!(given >= 0.5 && given <= 3)) {
            throw new Refusal("--text-size takes 0.5 to 3, not " + given + ".");
        }
        return given;
    }

    /** The size of the picture in its file. */
    public FileSize file() {
        check();
        double pixels = scale == null ? USUAL_SCALE : scale;
        if (!(pixels > 0 && pixels <= 64)) {
            throw new Refusal("--scale takes a number above 0 and up to 64, not " + pixels + ".");
        }
        return print.width().orElse(FileSize.scaled(pixels));
    }

    /** What is drawn, or zeros where its size is left open. */
    Units units() {
        if (file().fixed()) {
            return new Units(print.units(), 0);
        }
        if (size == null) {
            return new Units(0, 0);
        }
        Matcher sides = SIZE.matcher(size);
        if (!sides.matches()) {
            throw new Refusal("--size takes width and height, as in 800x600, not “" + size + "”.");
        }
        return new Units(Integer.parseInt(sides.group(1)), Integer.parseInt(sides.group(2)));
    }

    private void check() {
        if (print.width().isPresent() && Stream.of(size, scale, textSize).anyMatch(o -> o != null)) {
            throw new Refusal("--width says how large everything is: leave --size, --scale and --text-size out, "
                    + "and choose the text with --label-size.");
        }
    }
}
