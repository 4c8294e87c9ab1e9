package app.regard.export.picture;

import app.regard.draw.Figure;
import app.regard.draw.Lettering;
import app.regard.draw.PixelBrush;
import app.regard.trace.Progress;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;

/** Figures as vector pages with the bundled faces embedded; what these lack becomes outlines. */
public final class Pdf {
    private Pdf() {}

    /** A unit of a figure is a pixel of a screen of 96 to the inch; a point is 1/72 inch. */
    public static final double POINTS = 0.75;

    /** Writes figures as the pages of a document, each in a size. */
    static void write(List<Figure> pages, FileSize size, String title, OutputStream to, Progress progress)
            throws IOException {
        form(pages.stream().map(FormPage::printed).toList(), size, title, to, progress);
    }

    /** Writes the pages of a form, each as large as its figure, with a text field over each blank. */
    public static void form(List<FormPage> pages, String title, OutputStream to, Progress progress) throws IOException {
        form(pages, FileSize.scaled(1), title, to, progress);
    }

    private static void form(List<FormPage> pages, FileSize size, String title, OutputStream to, Progress progress)
            throws IOException {
        try (PDDocument document = new PDDocument();
                PdfBoxGraphics2DFontTextDrawer letters = new PdfBoxGraphics2DFontTextDrawer()) {
            for (boolean bold : new boolean[] {false, true}) {
                try (InputStream face = Lettering.file(bold)) {
                    letters.registerFont(Lettering.name(bold), PDType0Font.load(document, face));
                }
            }
            PDDocumentInformation about = new PDDocumentInformation();
            about.setTitle(title);
            about.setCreator("Regard");
            document.setDocumentInformation(about);
            for (int i = 0; i < pages.size(); i++) {
                progress.at(i / (double) pages.size());
                page(document, pages.get(i), (float) size.points(pages.get(i).figure()), letters);
            }
            document.save(to);
        }
        progress.at(1);
    }

    private static void page(PDDocument document, FormPage form, float points, PdfBoxGraphics2DFontTextDrawer letters)
            throws IOException {
        Figure figure = form.figure();
        float width = (float) figure.width();
        float height = (float) figure.height();
        PDPage page = new PDPage(new PDRectangle(width * points, height * points));
        document.addPage(page);
        PdfBoxGraphics2D g = new PdfBoxGraphics2D(document, width, height);
        g.setFontTextDrawer(letters);
        figure.on(PixelBrush.onPage(g));
        g.dispose();
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.transform(Matrix.getScaleInstance(points, points));
            content.drawForm(g.getXFormObject());
        }
        form.fields(document, page, points);
    }
}
