package app.regard.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.PixelBrush;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.draw.chart.GridArea;
import app.regard.export.picture.FileSize;
import app.regard.export.picture.Format;
import app.regard.export.picture.Picture;
import app.regard.export.picture.What;
import app.regard.trace.Matrix;
import app.regard.trace.Origin;
import app.regard.trace.Progress;
import app.regard.trace.Sentence;
import app.regard.trace.Weights;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Words that are hard to show: of another direction, without ink, alike, or of letters that no face has; as they are painted. */
class UnseenWordsTest {
    private static Weights weights(String... words) {
        Sentence s = Sentence.of(words);
        int n = words.length;
        return new Weights(s, s, Matrix.fill(n, n, (i, j) -> (1.0 + (i + j) % n) * 2 / (n * (n + 1))), Origin.IMPORTED);
    }

    private static List<String> painted(Figure figure) {
        List<String> texts = new ArrayList<>();
        for (Mark mark : figure.marks()) {
            if (mark instanceof Mark.Text text) {
                texts.add(text.text());
            } else if (mark instanceof Mark.Label label) {
                texts.add(label.text().text());
            } else if (mark instanceof Mark.Moved moved) {
                texts.addAll(painted(moved.figure()));
            }
        }
        return texts;
    }

    private static Frame frame(double width, double height) {
        return new Frame(width, height, View.USUAL);
    }

