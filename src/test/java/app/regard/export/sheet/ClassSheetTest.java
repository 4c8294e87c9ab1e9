package app.regard.export.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
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
        ClassSheet.write(t, SheetChoices.usual(0), View.USUAL, out, Progress.NONE);
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
