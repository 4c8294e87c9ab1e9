package app.regard.export.sheet;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Formula;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.Paragraph;
import app.regard.draw.Theme;
import app.regard.draw.Typesetter;
import app.regard.draw.View;
import app.regard.export.picture.FormPage;
import app.regard.export.picture.Pdf;
import app.regard.stage.Part;
import app.regard.stage.Stages;
import app.regard.stage.Subject;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import app.regard.trace.Trace;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A sheet for a class: the tables of all stages on A4, in which the way of one query is to be computed with a calculator,
 * and a key on pages of its own. What is blank, and why it can be computed, is said by {@link Exercise}.
 */
public final class ClassSheet {
    /** With more words or columns than this a sheet is no longer for paper. */
    public static final int MOST_WORDS = 12;

    public static final int MOST_COLUMNS = 16;

    private static final double UNITS = 96 / 25.4; // a millimetre
    static final double WIDTH = 210 * UNITS;
    static final double HEIGHT = 297 * UNITS;
    static final double MARGIN = 15 * UNITS;
    static final double INNER = WIDTH - 2 * MARGIN;
    private static final double FOOT = 22;
    private static final double GAP = 24;

    /** The size of formulas beside that of a window. */
    private static final double SMALLER = 0.85;

    /** The rule above a stage, its title and the space around them. */
    private static final double STAGE_HEAD = 42;

    private final Trace t;
    private final SheetChoices choices;
    private final View view;
    private final Palette palette;
    private final Exercise exercise;
    private final List<FormPage> pages = new ArrayList<>();
    private List<FormPage.Blank> blanks = new ArrayList<>();
    private List<Mark> marks = new ArrayList<>();
    private List<Area> areas = new ArrayList<>();
    private double x;
    private double y;
    private double deepest;
    /** Where the heading of the exercise ends; the key's tables begin there too, so that one can be laid on the other. */
    private double tablesFrom;

    private ClassSheet(Trace t, SheetChoices choices, View view) {
        this.t = t;
        this.choices = choices;
        this.view = view.withTheme(Theme.LIGHT).withTextScale(1);
        this.palette = this.view.palette();
        this.exercise = new Exercise(t, choices, view.decimals());
    }

    /**
     * The pages: first the exercise, then as many with the answers.
     *
     * @param query the word whose way is to be computed
     * @throws Refusal if there are more than 12 words or 16 columns, or numbers that nobody can compute by hand
     */
    public static List<Figure> pages(Trace t, int query, View view) {
        return pages(t, SheetChoices.usual(query), view);
    }

    /** The pages that are chosen; refused as {@link #pages(Trace, int, View)}. */
    public static List<Figure> pages(Trace t, SheetChoices choices, View view) {
        return form(t, choices, view).stream().map(FormPage::figure).toList();
    }

    /** The pages with what can be written in; refused as {@link #pages(Trace, int, View)}. */
    static List<FormPage> form(Trace t, SheetChoices choices, View view) {
        int words = Math.max(t.weights().from().size(), t.weights().to().size());
        int columns = Math.max(
                t.in().head().dModel(),
                Math.max(t.in().head().dK(), t.in().head().dV()));
        if (words > MOST_WORDS || columns > MOST_COLUMNS) {
            throw new Refusal("A class sheet holds up to " + MOST_WORDS + " words and " + MOST_COLUMNS
                    + " columns, so that it can be computed by hand; here there are " + words + " words and " + columns
                    + " columns. Choose a shorter sentence, or a head of the simple table.");
        }
        ClassSheet sheet = new ClassSheet(t, choices, view);
        if (choices.pages() != SheetChoices.Pages.KEY) {
            sheet.side(false);
        }
        if (choices.pages() != SheetChoices.Pages.EXERCISE) {
            sheet.side(true);
        }
        return List.copyOf(sheet.pages);
    }

    /** Writes the pages that are chosen as a PDF on A4, its fonts embedded, each blank a text field. */
    public static void write(Trace t, SheetChoices choices, View view, OutputStream to, Progress progress)
            throws IOException {
        Pdf.form(form(t, choices, view), "Class sheet: " + sentence(t.weights().from()), to, progress);
    }

    /** The exercise, or its key: the same pages with the blanks filled in. */
    private void side(boolean key) {
        int first = pages.size();
        begin();
        heading(key);
        for (int number = 1; number <= exercise.parts().size(); number++) {
            stage(number, key);
        }
        end();
        for (int i = first; i < pages.size(); i++) {
            pages.set(i, numbered(pages.get(i), i - first + 1, pages.size() - first, key));
        }
    }

    private void heading(boolean key) {
        boolean self = t.in().self();
        String title = (self ? "Self-attention" : "Cross-attention") + " by hand" + (key ? ": key" : "");
        line(title, view.bold(20), ColourRole.INK, 1);
        line(
                "“" + sentence(t.weights().from()) + "”"
                        + (self ? "" : " asks “" + sentence(t.weights().to()) + "”"),
                view.plain(14),
                ColourRole.INK,
                3);
        line(Subject.about(t.in()), view.plain(11), ColourRole.QUIET, 2);
        String before = choices.said(view.decimals());
        if (!before.isEmpty()) {
            line(before, view.plain(11), ColourRole.QUIET, 3);
        }
        String rules = String.join(" · ", t.in().head().rules());
        if (!rules.isEmpty()) {
            line("Rules: " + rules, view.plain(11), ColourRole.QUIET, 3);
        }
        y += 6;
        if (!key) {
            blankLine("Name", MARGIN, INNER * 0.62);
            blankLine("Date", MARGIN + INNER * 0.66, INNER * 0.34);
            y += 34;
        }
        line(task(key), view.plain(11.5), ColourRole.INK, 6);
        tablesFrom = Math.max(tablesFrom, y + 4);
        y = tablesFrom;
    }

