package app.regard.draw.chart;

import app.regard.draw.DecimalFormatter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** One axis of a plot: where numbers lie on it, and which of them stand beside it. */
public sealed interface PlotAxis {
    /** What the axis shows, with its unit; nothing where a caption says it. */
    String title();

    /** Whether a number lies on the axis. */
    boolean holds(double value);

    /** How far along the axis a number lies, 0 to 1. */
    double share(double value);

    /** A number of this axis as it is said. */
    String text(double value);

    /** The sets of ticks there could be, the closest ones first: the first that has room is drawn. */
    List<List<Tick>> tickings();

    /** How much room the axis leaves free at either end, in units at the usual text size. */
    default double inset() {
        return 12;
    }

    /** A number that stands beside an axis. */
    record Tick(double value, String label) {}

    /**
     * An axis on which equal distances are equal differences.
     *
     * @param step the least distance of two ticks; ticks are its multiples, so that 0 is among them
     */
    record Linear(String title, double low, double high, double step) implements PlotAxis {
        private static final int MOST_TICKS = 6;
        private static final double[] NICE = {1, 2, 5, 10};
        private static final double LARGEST = 1e300;

        public Linear {
            if (!(low < high) || !Double.isFinite(high - low) || !(step > 0)) {
                throw new IllegalArgumentException(
                        "an axis goes upwards in steps above 0, not from " + low + " to " + high + " by " + step);
            }
        }

        /** The axis with round ends that holds all these numbers; what is not finite takes no part. */
        public static Linear holding(String title, double... values) {
            double[] shown = Arrays.stream(values).filter(Double::isFinite).toArray();
            double least = Arrays.stream(shown).min().orElse(0);
            double most = Arrays.stream(shown).max().orElse(1);
            double size = Math.max(Math.abs(least), Math.abs(most));
            if (size > LARGEST) {
                throw new IllegalArgumentException("no axis holds " + least + " and " + most);
            }
            if (size < 1 / LARGEST) {
                return new Linear(title, 0, 1, nice(1.0 / MOST_TICKS));
            }
            boolean alike = most - least <= 1e-9 * size; // then half as much to either side
            double from = alike ? least - size / 2 : least;
            double to = alike ? most + size / 2 : most;
            double step = nice((to - from) / MOST_TICKS);
            return new Linear(title, multiple(step, below(from, step)), multiple(step, -below(-to, step)), step);
        }

        /** How many steps the last multiple is that is not above a number. */
        static long below(double value, double step) {
            long times = (long) Math.floor(value / step + 1e-9);
            return multiple(step, times) > value ? times - 1 : times;
        }

        /** The least of 1, 2 and 5 times a power of ten that is not less. */
        static double nice(double least) {
            int exponent = (int) Math.floor(Math.log10(least));
            return Arrays.stream(NICE)
                    .map(m -> power(m, exponent))
                    .filter(step -> step >= least * (1 - 1e-12))
                    .findFirst()
                    .orElseThrow();
        }

        private static double power(double digit, int exponent) {
            return BigDecimal.valueOf(digit).scaleByPowerOfTen(exponent).doubleValue();
        }

        /** So many times a step, as exact as decimals are: three times 0.1 is 0.3. */
        static double multiple(double step, long times) {
            return BigDecimal.valueOf(step).multiply(BigDecimal.valueOf(times)).doubleValue();
        }

        @Override
        public boolean holds(double value) {
            return value >= low && value <= high;
        }

        @Override
        public double share(double value) {
            return (value - low) / (high - low);
        }

        @Override
        public String text(double value) {
            return plain(value);
        }

        @Override
        public List<List<Tick>> tickings() {
            List<List<Tick>> all = new ArrayList<>();
            for (double every = step; all.isEmpty() || all.get(all.size() - 1).size() > 2; every = nice(2 * every)) {
                all.add(ticks(every));
            }
            return all;
        }

        private List<Tick> ticks(double every) {
            int decimals =
                    Math.max(0, BigDecimal.valueOf(step).stripTrailingZeros().scale());
            long first = (long) Math.ceil(low / every - 1e-9);
            long last = (long) Math.floor(high / every + 1e-9);
            return LongStream.rangeClosed(first, last)
                    .mapToDouble(times -> multiple(every, times))
                    .mapToObj(v -> new Tick(v, label(v, decimals)))
                    .toList();
        }

