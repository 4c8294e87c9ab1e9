package app.regard.export;

import app.regard.draw.Figure;
import app.regard.trace.Refusal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The formats of pictures; a file's name says which it is. */
public enum Format {
    /** Pixels. */
    PNG,
    /** Vectors, with text as text. */
    SVG,
    /** Vectors, with the faces embedded. */
    PDF,
    /** All eight stages, one after the other. */
    GIF;

    /** What comes behind the dot. */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format that a file's name asks for. */
    public static Format of(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        for (Format format : values()) {
            if (name.endsWith("." + format.extension())) {
                return format;
            }
        }
        throw new Refusal("“" + file + "” does not say which format it is to be: end it in .png, .svg, .pdf or .gif.");
    }

    /**
     * Draws and writes a picture.
     *
     * @param scale pixels to a unit, where there are pixels
     * @param seconds how long a film shows each stage
     * @throws Refusal if the picture would be too large, or needs stages where there are only weights
     */
    public void write(
            Subject subject, Picture picture, double scale, double seconds, OutputStream to, Progress progress)
            throws IOException {
        if (this == GIF) {
            Gif.write(Drawing.stages(subject, picture), scale, seconds, to, progress);
            return;
        }
        Figure figure = Drawing.of(subject, picture);
        switch (this) {
            case SVG -> Svg.write(figure, subject.title(), to);
            case PDF -> Pdf.write(List.of(figure), subject.title(), to, progress);
            default -> Png.write(figure, scale, picture.ground() == Ground.TRANSPARENT, to, progress);
        }
    }
}