    private String task(boolean key) {
        String right = "Numbers are printed with " + exercise.decimals()
                + " decimals; an answer is right when it is off by at most " + Exercise.TOLERANCE
                + ", or by a hundredth of a number larger than 1.";
        return (key ? "The answers stand in bold in framed cells. " : choices.task(t)) + right;
    }

    private void stage(int number, boolean key) {
        List<ExerciseTable> tables = new ArrayList<>();
        for (Part part : exercise.parts().get(number - 1)) {
            int columns = part.cols(t).size();
            int fit = ExerciseTable.columns(exercise, part, t, INNER, view);
            int pieces = (columns + fit - 1) / fit;
            for (int piece = 0; piece < pieces; piece++) {
                tables.add(new ExerciseTable(
                        exercise, part, t, piece * columns / pieces, (piece + 1) * columns / pieces, view));
            }
        }
        newRow();
        double head = tables.stream().mapToDouble(ExerciseTable::head).max().orElse(0);
        double least = tables.isEmpty() ? 0 : tables.get(0).height(head);
        Figure formula = Typesetter.figure(formula(number), INNER, view.withTextScale(SMALLER));
        double heading = formula.height() + 2;
        if (y + STAGE_HEAD + heading + least > HEIGHT - MARGIN - FOOT) {
            end();
            begin();
        }
        y += 8;
        marks.add(new Mark.Line(MARGIN, y, MARGIN + INNER, y, palette.of(ColourRole.EDGE), 1));
        y += 6;
        line(number + "  " + Stages.of(number).title(), view.bold(13.5), ColourRole.QUERY, 1);
        marks.add(new Mark.Moved(formula, MARGIN, y));
        y += formula.height() + 4;
        tables.forEach(table -> place(table, head, key));
        newRow();
    }

    /** The lines of a stage's formula, without what is no part of the computing. */
    private Formula formula(int number) {
        return Formula.of(Stages.of(number)
                .formula(t)
                .lines()
                .map(line -> Stream.of(line.split(" {3,}", -1))
                        .filter(part -> !part.startsWith("map:") && !part.startsWith("time "))
                        .collect(Collectors.joining("   ")))
                .collect(Collectors.joining(
                        "\n", "", number == 2 && !exercise.copies().isEmpty() ? copied() : "")));
    }

    private String copied() {
        return exercise.copies().entrySet().stream()
                .map(e -> "W_" + e.getKey().label() + " is the identity: "
                        + e.getKey().label() + " = " + ExerciseTable.name(e.getValue()) + ", row for row")
                .collect(Collectors.joining(".   ", "\n~", "."));
    }

    /** Beside the table before, where there is room, else below. */
    private void place(ExerciseTable table, double head, boolean key) {
        if (x > MARGIN && x + table.width() > MARGIN + INNER) {
            newRow();
        }
        if (y + table.height(head) > HEIGHT - MARGIN - FOOT) {
            end();
            begin();
        }
        table.draw(marks, areas, x, y, head, key);
        if (!key) {
            blanks.addAll(table.blanks(x, y, head));
        }
        x += table.width() + GAP;
        deepest = Math.max(deepest, y + table.height(head) + 10);
    }

    private void newRow() {
        y = Math.max(y, deepest);
        x = MARGIN;
    }

    private void begin() {
        marks = new ArrayList<>();
        areas = new ArrayList<>();
        blanks = new ArrayList<>();
        marks.add(new Mark.Rectangle(new Box(0, 0, WIDTH, HEIGHT), 0, 0xFFFFFFFF, 0, 0));
        x = MARGIN;
        y = MARGIN;
        deepest = MARGIN;
    }

    private void end() {
        pages.add(new FormPage(new Figure(WIDTH, HEIGHT, marks, areas), blanks));
    }

    private FormPage numbered(FormPage page, int number, int of, boolean key) {
        String text = "Regard · class sheet" + (key ? ", key" : "") + " · "
                + sentence(t.weights().from());
        Lettering.Style style = view.plain(9.5);
        double base = HEIGHT - MARGIN + 8;
        int quiet = palette.of(ColourRole.QUIET);
        List<Mark> all = new ArrayList<>(page.figure().marks());
        all.add(new Mark.Text(
                Lettering.fit(text, style, INNER - 60), MARGIN, base, style, quiet, Mark.Anchor.START, 0));
        all.add(new Mark.Text(number + " / " + of, WIDTH - MARGIN, base, style, quiet, Mark.Anchor.END, 0));
        return new FormPage(new Figure(WIDTH, HEIGHT, all, page.figure().areas()), page.blanks());
    }

    private void line(String text, Lettering.Style style, ColourRole tone, int most) {
        Paragraph paragraph = Paragraph.of(text, style, INNER, most);
        marks.addAll(paragraph.marks(MARGIN, y, palette.of(tone)));
        y += paragraph.height() + 2;
    }

    private void blankLine(String what, double left, double width) {
        Lettering.Style style = view.plain(12);
        marks.add(new Mark.Text(what, left, y + 22, style, palette.of(ColourRole.INK), Mark.Anchor.START, 0));
        double start = left + Lettering.width(what, style) + 8;
        marks.add(new Mark.Line(start, y + 24, left + width, y + 24, palette.of(ColourRole.STRONG_EDGE), 1));
        blanks.add(new FormPage.Blank(what, what, new Box(start, y + 4, left + width - start, 20), false));
    }

    static String sentence(Sentence words) {
        return String.join(" ", words.shown());
    }
}
