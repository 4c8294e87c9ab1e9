package app.regard.cli.options;

import app.regard.export.picture.FileSize;
import app.regard.trace.Refusal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for a picture's width on a page or a screen, and the size of the labels in it. */
public final class PrintOptions {
    @Option(
            names = "--width",
            paramLabel = "WIDTH",
            description =
                    "The width of the whole picture on a page or a screen: 85mm, 3.5in or 600px. Pixels are 300 to "
                            + "the inch. Not with --size, --scale or --text-size.")
    private @Nullable String width;

    @Option(
            names = "--label-size",
            paramLabel = "SIZE",
            description = "With --width: how large the words beside rows and columns are, as in 7pt, which is usual.")
    private @Nullable String labelSize;

    /**
     * The width, where one is asked for.
     *
     * @throws Refusal if it is none, or labels have a size and the picture no width
     */
    public Optional<FileSize> width() {
        if (labelSize != null && width == null) {
            throw new Refusal("--label-size goes with --width: say how wide the picture is, as in --width 85mm.");
        }
        return Optional.ofNullable(width).map(FileSize::wide);
    }

    /** The size of labels in points; 0 for the usual one. */
    public double labels() {
        return labelSize == null ? 0 : FileSize.labels(labelSize);
    }

    /** The units that what is drawn is wide; 0 for the size that suits it. */
    double units() {
        return width().map(w -> w.inside(labels())).orElse(0.0);
    }

    /** Whether one of the two is given. */
    public boolean given() {
        return width != null || labelSize != null;
    }
}
