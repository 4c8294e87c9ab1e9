package app.regard.cli;

import app.regard.draw.Figure;
import app.regard.draw.PixelBrush;
import app.regard.draw.Theme;
import app.regard.draw.View;
import app.regard.engine.Attention;
import app.regard.stage.Stages;
import app.regard.trace.Experiment;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.words.Library;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;

/** Draws stages and heat maps as PNG files. */
final class Pictures {
    private Pictures() {}

    private static final double WIDTH = 760;
    private static final double HEIGHT = 560;
    private static final double MAP = 420;

    /** A sentence of 40 words for the documentation. */
    private static final String LONG =
            "The old woman and her small dog walked along the river because the road to the city was closed , and when they "
                    + "came to the bank the dog sat in the water and she laughed at it again .";

    /** The eight stages and the heat map of one experiment. */
    static List<Path> of(Trace t, int query, View view, Path folder, String prefix) throws IOException {
        Files.createDirectories(folder);
        List<Path> written = new ArrayList<>();
        for (int number = 1; number <= Stages.ALL.size(); number++) {
            Path file = folder.resolve(prefix + "stage" + number + ".png");
            write(Sheet.of(t, number, query, WIDTH, HEIGHT, view), file);
            written.add(file);
        }
        Path map = folder.resolve(prefix + "heatmap.png");
        write(Sheet.heatMap(t, query, MAP, view), map);
        written.add(map);
        return written;
    }

    /** Every stage, light and dark, with 2, 4, 12 and 40 words: the pictures of the documentation. */
    static List<Path> documentation(Path folder) throws IOException {
        Library library = new Library();
        List<Path> written = new ArrayList<>();
        for (Theme theme : Theme.values()) {
            View view = View.USUAL.withTheme(theme);
            String name = theme.name().toLowerCase(Locale.ROOT);
            for (String id : List.of("river-bank", "river", "animal")) {
                Trace t = Attention.trace(
                        library.resolve(library.example(id).orElseThrow().experiment()));
                int words = t.weights().from().size();
                int query = id.equals("animal") ? 7 : id.equals("river-bank") ? 1 : 0;
                written.addAll(of(t, query, view, folder, words + "-words-" + name + "-"));
            }
            Trace t = Attention.trace(library.resolve(Experiment.of(LONG, new Source.Simple("modification"))));
            written.addAll(of(t, 1, view, folder, t.weights().from().size() + "-words-" + name + "-"));
        }
        return written;
    }

    private static void write(Figure figure, Path file) throws IOException {
        double scale = 1.5;
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(figure.width() * scale),
                (int) Math.ceil(figure.height() * scale),
                BufferedImage.TYPE_INT_RGB);
        PixelBrush.paint(figure, image, scale);
        ImageIO.write(image, "png", file.toFile());
    }
}
