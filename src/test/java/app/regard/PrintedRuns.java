package app.regard;

import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;

/**
 * The texts of a page with where they stand, turned ones too, read by PDFBox in the order in which they are drawn.
 *
 * @param page its place, in points
 */
public record PrintedRuns(Rectangle2D page, List<Run> runs) {
    /** How high small letters are, in sizes: what of a text has ink at least. */
    private static final double INK = 0.5;

    /**
     * Letters of one size in a row.
     *
     * @param size in points
     * @param ink where small letters have ink
     */
    public record Run(String text, double size, Shape ink) {
        /** Whether it covers another one. */
        public boolean meets(Run other) {
            if (!ink.getBounds2D().intersects(other.ink.getBounds2D())) {
                return false;
            }
            Area both = new Area(ink);
            both.intersect(new Area(other.ink));
            return !both.isEmpty();
        }
    }

    /** Reads the first page. */
    public static PrintedRuns of(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            List<List<TextPosition>> all = new ArrayList<>();
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition letter) {
                    List<TextPosition> last = all.isEmpty() ? List.of() : all.get(all.size() - 1);
                    if (last.isEmpty() || !follows(last.get(last.size() - 1), letter)) {
                        all.add(new ArrayList<>());
                    }
                    all.get(all.size() - 1).add(letter);
                }
            }.getText(document);
            float width = document.getPage(0).getMediaBox().getWidth();
            float height = document.getPage(0).getMediaBox().getHeight();
            return new PrintedRuns(
                    new Rectangle2D.Double(0, 0, width, height),
                    all.stream()
                            .map(PrintedRuns::run)
                            .filter(r -> !r.text().isBlank())
                            .toList());
        }
    }

    private static double size(TextPosition letter) {
        return Math.hypot(
                letter.getTextMatrix().getScaleX(), letter.getTextMatrix().getShearY());
    }

    /** The advance of a letter in sizes, whichever way it is turned. */
    private static double advance(TextPosition letter) {
        try {
            return letter.getFont().getWidth(letter.getCharacterCodes()[0]) / 1000;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean follows(TextPosition before, TextPosition letter) {
        Matrix a = before.getTextMatrix();
        Matrix b = letter.getTextMatrix();
        double along = advance(before);
        double off = Math.hypot(
                a.getTranslateX() + along * a.getScaleX() - b.getTranslateX(),
                a.getTranslateY() + along * a.getShearY() - b.getTranslateY());
        return before.getFont().equals(letter.getFont())
                && Math.abs(size(before) - size(letter)) < 0.01
                && off < 0.1 * size(letter);
    }

    private static Run run(List<TextPosition> letters) {
        StringBuilder text = new StringBuilder();
        letters.forEach(l -> text.append(l.getUnicode()));
        double length = letters.stream().mapToDouble(PrintedRuns::advance).sum();
        AffineTransform place = letters.get(0).getTextMatrix().createAffineTransform();
        double side = Math.min(0.15, length / 8); // beside the first and the last letter there is air
        Rectangle2D ink = new Rectangle2D.Double(side, 0, length - 2 * side, INK);
        return new Run(text.toString(), size(letters.get(0)), place.createTransformedShape(ink));
    }
}
