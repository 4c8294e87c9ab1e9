package app.regard.lab.measure;

import app.regard.engine.Attention;
import app.regard.engine.MultiplyAdds;
import app.regard.lab.About;
import app.regard.lab.Answer;
import app.regard.lab.Form;
import app.regard.lab.Gesture;
import app.regard.lab.Lab;
import app.regard.lab.Outcome;
import app.regard.lab.Reads;
import app.regard.lab.Run;
import app.regard.lab.Setting;
import app.regard.lab.Snapshot;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.trace.Head;
import app.regard.trace.Inputs;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.Positions;
import app.regard.trace.Projection;
import app.regard.trace.Sentence;
import app.regard.trace.Side;
import app.regard.trace.Trace;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** What does attention cost? Multiply-adds counted by what the engine really multiplies, memory, and what must wait. */
public final class Cost implements Lab<Cost.Settings> {
    static final String SWEEP = "sweep";
    static final int MOST = 4096;

    /** More multiply-adds than this are counted without being done. */
    private static final long MOST_DONE = 700_000_000;

    /**
     * The sizes.
     *
     * @param n how many words
     * @param d how long vectors, queries, keys and values are
     * @param model whose cache of keys and values is counted
     * @param bytes of one number in it
     */
    record Settings(int n, int d, String model, int bytes) {}

    /**
     * The cost at one length.
     *
     * @param milliseconds what it took here, or NaN where it was only counted
     */
    record Point(int n, MultiplyAdds adds, double milliseconds) {}

    @Override
    public About about() {
        return new About(
                "cost",
                About.Group.MEASURE,
                "Cost",
                "What does it cost?",
                "Change the number of words n and the width d. Where do scores and blend overtake the projections?",
                "Projections grow with n, scores and blend with n². They are equal at n = 1.5 d: for short texts attention "
                        + "is not the bottleneck. Every pair is one hop apart and no row waits for another; the price is "
                        + "2nd numbers kept, where a recurrent net keeps d and forgets.");
    }

    @Override
    public Set<Reads> reads(boolean answered, boolean trained) {
        return Set.of();
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        return new Settings(128, 64, ModelSize.ALL.get(0).name(), 2);
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        return List.of(
                Setting.of("n", "n, words", Form.Range.doubling(1, MOST)),
                Setting.of("d", "d, numbers in a vector", Form.Range.doubling(1, MOST)),
                Setting.of(
                        "model",
                        "Cache of",
                        new Form.Choice(
                                ModelSize.ALL.stream().map(ModelSize::name).toList())),
                Setting.of("bytes", "Bytes of a number there", Form.Range.whole(1, 8)));
    }

    /**
     * A model whose cache is counted.
     *
     * @param width of all its heads' keys together, and of their values
     */
    record ModelSize(String name, int layers, int width) {
        static final List<ModelSize> ALL = List.of(new ModelSize("gpt2", 12, 768));

        static ModelSize named(String name) {
            return ALL.stream().filter(m -> m.name.equals(name)).findFirst().orElseThrow();
        }
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        List<Integer> lengths = IntStream.concat(
                        IntStream.rangeClosed(0, 12).map(power -> 1 << power), IntStream.of(now.n))
                .sorted()
                .distinct()
                .boxed()
                .toList();
        List<Point> points = new ArrayList<>();
        for (int n : lengths) {
            points.add(point(n, now.d));
            run.at((double) points.size() / lengths.size());
        }
        double apart =
                MultiplyAdds.of(now.n, now.n, now.d, now.d, now.d).all() > MOST_DONE ? Double.NaN : apart(now.n, now.d);
        return Outcome.of(new CostShown(now, points, apart).snapshot());
    }

    private static Point point(int n, int d) {
        MultiplyAdds counted = MultiplyAdds.of(n, n, d, d, d);
        if (counted.all() > MOST_DONE) {
            return new Point(n, counted, Double.NaN);
        }
        Side side = side(n, d);
        Inputs in = inputs(side, side, d);
        long begun = System.nanoTime();
        Trace trace = Attention.trace(in);
        double milliseconds = (System.nanoTime() - begun) / 1e6;
        return new Point(n, MultiplyAdds.of(trace), milliseconds);
    }

    /** How far the last row, computed alone, lies from the same row computed with all others: it waits for none. */
    private static double apart(int n, int d) {
        Side all = side(n, d);
        Matrix whole = Attention.trace(inputs(all, all, d)).outputs();
        Side last = new Side(Sentence.of("w"), Matrix.of(all.x().row(n - 1)), all.origin());
        Matrix alone = Attention.trace(inputs(last, all, d)).outputs();
        return IntStream.range(0, d)
                .mapToDouble(c -> Math.abs(whole.at(n - 1, c) - alone.at(0, c)))
                .max()
                .orElse(0);
    }

    private static Side side(int n, int d) {
        Random random = new Random(n);
        Matrix x = Matrix.fill(n, d, (i, j) -> random.nextGaussian());
        return new Side(Sentence.of(Collections.nCopies(n, "w").toArray(String[]::new)), x, "random numbers");
    }

    private static Inputs inputs(Side from, Side to, int d) {
        Random random = new Random(d);
        List<String> names = IntStream.range(0, d).mapToObj(String::valueOf).toList();
        double size = 1 / Math.sqrt(d);
        List<Projection> all = IntStream.range(0, 3)
                .mapToObj(p -> Projection.of(Matrix.fill(d, d, (i, j) -> size * random.nextGaussian()), names))
                .toList();
        Head head = new Head("random", "random numbers", names, all.get(0), all.get(1), all.get(2), List.of());
        return new Inputs(from, to, head, Mask.NONE, Positions.NONE, 1);
    }

    /** A point of the plot is a length; a nudge doubles or halves it. */
    @Override
    public Answer<Settings> answer(Gesture gesture, Moment here, Settings now, Snapshot shown) {
        return switch (gesture.kind()) {
            case CLICK, DRAG ->
                shown.panel(SWEEP)
                        .filter(p -> p.id().equals(gesture.at().panel()))
                        .<Answer<Settings>>map(p -> with(
                                now,
                                Integer.parseInt(p.numbers()
                                        .rows()
                                        .get(gesture.at().spot().col()))))
                        .orElse(new Answer.Nothing<>());
            case NUDGE -> with(now, gesture.amount() > 0 ? now.n * 2 : now.n / 2);
            case TYPE -> with(now, (int) gesture.amount());
            case DROP -> new Answer.Nothing<>();
        };
    }

    private static Answer<Settings> with(Settings s, int n) {
        return new Answer.With<>(new Settings(Math.max(1, Math.min(MOST, n)), s.d, s.model, s.bytes));
    }
}
