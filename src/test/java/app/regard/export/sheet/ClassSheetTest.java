package app.regard.export.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import app.regard.draw.Box;
import app.regard.draw.Figure;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.export.Experiments;
import app.regard.export.Experiments.Named;
import app.regard.export.data.CellRange;
import app.regard.stage.Part;
import app.regard.trace.Grid;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Trace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A class sheet is read as a student reads it: what is printed in a cell, and what follows from it. */
class ClassSheetTest {
    static List<Named> sheets() {
        List<Named> small = new ArrayList<>(Experiments.all().stream()
                .filter(n -> Set.of(
                                "the river preset",
                                "three words of four dimensions",
                                "one word",
                                "twelve words, a head of rules",
                                "causal",
                                "a narrow window, hot",
                                "positions, cold",
                                "two sentences",
                                "two sentences with positions")
                        .contains(n.name()))
                .toList());
        small.add(new Named("biases", Experiments.biased(6, 3, 4, "a", "\"b\"", "c", "d")));
        assertThat(small).hasSize(10);
        return small;
    }

    @ParameterizedTest
    @MethodSource("sheets")
    void blanksAreEmptyAndTheKeyHoldsTheTrace(Named named) {
        Trace t = named.trace();
        PrintedSheet sheet = new PrintedSheet(t, query(t));
        assertThat(sheet.blanks).isNotEmpty();
        assertThat(sheet.blanks.stream().map(Spot::matrix)).contains("S", "S/√d", "max", "E", "Σ", "A", "aV", "O");
        for (Spot blank : sheet.blanks) {
            assertThat(sheet.asked(blank)).as("asked %s", blank).isEmpty();
            assertThat(sheet.key(blank)).as("key %s", blank).isPresent();
        }
        for (int j = 0; j < t.weights().to().size(); j++) {
            double answer = number(sheet.key(new Spot("A", query(t), j)).orElseThrow());
            assertThat(Math.abs(answer - t.weights().a().at(query(t), j))).isLessThan(0.0051);
        }
    }

    /** With the printed numbers alone, each answer rounded as printed and used further on, every answer comes out. */
    @ParameterizedTest
    @MethodSource("sheets")
    void everyBlankFollowsFromWhatIsPrinted(Named named) {
        Trace t = named.trace();
        PrintedSheet sheet = new PrintedSheet(t, query(t));
        Student student = new Student(sheet, t);
        for (Spot blank : sheet.blanks) {
            double due = number(sheet.key(blank).orElseThrow());
            double found = student.at(blank.matrix(), blank.row(), blank.col());
            if (due == Double.NEGATIVE_INFINITY) {
                assertThat(found).isEqualTo(due);
            } else {
                assertThat(Math.abs(found - due))
                        .as("%s: %s for %s", blank, found, due)
                        .isLessThanOrEqualTo(0.0151 * Math.max(1, Math.abs(due)));
            }
        }
    }

    /** Any row of any computed matrix can be asked for instead: just that is blank, and follows from what is printed. */
    @ParameterizedTest
    @MethodSource("sheets")
    void anyRowOfAnyStageIsBlankWhereItIsAskedFor(Named named) {
        Trace t = named.trace();
        PrintedSheet whole = new PrintedSheet(t, query(t));
        for (Part part : Part.values()) {
            Grid grid = part.grid(t, query(t));
            int row = grid.rows() - 1;
            if (row < 0 || !whole.has(part.label())) {
                continue;
            }
            List<Spot> asked = new CellRange(part, row, Spot.LABEL).cells(grid);
            SheetChoices choices = SheetChoices.usual(query(t)).asking(asked);
            if (Set.of("X", "X'", "P", "P'", "W_Q", "W_K", "W_V", "b_Q", "b_K", "b_V")
                    .contains(part.label())) {
                assertThatThrownBy(() -> ClassSheet.pages(t, choices, View.USUAL))
                        .isInstanceOf(Refusal.class)
                        .hasMessageContaining("given");
                continue;
            }
            PrintedSheet sheet = new PrintedSheet(t, choices);
            assertThat(sheet.blanks).as("%s", part).containsExactlyInAnyOrderElementsOf(asked);
            Student student = new Student(sheet, t);
            for (Spot blank : sheet.blanks) {
                double due = grid.at(blank.row(), blank.col());
                double found = student.at(blank.matrix(), blank.row(), blank.col());
                if (Double.isInfinite(due)) {
                    assertThat(found).isEqualTo(due);
                } else {
                    assertThat(Math.abs(found - due))
                            .as("%s: %s for %s", blank, found, due)
                            .isLessThanOrEqualTo(0.0151 * Math.max(1, Math.abs(due)));
                }
            }
        }
    }

