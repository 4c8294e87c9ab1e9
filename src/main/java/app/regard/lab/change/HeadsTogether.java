package app.regard.lab.change;

import app.regard.draw.Axis;
import app.regard.draw.ColourRole;
import app.regard.draw.DecimalFormatter;
import app.regard.draw.Spot;
import app.regard.engine.Algebra;
import app.regard.engine.Attention;
import app.regard.lab.About;
import app.regard.lab.Answer;
import app.regard.lab.Form;
import app.regard.lab.Gesture;
import app.regard.lab.Lab;
import app.regard.lab.MatrixPanel;
import app.regard.lab.Outcome;
import app.regard.lab.Panel;
import app.regard.lab.Reads;
import app.regard.lab.Run;
import app.regard.lab.Setting;
import app.regard.lab.Snapshot;
import app.regard.lab.TracedMoment;
import app.regard.source.Resolver;
import app.regard.source.TraceContent;
import app.regard.stage.Content;
import app.regard.stage.Part;
import app.regard.stage.Stages;
import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.Head;
import app.regard.trace.Inputs;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.Positions;
import app.regard.trace.Projection;
import app.regard.trace.Reading;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import app.regard.trace.Side;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Do heads vote? What W_O makes of the heads of a trained layer; where none is looked at, a word that wants two others, with one
 * head and with two.
 */
public final class HeadsTogether implements Lab<HeadsTogether.Settings> {
    private static final Sentence WORDS = Sentence.of("the", "dog", "chased", "the", "cat");
    private static final List<String> KINDS = List.of("function", "who", "action", "whom");
    private static final int[] KIND = {0, 1, 2, 0, 3};
    private static final int ASKING = 2;

    /** Strong enough that a weight is 1 to the last digit shown. */
    private static final double STRENGTH = 40;

    private static final int WISHES = 2;
    private static final String SLABS = "W_O";

    /** The panel of a trained layer's heads. */
    static final String HEADS = "heads";

    /**
     * Whose heads, and which of them are off.
     *
     * @param off the numbers of the heads that are switched off, of a trained layer from 0, else from 1
     * @param query the place of the word that a trained layer adds to, from 0
     * @param trained whether it is a trained layer
     */
    record Settings(List<Integer> off, int query, boolean trained) {
        Settings {
            off = List.copyOf(off);
        }
    }

    @Override
    public About about() {
        return new About(
                "heads-together",
                About.Group.CHANGE,
                "Heads together",
                "Do heads vote?",
                "Click a head, or a row of W_O, to switch it off, and see what is missing from the output.",
                "Heads do not vote: what each has found is put through its own slab of W_O and added up. One head that wants two "
                        + "words has to halve its 1; two heads give each word a whole one.");
    }

    @Override
    public Set<Reads> reads(boolean answered, boolean trained) {
        return trained
                ? Set.of(Reads.SENTENCE, Reads.WORD, Reads.MODEL, Reads.EDITS, Reads.MASK, Reads.TEMPERATURE)
                : Set.of(Reads.MODEL);
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        int query = Math.min(here.query(), seen.read().size() - 1); // a token, whatever is merged or hidden
        return new Settings(
                List.of(), query, here.experiment().source().traits().trained());
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        Setting<Settings> off = Setting.of(
                "off",
                "Heads that are switched off",
                new Form.Gestured("numbers of heads with commas between, of a trained layer from 0, of the two by hand "
                        + "from 1; nothing for none"),
                s -> s.off.stream().map(String::valueOf).collect(Collectors.joining(",")),
                HeadsTogether::numbers);
        Form.Choice words = Form.Choice.of(seen.read());
        Setting<Settings> query = Setting.of("query", "Added to", words);
        return now.trained ? List.of(query, off) : List.of(off);
    }

    private static List<Integer> numbers(String text) {
        Set<Integer> numbers = new TreeSet<>();
        for (String number : Facts.list(text)) {
            if (!number.isEmpty() && Edit.placeOf(number) < 0) {
                throw new Refusal("“off” takes numbers of heads, not “" + number + "”.");
            }
            if (!number.isEmpty()) {
                numbers.add(Edit.placeOf(number));
            }
        }
        return List.copyOf(numbers);
    }

    /** Refuses the number of a head that there is not. */
    private static void require(Settings now, int first, int last) {
        now.off.stream().filter(h -> h < first || h > last).findFirst().ifPresent(h -> {
            throw new Refusal("“off” takes numbers of heads from " + first + " to " + last + " here, not " + h + ".");
        });
    }

    /** A head by which an action asks for these kinds of words. */
    private static TracedMoment head(String name, List<String> wanted) {
        Matrix x = Matrix.fill(WORDS.size(), KINDS.size(), (i, d) -> KIND[i] == d ? 1 : 0);
        Projection q = map(wanted, "action", STRENGTH);
        Projection k = Projection.of(
                Matrix.fill(KINDS.size(), wanted.size(), (d, c) -> KINDS.get(d).equals(wanted.get(c)) ? 1 : 0), wanted);
        Head head = new Head(name, "made by hand for this lab", KINDS, q, k, Projection.identity(KINDS), List.of());
        Side side = new Side(WORDS, x, "a table made by hand for this lab");
        Trace t = Attention.trace(new Inputs(side, side, head, Mask.NONE, Positions.NONE, 1));
        String text = String.join(" ", WORDS.words());
        return new TracedMoment(
                new Moment(Experiment.of(text, new Source.Simple("similarity")), Stages.WEIGHTS, ASKING),
                new TraceContent(t),
                t);
    }