        private String label(double v, int decimals) {
            boolean ordinary = decimals <= 4 && Math.max(Math.abs(low), Math.abs(high)) < 1e6;
            return ordinary ? DecimalFormatter.text(v, decimals) : plain(v);
        }
    }

    /**
     * An axis on which equal distances are equal ratios.
     *
     * @param low above 0
     * @param base 10, or 2 for numbers that double
     */
    record Logarithmic(String title, double low, double high, int base) implements PlotAxis {
        public Logarithmic {
            if (!(low > 0) || !(high / low >= base) || high == Double.POSITIVE_INFINITY || (base != 2 && base != 10)) {
                throw new IllegalArgumentException("a logarithmic axis goes from a number above 0 to at least " + base
                        + " times as much, not from " + low + " to " + high);
            }
        }

        /** The axis between two powers of a base that holds all these numbers; what has no logarithm takes no part. */
        public static Logarithmic holding(String title, int base, double... values) {
            double[] shown = Arrays.stream(values)
                    .filter(v -> v > 0 && Double.isFinite(v))
                    .toArray();
            int first = exponent(Arrays.stream(shown).min().orElse(1), base);
            double most = Arrays.stream(shown).max().orElse(base);
            int last = exponent(most, base);
            boolean whole = power(base, last) == most && last > first;
            return new Logarithmic(title, power(base, first), power(base, whole ? last : last + 1), base);
        }

        private static int exponent(double value, int base) {
            return base == 2 ? Math.getExponent(value) : (int) Math.floor(Math.log10(value));
        }

        private static double power(int base, int exponent) {
            return base == 2
                    ? Math.scalb(1.0, exponent)
                    : BigDecimal.ONE.scaleByPowerOfTen(exponent).doubleValue();
        }

        @Override
        public boolean holds(double value) {
            return value >= low && value <= high;
        }

        @Override
        public double share(double value) {
            return Math.log(value / low) / Math.log(high / low);
        }

        @Override
        public String text(double value) {
            return plain(value);
        }

        /** On a short axis 1, 2 and 5 times each power of ten; else each power, every second, every third, … */
        @Override
        public List<List<Tick>> tickings() {
            List<List<Tick>> all = new ArrayList<>();
            int first = exponent(low, base);
            int last = exponent(high, base);
            if (base == 10 && last - first <= 2) {
                all.add(ticks(first, last, 1, 1, 2, 5));
            }
            for (int every = 1; every == 1 || every <= (last - first) / 2; every++) {
                all.add(ticks(first, last, every, 1));
            }
            return all;
        }

        private List<Tick> ticks(int first, int last, int every, double... digits) {
            return IntStream.rangeClosed(first, last)
                    .filter(e -> Math.floorMod(e - first, every) == 0)
                    .boxed()
                    .flatMap(e -> Arrays.stream(digits).mapToObj(d -> base == 2 ? power(2, e) : Linear.power(d, e)))
                    .filter(this::holds)
                    .map(v -> new Tick(v, plain(v)))
                    .toList();
        }
    }

    /** An axis of named places, which are numbered from 0. */
    record Places(String title, List<String> names) implements PlotAxis {
        public Places {
            names = List.copyOf(names);
        }

        @Override
        public boolean holds(double value) {
            return value >= 0 && value < names.size() && value == Math.rint(value);
        }

        @Override
        public double share(double value) {
            return names.size() > 1 ? value / (names.size() - 1) : 0.5;
        }

        @Override
        public String text(double value) {
            return names.get((int) value);
        }

        @Override
        public List<List<Tick>> tickings() {
            return List.of(IntStream.range(0, names.size())
                    .mapToObj(p -> new Tick(p, names.get(p)))
                    .toList());
        }

        @Override
        public double inset() {
            return 30;
        }
    }

    /** A number with up to six digits and none that says nothing: "0.125", "200", "2e−7", "1e6". */
    private static String plain(double value) {
        BigDecimal digits =
                BigDecimal.valueOf(value).round(new java.math.MathContext(6)).stripTrailingZeros();
        int exponent = digits.precision() - digits.scale() - 1;
        if (value == 0 || (exponent >= -4 && exponent < 6)) {
            return DecimalFormatter.chosen(digits.doubleValue());
        }
        String mantissa = DecimalFormatter.chosen(digits.movePointLeft(exponent).doubleValue());
        return mantissa + "e" + (exponent < 0 ? "−" : "") + Math.abs(exponent);
    }
}
