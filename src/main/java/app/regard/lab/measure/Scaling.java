package app.regard.lab.measure;

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
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Why √d_k? Random queries and keys of growing length: what becomes of their scores, and of a row of weights. */
public final class Scaling implements Lab<Scaling.Settings> {
    static final String RANDOM = "random";
    static final String TABLE = "table";
    static final String SWEEP = "sweep";
    private static final List<Integer> SIZES =
            IntStream.rangeClosed(0, 9).map(power -> 1 << power).boxed().toList();

    /** What was drawn last: another d_k of it is not drawn anew. */
    private final AtomicReference<@Nullable Draw> last = new AtomicReference<>();

    /**
     * The sizes and the seed.
     *
     * @param dk how many numbers a query and a key have
     * @param n how many keys a query meets
     * @param rows how many queries
     */
    record Settings(int dk, int n, int rows, int seed, String vectors) {}

    /** A draw with what it was drawn for. */
    private record Draw(List<Integer> sizes, Settings of, List<ScoreSample> samples) {}

    @Override
    public About about() {
        return new About(
                "scaling",
                About.Group.MEASURE,
                "Scaling",
                "Why √d_k?",
                "Queries and keys of random numbers, mean 0 and variance 1, meet in rows. Raise d_k and watch how widely a "
                        + "row is spread, with and without dividing.",
                "The variance of q·k is d_k. Without dividing, one word gets nearly all, and a row hardly answers to its "
                        + "scores any more. Temperature, gain and √d_k are one knob. Control: the table’s own vectors are "
                        + "not such numbers. The theory’s line is for normal scores and lies below the points for d_k < 16.");
    }

    @Override
    public Set<Reads> reads(boolean answered, boolean trained) {
        return Set.of();
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        return new Settings(64, 8, 20_000, 0, RANDOM);
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        return List.of(
                Setting.of("dk", "d_k, numbers in a query", Form.Range.doubling(1, 512)),
                Setting.of("n", "Words in a row", Form.Range.whole(2, 64)),
                Setting.of("vectors", "Vectors", new Form.Choice(List.of(RANDOM, TABLE))),
                Setting.of("rows", "Rows", Form.Range.whole(100, 50_000)),
                Setting.of("seed", "Seed", Form.Range.whole(0, 9999)));
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        List<Integer> sizes = now.vectors.equals(TABLE)
                ? List.of(resolver.library().simpleTable().x().cols())
                : IntStream.concat(SIZES.stream().mapToInt(s -> s), IntStream.of(now.dk))
                        .sorted()
                        .distinct()
                        .boxed()
                        .toList();
        Settings drawn = new Settings(0, now.n, now.rows, now.seed, now.vectors);
        Draw known = last.get();
        if (known == null || !known.of.equals(drawn) || !known.sizes.equals(sizes)) {
            known = new Draw(sizes, drawn, samples(now, sizes, resolver, run));
            last.set(known);
        }
        return Outcome.of(new ScalingShown(now, known.samples).snapshot());
    }

    private static List<ScoreSample> samples(Settings now, List<Integer> sizes, Resolver resolver, Run run) {
        if (now.vectors.equals(RANDOM)) {
            return ScoreSample.drawn(sizes, now.n, now.rows, now.seed, run);
        }
        Matrix x = resolver.library().simpleTable().x();
        double[][] vectors = IntStream.range(0, x.rows()).mapToObj(x::row).toArray(double[][]::new);
        return List.of(ScoreSample.of(vectors, now.n, now.rows, now.seed, run));
    }

    /** A point of the plot is a d_k; a nudge doubles or halves it. */
    @Override
    public Answer<Settings> answer(Gesture gesture, Moment here, Settings now, Snapshot shown) {
        return switch (gesture.kind()) {
            case CLICK, DRAG ->
                gesture.at().panel().equals(SWEEP) && now.vectors.equals(RANDOM)
                        ? with(now, size(shown, gesture.at().spot().col()))
                        : new Answer.Nothing<>();
            case NUDGE -> with(now, gesture.amount() > 0 ? now.dk * 2 : now.dk / 2);
            case TYPE -> with(now, (int) gesture.amount());
            case DROP -> new Answer.Nothing<>();
        };
    }

    private static int size(Snapshot shown, int place) {
        return shown.panel(SWEEP)
                .map(p -> Integer.parseInt(p.numbers().rows().get(place)))
                .orElse(1);
    }

    private static Answer<Settings> with(Settings s, int dk) {
        return new Answer.With<>(new Settings(Math.max(1, Math.min(512, dk)), s.n, s.rows, s.seed, s.vectors));
    }
}
