package app.regard.export.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.Box;
import app.regard.draw.Figure;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.export.Experiments;
import app.regard.export.Experiments.Named;
import app.regard.trace.Progress;
import app.regard.trace.Trace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.pdmodel.interactive.form.PDVariableText;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The fields of a class sheet: typed into where the blanks are printed, each number within its own. */
class SheetFieldsTest {
    /** Name, date and the blanks can be typed into where they are printed; what is printed stays as it was. */
    @Test
    void theBlanksOfTheExerciseAreEmptyFields() throws IOException {
        Trace t = Experiments.trace(Experiments.example("river"));
        PrintedSheet sheet = new PrintedSheet(t, 0);
        List<Figure> figures = ClassSheet.pages(t, 0, View.USUAL);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ClassSheet.write(t, SheetChoices.usual(0), View.USUAL, out, Progress.NONE);
        try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
            List<PDField> fields = pdf.getDocumentCatalog().getAcroForm().getFields();
            assertThat(fields).hasSize(sheet.blanks.size() + 2).allMatch(PDTextField.class::isInstance);
            assertThat(fields).extracting(PDField::getValueAsString).containsOnly("");
            assertThat(fields).extracting(PDField::getFullyQualifiedName).doesNotHaveDuplicates();
            assertThat(fields)
                    .extracting(PDField::getAlternateFieldName)
                    .contains("Name", "Date", "score of bank, column river", "weight of bank, column river")
                    .doesNotContainNull();
            int half = figures.size() / 2;
            for (int page = 0; page < figures.size(); page++) {
                List<PDAnnotation> widgets = pdf.getPage(page).getAnnotations();
                assertThat(widgets.isEmpty()).as("page %s", page).isEqualTo(page >= half);
                assertThat(widgets).allMatch(PDAnnotation::isPrinted);
                for (Spot blank : sheet.blanks) {
                    Optional<Box> printed = figures.get(page).boxOf(blank);
                    if (page < half && printed.isPresent()) {
                        float x = (float) printed.get().centreX() * 0.75f;
                        float y = 841.89f - (float) printed.get().centreY() * 0.75f;
                        assertThat(widgets.stream().map(PDAnnotation::getRectangle))
                                .as("%s", blank)
                                .filteredOn(r -> r.contains(x, y))
                                .singleElement()
                                .satisfies(r -> assertThat(r.getWidth())
                                        .isEqualTo((float) printed.get().width() * 0.75f, within(0.1f)));
                    }
                }
            }
            BufferedImage with = new PDFRenderer(pdf).renderImage(0);
            fields.get(0).setValue("Zoë");
            assertThat(fields.get(0).getValueAsString()).isEqualTo("Zoë");
            pdf.getPage(0).setAnnotations(List.of());
            BufferedImage without = new PDFRenderer(pdf).renderImage(0);
            int width = with.getWidth();
            assertThat(with.getRGB(0, 0, width, with.getHeight(), null, 0, width))
                    .isEqualTo(without.getRGB(0, 0, width, with.getHeight(), null, 0, width));
        }
    }

    /**
     * The key's own numbers, typed into the fields in a PDF viewer's place: each is read back, stands within its field, and no
     * field lies on anything that is printed. The tab key goes through them as they are drawn.
     */
    @ParameterizedTest
    @MethodSource("app.regard.export.sheet.ClassSheetTest#sheets")
    void fieldsTakeTheirAnswersAndLieOnNothing(Named named) throws IOException {
        PrintedSheet sheet = new PrintedSheet(named.trace(), ClassSheetTest.query(named.trace()));
        Map<String, String> answers = new HashMap<>();
        sheet.blanks.forEach(b -> answers.put(
                (b.matrix() + " " + (b.row() + 1) + "," + (b.col() + 1)).replace('.', ' '),
                sheet.key(b).orElseThrow().replace('−', '-').replace("∞", "inf"))); // as they are typed
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ClassSheet.write(
                named.trace(), SheetChoices.usual(ClassSheetTest.query(named.trace())), View.USUAL, out, Progress.NONE);
        try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
            PDAcroForm form = pdf.getDocumentCatalog().getAcroForm();
            List<PDRectangle> places = new ArrayList<>();
            List<Integer> pages = new ArrayList<>();
            for (PDPage page : pdf.getPages()) {
                assertThat(page.getCOSObject().getNameAsString("Tabs"))
                        .isEqualTo(page.getAnnotations().isEmpty() ? null : "W");
                for (PDAnnotation widget : page.getAnnotations()) {
                    places.add(widget.getRectangle());
                    pages.add(pdf.getPages().indexOf(page));
                }
            }
            List<PDField> fields = form.getFields();
            for (int i = 0; i < fields.size(); i++) {
                PDTextField field = (PDTextField) fields.get(i);
                assertThat(field.getWidgets()
                                .get(0)
                                .getRectangle()
                                .getCOSArray()
                                .toString())
                        .isEqualTo(places.get(i).getCOSArray().toString());
                assertThat(field.getDefaultAppearance()).startsWith("/Helv ");
                boolean number = field.getQ() == PDVariableText.QUADDING_CENTERED;
                assertThat(field.getMaxLen() > 0)
                        .as("a number ends where its box does")
                        .isEqualTo(number);
                if (number) { // as the table of widths of Helvetica has it: a digit 556, a point 278 thousandths
                    assertThat((0.556 * (field.getMaxLen() - 1) + 0.278) * 7.5)
                            .isLessThanOrEqualTo(places.get(i).getWidth());
                }
                String answer =
                        answers.getOrDefault(field.getPartialName().replaceFirst("page \\d+ ", ""), "Zoë Müller");
                field.setValue(answer);
                assertThat(field.getValueAsString()).isEqualTo(answer);
                assertThat(field.getWidgets().get(0).getAppearance().getNormalAppearance())
                        .isNotNull();
            }
            assertThat(form.getDefaultResources()
                            .getFont(COSName.getPDFName("Helv"))
                            .getName())
                    .as("a face that every viewer has")
                    .isEqualTo("Helvetica");
            form.flatten();
            int typed = 0;
            for (int page = 0; page < pdf.getNumberOfPages() / 2; page++) {
                for (TextPosition letter : letters(pdf, page)) {
                    if (letter.getUnicode().isBlank() || letter.getDir() != 0) {
                        continue;
                    }
                    boolean answer = letter.getFont().getName().contains("Helvetica");
                    typed += answer ? 1 : 0;
                    List<PDRectangle> met = new ArrayList<>();
                    for (int i = 0; i < places.size(); i++) {
                        if (pages.get(i) == page && over(letter, places.get(i))) {
                            met.add(places.get(i));
                        }
                    }
                    assertThat(met).as("%s", letter).hasSize(answer ? 1 : 0);
                    if (answer) {
                        assertThat(letter.getX())
                                .isGreaterThanOrEqualTo(met.get(0).getLowerLeftX());
                        assertThat(letter.getX() + letter.getWidth())
                                .as("%s ends within its field", letter)
                                .isLessThanOrEqualTo(met.get(0).getUpperRightX());
                    }
                }
            }
            int due = answers.values().stream().mapToInt(String::length).sum() + 2 * "ZoëMüller".length();
            assertThat(typed).isEqualTo(due);
        }
    }

    private static List<TextPosition> letters(PDDocument pdf, int page) throws IOException {
        List<TextPosition> all = new ArrayList<>();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition letter) {
                all.add(letter);
            }
        };
        stripper.setStartPage(page + 1);
        stripper.setEndPage(page + 1);
        stripper.getText(pdf);
        return all;
    }

    /** Whether a letter's middle stroke, between its baseline and its height, meets a place on A4. */
    private static boolean over(TextPosition letter, PDRectangle place) {
        float bottom = 841.89f - letter.getY();
        return letter.getX() + letter.getWidth() > place.getLowerLeftX()
                && letter.getX() < place.getUpperRightX()
                && bottom + letter.getHeight() > place.getLowerLeftY()
                && bottom < place.getUpperRightY();
    }
}
