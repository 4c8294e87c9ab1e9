package app.regard.export.picture;

import app.regard.draw.Box;
import app.regard.draw.Figure;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationWidget;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.pdmodel.interactive.form.PDVariableText;

/**
 * A page that can be filled in, by pen or in a PDF viewer.
 *
 * @param figure what is printed; the boxes too, so that paper looks the same
 * @param blanks where something is to be written
 */
public record FormPage(Figure figure, List<Blank> blanks) {
    /** The size of what is typed, in points: that of the printed numbers. */
    private static final String APPEARANCE = "/Helv 7.5 Tf 0 g";

    /** A digit of that size is 4.2 points wide and a point 2.1, so that as many characters as this of a number have room. */
    private static final float POINTS_TO_A_CHARACTER = 4;

    public FormPage {
        blanks = List.copyOf(blanks);
    }

    /**
     * A place to write in.
     *
     * @param name what a program knows it by; no other of its page has it
     * @param asks what is to be written there, for a reader who hears the page
     * @param centred whether what is typed is a number and stands in the middle
     */
    public record Blank(String name, String asks, Box box, boolean centred) {}

    /** A page without blanks. */
    public static FormPage printed(Figure figure) {
        return new FormPage(figure, List.of());
    }

    /** Adds an empty text field to a page of a document for each blank. */
    void fields(PDDocument document, PDPage page, float points) throws IOException {
        if (blanks.isEmpty()) {
            return;
        }
        PDAcroForm form = form(document);
        int number = document.getNumberOfPages();
        page.getCOSObject().setName(COSName.getPDFName("Tabs"), "W"); // in the order in which they are drawn
        for (Blank blank : blanks) {
            PDTextField field = new PDTextField(form);
            field.setPartialName(
                    ("page " + number + " " + blank.name()).replace('.', ' ')); // a dot parts levels of names
            field.setAlternateFieldName(blank.asks());
            field.setDefaultAppearance(APPEARANCE);
            field.setQ(blank.centred() ? PDVariableText.QUADDING_CENTERED : PDVariableText.QUADDING_LEFT);
            PDAnnotationWidget widget = field.getWidgets().get(0);
            Box box = blank.box();
            float below = (float) (figure.height() - box.bottom());
            float width = (float) box.width() * points;
            widget.setRectangle(
                    new PDRectangle((float) box.x() * points, below * points, width, (float) box.height() * points));
            if (blank.centred()) { // the middle of a longer number would be seen, and read as one
                field.setMaxLen((int) (width / POINTS_TO_A_CHARACTER));
            }
            widget.setPage(page);
            widget.setPrinted(true);
            page.getAnnotations().add(widget);
            form.getFields().add(field);
        }
    }

    private static PDAcroForm form(PDDocument document) {
        PDAcroForm known = document.getDocumentCatalog().getAcroForm(null);
        if (known != null) {
            return known;
        }
        PDAcroForm form = new PDAcroForm(document);
        PDResources fonts = new PDResources();
        fonts.put(COSName.getPDFName("Helv"), new PDType1Font(Standard14Fonts.FontName.HELVETICA));
        form.setDefaultResources(fonts);
        form.setDefaultAppearance(APPEARANCE);
        document.getDocumentCatalog().setAcroForm(form);
        return form;
    }
}