    /** Nothing lies on anything else, or beyond the paper. */
    @ParameterizedTest
    @MethodSource("sheets")
    void cellsKeepToThePageAndApart(Named named) {
        for (Figure page : ClassSheet.pages(named.trace(), query(named.trace()), View.USUAL)) {
            List<Box> boxes = page.areas().stream()
                    .map(area -> area.boxOf(area.first().orElseThrow()).orElseThrow())
                    .toList();
            for (int a = 0; a < boxes.size(); a++) {
                Box one = boxes.get(a);
                assertThat(one.x() >= 50 && one.right() <= page.width() - 50 && one.bottom() <= page.height() - 60)
                        .isTrue();
                assertThat(boxes.subList(0, a).stream().filter(other -> meet(one, other)))
                        .isEmpty();
            }
            for (Mark mark : page.marks()) {
                if (mark instanceof Mark.Text text && text.turn() == 0) {
                    double width = Lettering.width(text.text(), text.style());
                    double left = text.anchor() == Mark.Anchor.START
                            ? text.x()
                            : text.anchor() == Mark.Anchor.END ? text.x() - width : text.x() - width / 2;
                    assertThat(left >= 40 && left + width <= page.width() - 40)
                            .as(text.text())
                            .isTrue();
                }
            }
        }
    }

    private static boolean meet(Box a, Box b) {
        return a.right() > b.x() && b.right() > a.x() && a.bottom() > b.y() && b.bottom() > a.y();
    }

    @Test
    void thePdfHasTheExerciseThenTheKey() throws IOException {
        Trace t = Experiments.trace(Experiments.example("river"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ClassSheet.write(t, 0, View.USUAL, out, Progress.NONE);
        try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
            int pages = pdf.getNumberOfPages();
            assertThat(pages % 2).isZero();
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isBetween(595.2f, 595.4f);
            assertThat(pdf.getPage(0).getMediaBox().getHeight()).isBetween(841.8f, 842f);
            String exercise = text(pdf, 1, pages / 2);
            String key = text(pdf, pages / 2 + 1, pages);
            assertThat(exercise)
                    .contains(
                            "Self-attention by hand",
                            "“bank of the river”",
                            "plain dot product",
                            "Name",
                            "Date",
                            "Attention weights")
                    .doesNotContain("by hand: key");
            assertThat(key)
                    .contains("Self-attention by hand: key", "“bank of the river”")
                    .doesNotContain("Name");
            // bank's weights 0.38 0.11 0.11 0.40 in one line; those of the others stand on both
            assertThat(key).containsPattern("0\\.38\\s+0\\.11\\s+0\\.11\\s+0\\.40");
            assertThat(exercise).doesNotContainPattern("0\\.38\\s+0\\.11\\s+0\\.11\\s+0\\.40");
            assertThat(exercise).containsPattern("0\\.35\\s+0\\.14\\s+0\\.10\\s+0\\.41");
        }
    }

    /** Name, date and the blanks can be typed into where they are printed; what is printed stays as it was. */
    @Test
    void theBlanksOfTheExerciseAreEmptyFields() throws IOException {
        Trace t = Experiments.trace(Experiments.example("river"));
        PrintedSheet sheet = new PrintedSheet(t, 0);
        List<Figure> figures = ClassSheet.pages(t, 0, View.USUAL);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ClassSheet.write(t, 0, View.USUAL, out, Progress.NONE);
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
    @MethodSource("sheets")
    void fieldsTakeTheirAnswersAndLieOnNothing(Named named) throws IOException {
        PrintedSheet sheet = new PrintedSheet(named.trace(), query(named.trace()));
        Map<String, String> answers = new HashMap<>();
        sheet.blanks.forEach(b -> answers.put(
                (b.matrix() + " " + (b.row() + 1) + "," + (b.col() + 1)).replace('.', ' '),
                sheet.key(b).orElseThrow().replace('−', '-').replace("∞", "inf"))); // as they are typed
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ClassSheet.write(named.trace(), query(named.trace()), View.USUAL, out, Progress.NONE);
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

    @Test
    void whatIsTooMuchForPaperIsRefused() {
        assertThatThrownBy(() -> ClassSheet.pages(
                        Experiments.biased(4, 2, 2, Experiments.words(13).split(" ", -1)), 0, View.USUAL))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("13 words");
        assertThatThrownBy(() -> ClassSheet.pages(Experiments.biased(17, 2, 2, "a", "b"), 0, View.USUAL))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("17 columns");
        Trace extreme = Experiments.all().stream()
                .filter(n -> n.name().startsWith("numbers very small"))
                .findFirst()
                .orElseThrow()
                .trace();
        assertThatThrownBy(() -> ClassSheet.pages(extreme, 0, View.USUAL))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("cannot be computed by hand");
    }

    static int query(Trace t) {
        return Math.min(1, t.weights().from().size() - 1);
    }

    private static String text(PDDocument pdf, int from, int to) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(from);
        stripper.setEndPage(to);
        return stripper.getText(pdf);
    }

    static double number(String printed) {
        return printed.equals("−∞") ? Double.NEGATIVE_INFINITY : Double.parseDouble(printed.replace('−', '-'));
    }
}
