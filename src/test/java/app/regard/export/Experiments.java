package app.regard.export;

import app.regard.engine.Attention;
import app.regard.source.Resolver;
import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.Head;
import app.regard.trace.Inputs;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Positions;
import app.regard.trace.Progress;
import app.regard.trace.Projection;
import app.regard.trace.Reading;
import app.regard.trace.Sentence;
import app.regard.trace.Side;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.words.Library;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Traces of every kind that an export must serve. */
public final class Experiments {
    private Experiments() {}

    private static final Library LIBRARY = new Library();

    /** Words that mean something to a shell, a compiler or a typesetter. */
    public static final List<String> AWKWARD = List.of(
            "\"",
            "\\",
            "\\u0041",
            "\\u000a",
            "*/",
            "'''",
            "\"\"\"",
            "#",
            "%s",
            "${x}",
            "été",
            "河",
            "\u03b1",
            "\ud83d\ude00",
            "\ud83d\udc69\u200d\ud83d\udc67",
            "a\nb",
            "a\u2028b",
            "\ud800",
            "<b>&\"",
            "\\n",
            "--",
            "[CLS]",
            "it's",
            "\u202egnp");

    /** A trace with what it shows. */
    public record Named(String name, Trace trace) {
        @Override
        public String toString() {
            return name;
        }
    }

    public static List<Named> all() {
        Experiment river = example("river");
        Experiment twelve =
                Experiment.of("A big dog barked at the small cat near the old tree", new Source.Simple("modification"));
        Experiment seeded = Experiment.of("The bank of the river was closed", new Source.Seeded("simple", 7));
        return List.of(
                new Named("the river preset", trace(river)),
                new Named("three words of four dimensions", trace(example("three-by-four"))),
                new Named("the second of two layers", layered()),
                new Named("one word", trace(river.withText("bank"))),
                new Named("twelve words, a head of rules", trace(twelve)),
                new Named("causal", trace(twelve.withMask(Mask.CAUSAL))),
                new Named(
                        "a narrow window, hot",
                        trace(seeded.withMask(Mask.local(1)).withTemperature(2.5))),
                new Named(
                        "positions, cold",
                        trace(seeded.withPositions(Positions.sinusoidal(0.25)).withTemperature(0.3))),
                new Named("two sentences", trace(cross("the dog sat", "a cat and a big river", Positions.NONE))),
                new Named(
                        "two sentences with positions",
                        trace(cross("the dog sat", "a cat and a big river", Positions.sinusoidal(1)))),
                new Named(
                        "edited by hand",
                        trace(seeded.withMask(Mask.CAUSAL)
                                .withEdits(edits(
                                        "W_Q[*,*]*=3",
                                        "X[bank,2]=1",
                                        "b_V[0]=2",
                                        "b_K[1]=-1",
                                        "mask[0,2]=1",
                                        "mask[6,*]=0",
                                        "mask[6,1]=1",
                                        "W_K[3,2]/=4")))),
                new Named(
                        "two sentences, edited",
                        trace(cross("the dog sat", "a cat and a big river", Positions.sinusoidal(1))
                                .withEdits(edits("mask[2,4]=0", "X[*,0]=0.5", "b_Q[*]=1")))),
                new Named("biases and awkward words", biased(6, 3, 4, AWKWARD.toArray(String[]::new))),
                new Named("numbers very small and very large", extreme()),
                new Named(
                        "forty words from a file",
                        trace(Experiment.of(words(40), new Source.Seeded("simple", 3))
                                .withPositions(Positions.sinusoidal(0.25)))),
                new Named("biases from a file", biased(40, 12, 20, words(20).split(" ", -1))),
                new Named("queries, keys and values given", given(Mask.CAUSAL, 4, 4, 3, 2)),
                new Named("queries, keys and values of two sentences from a file", given(Mask.NONE, 30, 50, 16, 24)),
                new Named("two sentences from a file", trace(cross(words(70), words(90), Positions.sinusoidal(0.5)))));
    }

    private static Trace layered() {
        Experiment e = Experiment.of("The animal was too tired, and it slept", new Source.Layered(2, false));
        return new Resolver(LIBRARY).content(e, Progress.NONE).trace().orElseThrow();
    }

    public static Trace trace(Experiment e) {
        return Attention.trace(LIBRARY.resolve(e));
    }

    public static Experiment example(String id) {
        return LIBRARY.example(id).orElseThrow().experiment();
    }

    private static List<Edit> edits(String... texts) {
        return Stream.of(texts).map(Edit::of).toList();
    }

    private static Experiment cross(String text, String keys, Positions positions) {
        return new Experiment(
                text, keys, new Source.Seeded("simple", 5), Mask.NONE, positions, 0.7, List.of(), Reading.PLAIN, true);
    }

    public static String words(int count) {
        return String.join(
                " ", IntStream.range(0, count).mapToObj(i -> "word" + i).toList());
    }

    /** A head of random numbers with biases. */
    public static Trace biased(int dModel, int dK, int dV, String... words) {
        Random random = new Random(11);
        Side side = new Side(Sentence.of(words), drawn(random, words.length, dModel), "a table\nof two lines");
        Head head = new Head(
                "odd \"\"\" */ \\u000a\nname",
                "drawn with seed 11",
                names("d", dModel),
                new Projection(drawn(random, dModel, dK), drawn(random, 1, dK), names("q", dK)),
                new Projection(drawn(random, dModel, dK), drawn(random, 1, dK), names("k", dK)),
                new Projection(drawn(random, dModel, dV), drawn(random, 1, dV), names("v", dV)),
                List.of());
        return Attention.trace(new Inputs(side, side, head, Mask.NONE, Positions.NONE, 1));
    }

    /** Queries, keys and values of which no W is known, as a file has them; as many queries as keys are one sentence. */
    private static Trace given(Mask mask, int n, int m, int dK, int dV) {
        Random random = new Random(13);
        Side from = new Side(Sentence.of(words(n).split(" ", -1)), Matrix.zeros(n, 0), "a file");
        Side to = n == m ? from : new Side(Sentence.of(words(m).split(" ", -1)), Matrix.zeros(m, 0), "a file");
        Projection keys = Projection.of(Matrix.zeros(0, dK), names("d", dK));
        Projection values = Projection.of(Matrix.zeros(0, dV), names("d", dV));
        Head head = new Head("L0·H1", "a file", List.of(), keys, keys, values, List.of());
        return Attention.trace(
                new Inputs(from, to, head, mask, Positions.NONE, 1),
                drawn(random, n, dK),
                drawn(random, m, dK),
                drawn(random, m, dV));
    }

    private static Trace extreme() {
        Matrix x = Matrix.of(new double[][] {{1e-300, 1e16, Double.MIN_VALUE}, {-1e-7, 3e-16, -0.0}, {2, 1e22, 1}});
        Side side = new Side(Sentence.of("a", "b", "c"), x, "a table");
        List<String> names = names("d", 3);
        Projection small = Projection.of(
                Matrix.of(new double[][] {{0.1, 2}, {1e-16, -3e-24}, {123456789.125, -1}}), names("k", 2));
        Head head = new Head("extreme", "made by hand", names, small, small, Projection.identity(names), List.of());
        return Attention.trace(new Inputs(side, side, head, Mask.NONE, Positions.NONE, 1e16));
    }

    private static Matrix drawn(Random random, int rows, int cols) {
        return Matrix.fill(rows, cols, (i, j) -> random.nextGaussian() * 0.7);
    }

    private static List<String> names(String letter, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> letter + i).toList();
    }
}
