package app.regard.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import app.regard.engine.Attention;
import app.regard.stage.Stage;
import app.regard.stage.Stages;
import app.regard.trace.Trace;
import app.regard.words.Example;
import app.regard.words.Library;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Formulas as they are painted: where letters stand, and how large they are. */
class TypesetterTest {
    private static List<Mark.Text> texts(Figure figure) {
        return figure.marks().stream()
                .filter(Mark.Text.class::isInstance)
                .map(Mark.Text.class::cast)
                .toList();
    }

    private static Mark.Text text(Figure figure, String text) {
        return texts(figure).stream()
                .filter(t -> t.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    private static Figure set(String formula) {
        return Typesetter.figure(Formula.of(formula), 600, View.USUAL);
    }

    @Test
    void whatIsLowStandsLowerAndSmallerAndWhatIsHighHigher() {
        Figure figure = set("x_{ij} y^T");
        Mark.Text x = text(figure, "x");
        assertThat(text(figure, "ij").y()).isGreaterThan(x.y());
        assertThat(text(figure, "T").y()).isLessThan(x.y());
        assertThat(text(figure, "ij").style().size())
                .isLessThan(x.style().size())
                .isGreaterThanOrEqualTo(9);
        assertThat(text(figure, "ij").x()).isCloseTo(x.x() + Lettering.width("x", x.style()), within(0.01));
    }

    @Test
    void aFractionHasItsBarBetweenItsParts() {
        Figure figure = set("\\frac{a}{bcd}");
        Mark.Line bar = figure.marks().stream()
                .filter(Mark.Line.class::isInstance)
                .map(Mark.Line.class::cast)
                .findFirst()
                .orElseThrow();
        Mark.Text over = text(figure, "a");
        Mark.Text under = text(figure, "bcd");
        assertThat(over.y()).isLessThan(bar.y1());
        assertThat(under.y() - under.style().size() * 0.7).isGreaterThan(bar.y1());
        assertThat(bar.x2() - bar.x1()).isGreaterThanOrEqualTo(Lettering.width("bcd", under.style()));
        double middle = (bar.x1() + bar.x2()) / 2;
        assertThat(over.x() + Lettering.width("a", over.style()) / 2).isCloseTo(middle, within(0.01));
    }

    @Test
    void linesAreAlignedWhereTheyEqual() {
        Figure figure = set("a &= 1\nlonger &= 2");
        assertThat(text(figure, "= 1").x()).isEqualTo(text(figure, "= 2").x());
        assertThat(text(figure, "a").x()).isGreaterThan(text(figure, "longer").x());
    }

    @Test
    void aQuietLineIsQuieter() {
        Figure figure = set("a\n~[4 × 4]");
        int quiet = View.USUAL.palette().of(ColourRole.QUIET);
        assertThat(text(figure, "[4 × 4]").colour()).isEqualTo(quiet);
        assertThat(text(figure, "a").colour()).isNotEqualTo(quiet);
        assertThat(text(figure, "[4 × 4]").style().size())
                .isLessThan(text(figure, "a").style().size());
    }

    @Test
    void whatIsTakenAsItIsStaysAsItIs() {
        String strange = "a_b^c{d}&~\\frac";
        assertThat(Formula.of("x" + Formula.literal(strange)).plain()).isEqualTo("x" + strange);
        assertThat(texts(set("x" + Formula.literal(strange)))).hasSize(1);
    }

    /** In every stage, in narrow and in wide, in usual and in large letters, nothing overlaps and nothing leaves its room. */
    @Test
    void noFormulaOverlapsOrLeavesItsRoom() {
        Library library = new Library();
        for (Example e : library.examples()) {
            Trace t = Attention.trace(library.resolve(
                    e.experiment().withTemperature(0.5).withPositions(app.regard.trace.Positions.sinusoidal(0.25))));
            for (Stage stage : Stages.ALL) {
                for (double width : new double[] {420, 622, 1100}) {
                    for (double text : new double[] {1, 1.4}) {
                        View view = View.USUAL.withTextScale(text);
                        Figure figure = Typesetter.figure(Formula.of(stage.formula(t)), width, view);
                        assertApart(figure, width, stage.title() + " at " + width + " × " + text);
                    }
                }
            }
        }
    }

    private static void assertApart(Figure figure, double width, String where) {
        List<Box> boxes = new ArrayList<>();
        for (Mark.Text t : texts(figure)) {
            double size = t.style().size();
            Box box = new Box(t.x(), t.y() - size * 0.55, Lettering.width(t.text(), t.style()), size * 0.5);
            assertThat(box.right()).as(where + ": " + t.text()).isLessThanOrEqualTo(width + 0.5);
            assertThat(t.y()).as(where).isBetween(0.0, figure.height());
            for (Box other : boxes) {
                boolean overlap = box.x() < other.right() - 0.1
                        && other.x() < box.right() - 0.1
                        && box.y() < other.bottom()
                        && other.y() < box.bottom();
                assertThat(overlap).as(where + ": " + t.text()).isFalse();
            }
            boxes.add(box);
        }
        assertThat(boxes).isNotEmpty();
    }
}
