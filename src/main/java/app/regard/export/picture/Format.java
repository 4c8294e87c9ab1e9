package app.regard.export.picture;

import app.regard.draw.Figure;
import app.regard.stage.Subject;
import app.regard.trace.Progress;
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

    /** Returns the letters behind the dot of a file's name. */
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
     * Refuses what the format cannot hold.
     *
     * @throws Refusal with what to do
     */
    public void check(Picture picture) {
        if (this == GIF && picture.ground() == Ground.TRANSPARENT) {
            throw new Refusal("A GIF has a ground: choose the theme’s or white, or PNG, SVG or PDF.");
        }
    }

    /**
     * Draws and writes a picture.
     *
     * @param seconds how long a film shows each stage
     * @throws Refusal if the picture would be too large, or needs stages where there are only weights
     */
    public void write(
            Subject subject, Picture picture, FileSize size, double seconds, OutputStream to, Progress progress)
            throws IOException {
        check(picture);
        if (this == GIF) {
            List<Figure> stages = PictureComposer.stages(subject, picture);
            Gif.write(stages, size.pixels(stages.get(0)), seconds, to, progress);
            return;
        }
        boolean transparent = picture.ground() == Ground.TRANSPARENT;
        write(PictureComposer.of(subject, picture), subject.title(), transparent, size, to, progress);
    }

    /**
     * Writes a figure, which makes no film.
     *
     * @param title what the file calls itself
     * @param transparent whether the figure has no ground, where there are pixels
     * @throws Refusal if the picture would be too large
     */
    public void write(
            Figure figure, String title, boolean transparent, FileSize size, OutputStream to, Progress progress)
            throws IOException {
        switch (this) {
            case SVG -> Svg.write(figure, size, title, to);
            case PDF -> Pdf.write(List.of(figure), size, title, to, progress);
            case PNG -> Png.write(figure, size, transparent, to, progress);
            case GIF -> throw new IllegalArgumentException("a film has more than one figure");
        }
    }
}
