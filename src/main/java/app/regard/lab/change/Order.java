package app.regard.lab.change;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Spot;
import app.regard.lab.About;
import app.regard.lab.Answer;
import app.regard.lab.FactsPanel;
import app.regard.lab.Form;
import app.regard.lab.Gesture;
import app.regard.lab.Lab;
import app.regard.lab.MatrixPanel;
import app.regard.lab.Outcome;
import app.regard.lab.Run;
import app.regard.lab.Setting;
import app.regard.lab.Snapshot;
import app.regard.lab.TracedMoment;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.stage.Part;
import app.regard.stage.Stages;
import app.regard.trace.Edit;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.Refusal;
import app.regard.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Does it matter where a word stands? The words in another order, and each word's output compared with its own from before. */
public final class Order implements Lab<Order.Settings> {
    private static final String WEIGHTS = "weights";

    /**
     * Where words stand.
     *
     * @param order for each place the place, from 0, where its word stood
     */
    record Settings(List<Integer> order) {
        Settings {
            order = List.copyOf(order);
        }
    }

    @Override
    public About about() {
        return new About(
                "order",
                About.Group.CHANGE,
                "Order",
                "Does it matter where a word stands?",
                "Drag a word to another place, or type an order. Then give the words positions, or a causal mask.",
                "Rows and columns move along and no number changes: without positions attention does not know the order. "
                        + "Positions bring it in, and a causal mask does too.");
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        int n = seen.weights().from().size();
        return new Settings(IntStream.range(0, n).mapToObj(i -> n - 1 - i).toList());
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        int n = seen.weights().from().size();
        return List.of(Setting.of(
                "order",
                "Places in their new order, from 1",
                new Form.Line(8 * n + 8),
                s -> s.order.stream().map(i -> String.valueOf(i + 1)).collect(Collectors.joining(",")),
                text -> read(text, n)));
    }

    private static List<Integer> read(String text, int n) {
        List<Integer> order = new ArrayList<>();
        for (String place : Facts.list(text)) {
            order.add(Edit.placeOf(place) - 1);
        }
        boolean each = order.size() == n
                && order.stream()
                        .sorted()
                        .toList()
                        .equals(IntStream.range(0, n).boxed().toList());
        if (!each) {
            throw new Refusal("“order” takes each place from 1 to " + n + " once, such as "
                    + IntStream.range(0, n).mapToObj(i -> String.valueOf(n - i)).collect(Collectors.joining(","))
                    + ", not “" + text + "”.");
        }
        return order;
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        TracedMoment was = TracedMoment.of(here, resolver, run);
        Trace then = was.trace();
        if (then.in().learned() || !then.in().self() || here.experiment().keyText() != null) {
            throw new Refusal(
                    "This lab moves the words of one sentence that answers itself: choose a head that reads a "
                            + "table of words, and no second sentence.");
        }
        List<String> words = then.weights().from().words();
        List<Integer> order = now.order;
        if (order.size() != words.size()) {
            throw new Refusal("The sentence has changed: type an order of " + words.size() + " places.");
        }
        String text = order.stream().map(words::get).collect(Collectors.joining(" "));
        int query = order.indexOf(was.query());
        TracedMoment is =
                TracedMoment.of(new Moment(here.experiment().withText(text), Stages.WEIGHTS, query), resolver, run);
        Trace trace = is.trace();
        if (trace.weights().from().size() != words.size()) {
            throw new Refusal("In this order the sentence splits into other words: leave marks that join words out.");
        }
        Matrix followed = Matrix.fill(words.size(), then.weights().a().cols(), (i, j) -> then.weights()
                .a()
                .at(order.get(i), order.get(j)));
        Matrix outputs = Matrix.fill(
                words.size(), then.outputs().cols(), (i, d) -> then.outputs().at(order.get(i), d));
        double largest = Facts.largest(trace.outputs(), outputs);
        FactsPanel facts = new Facts()
                .add("largest difference", largest)
                .add(
                        "largest difference of a weight",
                        Facts.largest(trace.weights().a(), followed))
                .panel("Each word against itself in the other order");
        int strongest = trace.weights().strongest(query).get(0);
        MatrixPanel weights = MatrixPanel.of(WEIGHTS, "Weights in this order", is, Part.WEIGHTS)
                .comparedWith(followed)
                .beside(then.weights().a(), at -> paired(at.spot(), order::indexOf))
                .asking(query, strongest);
        MatrixPanel out = MatrixPanel.of("outputs", "Outputs in this order", is, Part.OUTPUTS)
                .comparedWith(outputs);
        return Outcome.of(new Snapshot(
                List.of(
                        weights,
                        MatrixPanel.of("before", "Weights in the sentence’s own order", was, Part.WEIGHTS)
                                .beside(
                                        trace.weights().a(),
                                        at -> at.panel().equals(WEIGHTS) ? paired(at.spot(), order::get) : at.spot())
                                .asking(order.get(query), order.get(strongest)),
                        out,
                        facts),
                said(text, largest, rounding(then))));
    }

    /** So far may outputs lie apart because their sums are made in another order: as large numbers round more coarsely. */
    private static double rounding(Trace t) {
        return 1e-12 * Math.max(1, largest(t.v())) * Math.max(1, largest(t.scores()) / t.divisor());
    }

    private static double largest(Matrix m) {
        return Facts.largest(m, Matrix.zeros(m.rows(), m.cols()));
    }

    /** The cell of the same two words where they stand in other places. */
    private static Spot paired(Spot of, IntUnaryOperator place) {
        return new Spot(of.matrix(), place.applyAsInt(of.row()), place.applyAsInt(of.col()));
    }

    private static String said(String text, double largest, double rounding) {
        return "“" + text + "”: "
                + (largest <= rounding
                        ? "each word comes out with the vector that it had; the largest difference is "
                                + DecimalFormatter.claimed(largest, 4)
                                + (largest == 0 ? "" : ", from rounding") + ". Order plays no part."
                        : "outputs differ by up to " + DecimalFormatter.claimed(largest, 4)
                                + ". Here order plays a part.");
    }

    /** A row or column that is dragged onto another one takes its place; + and − move it by one. */
    @Override
    public Answer<Settings> answer(Gesture gesture, Moment here, Settings now, Snapshot shown) {
        if (!gesture.at().panel().equals(WEIGHTS)) {
            return new Answer.Nothing<>();
        }
        int from = place(gesture.from().spot());
        int to = place(gesture.at().spot());
        return switch (gesture.kind()) {
            case DROP -> moved(now, from, to);
            case NUDGE -> moved(now, from, from + (int) gesture.amount());
            case CLICK, DRAG, TYPE -> new Answer.Nothing<>();
        };
    }

    /** Which word a cell or a label stands for: its column where it has one, for words run along the columns. */
    private static int place(Spot spot) {
        return spot.col() >= 0 ? spot.col() : spot.row();
    }

    private static Answer<Settings> moved(Settings now, int from, int to) {
        if (from == to || to < 0 || to >= now.order.size()) {
            return new Answer.Nothing<>();
        }
        List<Integer> order = new ArrayList<>(now.order);
        order.add(to, order.remove(from));
        return new Answer.With<>(new Settings(order));
    }
}
