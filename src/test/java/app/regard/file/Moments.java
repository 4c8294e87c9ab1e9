package app.regard.file;

import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.Mask;
import app.regard.trace.Moment;
import app.regard.trace.Positions;
import app.regard.trace.Reading;
import app.regard.trace.Source;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Moments drawn at random, with every kind of everything. */
public final class Moments {
    private static final List<String> PIECES = List.of(
            "the ", "cat", "\"", "\\", "\n", "\t", "\u0000", "\u001f", "é", "e\u0301", "犬", "🐕", "👩‍🔬", "\uD83D",
            "\uDC15", "\u2028", "\uFEFF", "<b>&", "=1+1", "“”", "{", "]", "\u202E", "\uFFFF", "null", " ");

    private final Random random;

    public Moments(Random random) {
        this.random = random;
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            text.append(one(PIECES));
        }
        return text.toString();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private double number() {
        double number = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(number) ? number : -0.0;
    }

    private Source source() {
        return switch (random.nextInt(5)) {
            case 0 -> new Source.Simple(text());
            case 1 -> new Source.Preset(text());
            case 2 -> new Source.Trained("m" + text(), random.nextInt(100), random.nextInt(Integer.MAX_VALUE));
            case 3 -> new Source.Layered(2, random.nextBoolean());
            default -> new Source.Seeded(text(), random.nextLong());
        };
    }

    private Mask mask() {
        Mask.Kind kind = one(List.of(Mask.Kind.values()));
        return new Mask(kind, kind == Mask.Kind.LOCAL ? random.nextInt(Integer.MAX_VALUE) : 0);
    }

    private Positions positions() {
        Positions.Scheme scheme = one(List.of(Positions.Scheme.values()));
        double strength = random.nextInt(4) == 0 ? 1 : random.nextDouble() * 2000 - 1000;
        return new Positions(scheme, scheme == Positions.Scheme.NONE ? 0 : strength);
    }

    private Reading reading() {
        return new Reading(
                one(List.of(Reading.Combine.values())), random.nextBoolean(), one(List.of(Reading.Special.values())));
    }

    private Edit edit() {
        String matrix = one(Edit.MATRICES);
        String row = matrix.equals("X") ? "w" + text() : matrix.startsWith("b_") ? "" : index(matrix);
        boolean mask = matrix.equals("mask");
        Edit.Operator operator = mask ? Edit.Operator.SET : one(List.of(Edit.Operator.values()));
        double value = mask ? random.nextInt(2) : number();
        return new Edit(matrix, row, index(matrix), operator, value == 0 && !mask ? 1 : value);
    }

    private String index(String matrix) {
        return switch (random.nextInt(matrix.equals("mask") ? 2 : 3)) {
            case 0 -> Edit.ALL;
            case 1 -> Integer.toString(random.nextInt(Integer.MAX_VALUE));
            default -> "d" + text();
        };
    }

    public Moment next() {
        List<Edit> edits = Stream.generate(this::edit).limit(random.nextInt(4)).toList();
        double temperature = random.nextBoolean() ? 1 : Double.MIN_NORMAL + Math.abs(number());
        Source source = source();
        Experiment experiment = new Experiment(
                text(),
                random.nextBoolean() ? null : text(),
                source,
                mask(),
                positions(),
                temperature,
                edits,
                source.applicable(reading()),
                random.nextBoolean());
        return new Moment(experiment, 1 + random.nextInt(8), random.nextInt(Integer.MAX_VALUE));
    }
}