    private static String svg(Weights w, What what) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Subject subject = new Subject(w, Optional.empty(), "a title", "about");
        Format.SVG.write(subject, Picture.of(what, 6, 0, View.USUAL), FileSize.scaled(1), 1, out, Progress.NONE);
        return out.toString(StandardCharsets.UTF_8);
    }

    /** Of each file of tokens that leave no ink, the signs that stand for them. */
    @Test
    void whatLeavesNoInkHasASignOnAxesChipsBarsAndExportsAlike() throws IOException {
        Weights w = weights("Hi", " ", "\n", "\n\n", "\t", "\u200B", "\u00A0x", "\u202Ecd", "\u0007");
        List<String> signs = List.of("Hi", "␣", "↵", "↵↵", "⇥", "◌", "␣x", "\uFFFDcd", "\uFFFD");
        assertThat(painted(WeightFigures.heatMap(w, 9, frame(500, 500)))).containsAll(signs);
        assertThat(painted(WeightFigures.strip(w, null, 0, OptionalInt.empty(), AskedPair.NONE, frame(900, 110))))
                .containsAll(signs);
        assertThat(painted(WeightFigures.bars(w, null, 0, OptionalInt.empty(), AskedPair.NONE, frame(336, 320))))
                .containsAll(signs);
        assertThat(painted(WeightFigures.readout(w, frame(336, 320)))).containsAll(signs);
        for (What what : List.of(What.HEATMAP, What.ARCS, What.BARS)) {
            signs.forEach(sign -> assertThat(written(w, what)).contains(">" + sign + "<"));
        }
        assertThat(Words.quoted("\n")).isEqualTo("“↵”");
    }

    private static String written(Weights w, What what) {
        try {
            return svg(w, what);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The order in which a reader sees the letters of a line that runs from left to right. */
    private static String seen(String text) {
        Bidi bidi = new Bidi(text, Bidi.DIRECTION_LEFT_TO_RIGHT);
        Object[] runs = new Object[bidi.getRunCount()];
        byte[] levels = new byte[runs.length];
        for (int r = 0; r < runs.length; r++) {
            levels[r] = (byte) bidi.getRunLevel(r);
            String run = text.substring(bidi.getRunStart(r), bidi.getRunLimit(r));
            runs[r] =
                    levels[r] % 2 == 0 ? run : new StringBuilder(run).reverse().toString();
        }
        Bidi.reorderVisually(levels, 0, runs, 0, runs.length);
        StringBuilder all = new StringBuilder();
        for (Object run : runs) {
            all.append(run);
        }
        return all.toString();
    }

    @Test
    void aHebrewWordDoesNotSwapQueryAndKey() {
        String query = "שלום";
        String key = "עולם";
        String about = Words.quoted(query) + " attends to " + Words.quoted(key) + ", a(" + Words.quoted(query) + ", "
                + Words.quoted(key) + ") = 0.7000";
        String seen = seen(about);
        assertThat(seen.lastIndexOf("םולש"))
                .isLessThan(seen.lastIndexOf("םלוע"))
                .isPositive();
        assertThat(seen).contains("= 0.7000");
        // without isolation they are seen the other way round: the check can fail
        String bare = seen("a(" + query + ", " + key + ") = 0.7");
        assertThat(bare.indexOf("םלוע")).isLessThan(bare.indexOf("םולש"));
    }

    @Test
    void anOverrideTurnsNoNumber() {
        Weights w = weights("ab", "\u202Ecd", "ef");
        String most = Words.quoted(w.from().word(1)) + " = 0.7000";
        assertThat(seen(most)).endsWith("0.7000").doesNotContain("\u202E");
    }

    /** The last column of ink of each row's label. */
    private static List<Integer> ends(Weights w) {
        Figure map = WeightFigures.heatMap(w, w.from().size(), frame(500, 500));
        GridArea area = (GridArea) map.areas().get(0);
        int scale = 4;
        BufferedImage image = new BufferedImage(500 * scale, 500 * scale, BufferedImage.TYPE_INT_ARGB);
        PixelBrush.paint(map, image, scale);
        List<Integer> ends = new ArrayList<>();
        for (int i = 0; i < w.from().size(); i++) {
            var row = area.boxOf(new Spot("A", i, Spot.LABEL)).orElseThrow();
            int last = -1;
            for (int x = 0; x < (int) ((row.right() - 2) * scale); x++) {
                for (int y = (int) (row.y() * scale); y < row.bottom() * scale; y++) {
                    last = image.getRGB(x, y) >>> 24 > 100 ? x : last;
                }
            }
            ends.add(last);
        }
        return ends;
    }

    @Test
    void labelsOfArabicEndWhereOthersEnd() {
        List<Integer> ends = ends(weights("مدرسة", "house", "النهر", "בית", "hill"));
        assertThat(ends).allMatch(end -> end > 0);
        int latin = ends.get(1);
        assertThat(ends).allSatisfy(end -> assertThat(end / 4.0).isCloseTo(latin / 4.0, within(2.0)));
    }

    @Test
    void namesThatShareTheirBeginningStayDifferent() throws IOException {
        String[] names = {"patch_row_00_col_00", "patch_row_00_col_01", "patch_row_00_col_02", "patch_row_00_col_03"};
        Weights w = weights(names);
        for (Figure figure : List.of(
                WeightFigures.heatMap(w, 4, frame(300, 300)),
                WeightFigures.bars(w, null, 0, OptionalInt.empty(), AskedPair.NONE, frame(250, 200)),
                WeightFigures.readout(w, frame(150, 200)))) {
            assertThat(painted(figure).stream()
                            .filter(t -> t.contains("…"))
                            .distinct()
                            .toList())
                    .hasSizeGreaterThanOrEqualTo(4);
        }
        // and where it is the middle in which they differ
        Weights middle = weights("patch_row_00_of_a_picture", "patch_row_01_of_a_picture", "patch_row_02_of_a_picture");
        assertThat(painted(WeightFigures.heatMap(middle, 3, frame(300, 300))).stream()
                        .filter(t -> t.contains("…"))
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(3);
        for (String name : names) {
            assertThat(svg(w, What.HEATMAP)).as("a picture that may grow").contains(">" + name + "<");
        }
    }

    @Test
    void aWordThatNoFaceHasIsNamedAndAnSvgKeepsIt() throws IOException {
        String nowhere = new String(Character.toChars(0x10FF00));
        Weights w = weights("plain", "a" + nowhere + "b");
        assertThat(Words.unseen(w.from())).contains("“a" + nowhere + "b”").doesNotContain("plain");
        assertThat(Words.unseen(Sentence.of("plain", "Größe"))).isEmpty();
        assertThat(svg(w, What.HEATMAP)).contains("a" + nowhere + "b");
    }
}
