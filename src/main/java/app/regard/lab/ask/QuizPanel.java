package app.regard.lab.ask;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.Paragraph;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.draw.chart.Highlights;
import app.regard.lab.Form;
import app.regard.lab.Panel;
import app.regard.lab.Pointed;
import app.regard.stage.Exportable;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.NumberTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A panel with a question, its answers below each other and, once one was given, what is said of it.
 *
 * @param answer what was answered, or empty
 * @param shows what proves it, if it can be opened
 */
record QuizPanel(QuizQuestion asked, String answer, String title, Optional<Moment> shows) implements Panel {
    /** The column of what was chosen, where there is something to choose. */
    static final String CHOSEN = "chosen";

    /** The rows of an answer that is a number. */
    static final List<String> NUMBER = List.of("answer", "right", "may be off by");

    private static final double INSET = 8;
    private static final double GAP = 6;

    @Override
    public String id() {
        return Quiz.PANEL;
    }

    private boolean answered() {
        return !answer.isEmpty();
    }

    private int last() {
        return Math.max(1, asked.choices().size());
    }

    @Override
    public Figure base(Frame frame) {
        List<Mark> marks = new ArrayList<>();
        List<Area> areas = new ArrayList<>();
        View view = frame.view();
        Palette palette = view.palette();
        Paragraph text = Paragraph.of(asked.text(), view.plain(14), frame.width(), 5);
        marks.addAll(text.marks(0, 0, palette.of(ColourRole.INK)));
        double y = text.height() + 2 * GAP;
        if (asked.choices().isEmpty()) {
            String said = answered() ? "Your answer: " + answer : "Type a number; Enter takes it.";
            y = row(marks, areas, 0, said, answered() ? tone(asked.right(answer)) : ColourRole.STRONG_EDGE, y, frame);
        }
        for (int i = 0; i < asked.choices().size(); i++) {
            QuizQuestion.Choice choice = asked.choices().get(i);
            boolean chosen = asked.choice(answer) == i;
            ColourRole tone = answered() && (chosen || choice.right()) ? tone(choice.right()) : ColourRole.STRONG_EDGE;
            String sign = !answered() ? "" : choice.right() ? " ✓" : chosen ? " ✗" : "";
            y = row(marks, areas, i, QuizQuestion.letter(i) + "  " + choice.text() + sign, tone, y, frame);
        }
        if (answered() && shows.isPresent()) {
            row(marks, areas, last(), "Show me", ColourRole.QUERY, y, frame);
        }
        return new Figure(frame.width(), frame.height(), marks, areas);
    }

    private static ColourRole tone(boolean right) {
        return right ? ColourRole.VALUE : ColourRole.WARN;
    }

    private double row(
            List<Mark> marks, List<Area> areas, int row, String text, ColourRole tone, double y, Frame frame) {
        View view = frame.view();
        Palette palette = view.palette();
        Paragraph lines = Paragraph.of(text, view.plain(13), frame.width() - 2 * INSET - 4, 2);
        Box box = new Box(2, y, frame.width() - 4, lines.height() + INSET);
        boolean plain = tone == ColourRole.STRONG_EDGE;
        marks.add(new Mark.Rectangle(box, 6, palette.of(ColourRole.CARD), palette.of(tone), plain ? 1 : 2));
        marks.addAll(lines.marks(2 + INSET, y + INSET / 2, palette.of(ColourRole.INK)));
        areas.add(new Area.Place(new Spot(id(), row, 0), box));
        return box.bottom() + GAP;
    }

    @Override
    public Figure marks(Figure base, Pointed at, View view) {
        return Highlights.framed(base, at.in(this) ? at.spot() : Pointed.NOTHING.spot(), view);
    }

    @Override
    public Optional<Spot> start() {
        return Optional.of(new Spot(id(), 0, 0));
    }

    /** The question needs the room, what is counted of it does not. */
    @Override
    public boolean main() {
        return true;
    }

    @Override
    public String said(Spot at) {
        boolean choice = at.row() >= 0 && at.row() < asked.choices().size();
        if (!choice) {
            return asked.choices().isEmpty()
                    ? (answered() ? "Your answer: " + answer : "Type a number; Enter takes it.")
                    : "Show me";
        }
        QuizQuestion.Choice of = asked.choices().get(at.row());
        return QuizQuestion.letter(at.row()) + "  " + of.text()
                + (answered() ? (of.right() ? " Right. " : " Not so. ") + of.feedback() : "");
    }

    /** Only what is to be shown opens anything: an answer that is clicked is an answer. */
    @Override
    public Optional<Moment> opens(Spot at) {
        return answered() ? shows : Optional.empty();
    }

    /** Each choice before one was made, with what is said of it; of a number the answer. */
    @Override
    public List<Exportable.Guess> guesses() {
        if (answered()) {
            return List.of();
        }
        return asked.number()
                .map(n -> List.of(new Exportable.Guess(
                        "The answer", Form.Range.plain(n.value()) + ". " + n.feedback() + " " + asked.explanation())))
                .orElseGet(() -> asked.choices().stream()
                        .map(c -> new Exportable.Guess(
                                c.text(),
                                (c.right() ? "Right. " : "Not so. ") + c.feedback() + " " + asked.explanation()))
                        .toList());
    }

    /**
     * A row a choice, with 1 for the right one and for the chosen one, and nothing before an answer was given; where a number
     * is asked for the answer, what is right, and how far off it may be.
     */
    @Override
    public NumberTable numbers() {
        if (asked.number().isPresent()) {
            QuizQuestion.Quantity due = asked.number().get();
            List<Double> known = List.of(QuizQuestion.number(answer).orElse(Double.NaN), due.value(), due.tolerance());
            return new NumberTable(
                    NUMBER,
                    List.of("value"),
                    Matrix.fill(known.size(), 1, (i, j) -> answered() ? known.get(i) : Double.NaN));
        }
        List<QuizQuestion.Choice> choices = asked.choices();
        int chosen = asked.choice(answer);
        return new NumberTable(
                IntStream.range(0, choices.size())
                        .mapToObj(i ->
                                QuizQuestion.letter(i) + " " + choices.get(i).text())
                        .toList(),
                List.of("right", CHOSEN),
                Matrix.fill(choices.size(), 2, (i, j) -> {
                    boolean is = j == 0 ? choices.get(i).right() : i == chosen;
                    return answered() ? (is ? 1 : 0) : Double.NaN;
                }));
    }
}