    private static Projection map(List<String> columns, String row, double number) {
        return Projection.of(
                Matrix.fill(KINDS.size(), columns.size(), (d, c) -> KINDS.get(d).equals(row) ? number : 0), columns);
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        if (now.trained) {
            Experiment e = here.experiment();
            require(now, 0, resolver.model(e).heads() - 1);
            TracedMoment of =
                    TracedMoment.of(new Moment(e.withReading(Reading.PLAIN), Stages.WEIGHTS, now.query), resolver, run);
            LayerOutput all = LayerOutput.of(e, of.query(), resolver, run);
            String word = of.trace().weights().from().shown(of.query());
            return Outcome.of(new LayerOutputShown(all, word, now.off).snapshot());
        }
        require(now, 1, WISHES);
        TracedMoment one = head("one head", List.of("who", "whom"));
        List<TracedMoment> two = List.of(head("head 1", List.of("who")), head("head 2", List.of("whom")));
        int d = KINDS.size();
        Matrix full = Matrix.fill(WISHES * d, d, (i, j) -> i % d == j ? 1 : 0); // (2·4, 4)  W_O, a slab a head
        Matrix wo = Matrix.fill(WISHES * d, d, (i, j) -> now.off.contains(i / d + 1) ? 0 : full.at(i, j));
        Matrix concat = Matrix.fill(
                WORDS.size(),
                WISHES * d,
                (i, c) -> two.get(c / d).trace().outputs().at(i, c % d));
        Matrix product = Algebra.times(concat, wo);
        Matrix sum = Matrix.zeros(WORDS.size(), d);
        for (int h = 0; h < WISHES; h++) {
            int from = h * d;
            Matrix slab = Matrix.fill(d, d, (i, j) -> wo.at(from + i, j));
            sum = Algebra.plus(sum, 1, Algebra.times(two.get(h).trace().outputs(), slab));
        }
        List<Panel> panels = new ArrayList<>();
        for (int h = 0; h < WISHES; h++) {
            panels.add(weights(h, two.get(h)));
        }
        panels.add(slabs(wo, full));
        panels.add(facts(one, two, product, sum));
        return Outcome.of(new Snapshot(panels, said(now, product)));
    }

    private static MatrixPanel weights(int h, TracedMoment of) {
        return MatrixPanel.of("head" + (h + 1), "Weights of head " + (h + 1), of, Part.WEIGHTS)
                .asking(ASKING, of.trace().weights().strongest(ASKING).get(0))
                .withoutMoment();
    }

    private static MatrixPanel slabs(Matrix wo, Matrix full) {
        List<String> rows = new ArrayList<>();
        for (int h = 1; h <= WISHES; h++) {
            for (String kind : KINDS) {
                rows.add(h + " " + kind);
            }
        }
        Axis concat = new Axis("concat", rows);
        return MatrixPanel.of(
                        SLABS,
                        "W_O: click a row to switch its head off",
                        new MatrixPanel.Cells(SLABS, concat, new Axis("output", KINDS), wo, ColourRole.VALUE))
                .comparedWith(full);
    }

    private static Panel facts(TracedMoment one, List<TracedMoment> two, Matrix product, Matrix sum) {
        Facts facts = new Facts();
        for (int j : new int[] {1, 4}) {
            facts.add("one head " + WORDS.word(j), one.at(Part.WEIGHTS, ASKING, j), one.why(Part.WEIGHTS, ASKING, j));
        }
        for (int h = 0; h < WISHES; h++) {
            int j = h == 0 ? 1 : 4;
            TracedMoment of = two.get(h);
            facts.add(
                    "head " + (h + 1) + " " + WORDS.word(j),
                    of.at(Part.WEIGHTS, ASKING, j),
                    of.why(Part.WEIGHTS, ASKING, j));
        }
        for (int c = 0; c < KINDS.size(); c++) {
            facts.add("output " + KINDS.get(c), product.at(ASKING, c));
        }
        return facts.add("concat·W_O less Σ O_h·W_O^h", Facts.largest(product, sum))
                .add("parameters 8×64", parameters(8, 64))
                .add("parameters 1×512", parameters(1, 512))
                .panel("“chased” wants “dog” and “cat”");
    }

    /** How many numbers W_Q, W_K, W_V and W_O have for so many heads of a width, with d_model = 512. */
    private static double parameters(int heads, int width) {
        int model = 512;
        return 3.0 * model * heads * width + (double) heads * width * model;
    }

    private static String said(Settings now, Matrix product) {
        String off = now.off.isEmpty()
                ? "With both heads"
                : "Without head " + now.off.stream().map(String::valueOf).collect(Collectors.joining(" and "));
        return off + " the output of “chased” carries who " + DecimalFormatter.claimed(product.at(ASKING, 1), 4)
                + " and whom " + DecimalFormatter.claimed(product.at(ASKING, 3), 4)
                + ". One head alone gives each of the two words half of its 1.";
    }

    /** A click on a row of W_O switches its head off or on. */
    @Override
    public Answer<Settings> answer(Gesture gesture, Moment here, Settings now, Snapshot shown) {
        Spot at = gesture.at().spot();
        boolean slab = gesture.at().panel().equals(SLABS);
        boolean bar = gesture.at().panel().equals(HEADS);
        int head = slab ? at.row() / KINDS.size() + 1 : at.row();
        if (gesture.kind() != Gesture.Kind.CLICK || at.row() < 0 || !(slab || (bar && isHead(shown, head)))) {
            return new Answer.Nothing<>();
        }
        Set<Integer> off = new TreeSet<>(now.off);
        if (!off.remove(head)) {
            off.add(head);
        }
        return new Answer.With<>(new Settings(List.copyOf(off), now.query, now.trained));
    }

    /** Whether a bar is a head's: the last one is that of the bias. */
    private static boolean isHead(Snapshot shown, int row) {
        return shown.panel(HEADS)
                .filter(p -> row < p.numbers().rows().size() - 1)
                .isPresent();
    }
}
