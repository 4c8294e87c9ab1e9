package app.regard;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * The text of a page as it will be printed, read by PDFBox.
 *
 * @param width the page's, in points
 * @param lines its pieces of text, each with the size of its letters in points
 */
public record PrintedText(double width, List<Line> lines) {
    /** A piece of text and the size of its letters. */
    public record Line(String text, double size) {}

    /** Reads the first page. */
    public static PrintedText of(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            List<Line> lines = new ArrayList<>();
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> letters) {
                    StringBuilder all = new StringBuilder();
                    letters.forEach(l -> all.append(l.getUnicode()));
                    TextPosition first = letters.get(0);
                    lines.add(new Line(
                            all.toString(),
                            Math.hypot(
                                    first.getTextMatrix().getScaleX(),
                                    first.getTextMatrix().getShearY())));
                }
            };
            stripper.getText(document);
            return new PrintedText(document.getPage(0).getMediaBox().getWidth(), lines);
        }
    }

    /** The sizes in which a word is printed. */
    public List<Double> sizes(String word) {
        return lines.stream()
                .filter(l -> l.text().contains(word))
                .map(Line::size)
                .toList();
    }

    /** Returns all of it. */
    public String all() {
        return String.join("\n", lines.stream().map(Line::text).toList());
    }
}
