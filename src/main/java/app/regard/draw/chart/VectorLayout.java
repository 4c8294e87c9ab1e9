package app.regard.draw.chart;

import app.regard.draw.CellText;
import app.regard.draw.Lettering;
import app.regard.draw.Spot;
import app.regard.draw.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The places of {@link AlignedVectors} in a width: in how many bands their columns stand, how wide those are and in which
 * size their numbers.
 */
public final class VectorLayout {
    private static final double LARGEST = 13;
    private static final double NAME = 12;
    private static final double ROW = 23;
    private static final double LEAST_ROW = 16.5;
    private static final double LEVEL = 14;
    private static final double DEEPEST = 50;
    private static final double GAP = 5;
    private static final double WIDEST_NAME = 0.2;
    private static final double WIDEST_COLUMN = 58;

    /** The longest name that stands aslant. */
    static final double LONGEST_TILTED = 76;

    final AlignedVectors of;
    final View view;
    final double size;
    final int decimals;
    final double left;
    final double ends;
    final double[] widths;
    final List<Integer> bands;

    /**
     * The room beside the columns.
     *
     * @param left for the names of rows, at least
     * @param right for what stands behind the last numbers, at least
     */
    private record Margins(double left, double right) {
        static final Margins OWN = new Margins(0, 0);
    }

    private VectorLayout(
            AlignedVectors of, View view, double size, int decimals, double width, double[] numbers, Margins margins) {
        this.of = of;
        this.view = view;
        this.size = size;
        this.decimals = decimals;
        double names = of.lines().stream()
                .mapToDouble(l -> Lettering.width(l.name(), view.bold(NAME)))
                .max()
                .orElse(0);
        this.left = Math.max(margins.left(), Math.min(width * WIDEST_NAME, names) + 9);
        this.ends = Math.max(margins.right(), of.ends(size, decimals));
        this.widths = of.widths(numbers, size);
        this.bands = AlignedVectors.broken(widths, room(width));
    }

    private double room(double width) {
        return Math.max(30, width - left - ends - 3);
    }

    /**
     * The layout in the fewest bands, at most so many: in the largest type that fits, then with two digits a number, then with
     * the smallest numbers put together.
     */
    static VectorLayout of(AlignedVectors vectors, Spot asked, int most, double width, View view) {
        return of(vectors, asked, most, width, view, Margins.OWN);
    }

    /** The layouts of several vectors that are seen one at a time in one place: their columns stand where they can alike. */
    static List<VectorLayout> alike(List<AlignedVectors> all, Spot asked, double height, double width, View view) {
        Margins common = Margins.OWN;
        for (AlignedVectors one : all) {
            VectorLayout own = of(one, asked, bands(one, height, view), width, view);
            common = new Margins(Math.max(common.left(), own.left), Math.max(common.right(), own.ends));
        }
        List<VectorLayout> layouts = new ArrayList<>();
        for (AlignedVectors one : all) {
            layouts.add(of(one, asked, bands(one, height, view), width, view, common));
        }
        return layouts;
    }

    private static VectorLayout of(
            AlignedVectors vectors, Spot asked, int most, double width, View view, Margins margins) {
        VectorLayout brief = new VectorLayout(vectors, view, CellText.SMALLEST, 0, width, vectors.numbers(0), margins);
        int fewest = brief.bands.size(); // no larger type needs fewer bands
        double[] numbers = fewest > most ? new double[0] : vectors.numbers(view.decimals());
        for (int bands = fewest; bands <= most; bands++) {
            for (double size = LARGEST * view.textScale(); size >= CellText.SMALLEST; size -= 0.5) {
                VectorLayout layout = new VectorLayout(vectors, view, size, view.decimals(), width, numbers, margins);
                if (layout.bands.size() <= bands && layout.holds(width)) {
                    return layout.stretched(width);
                }
            }
            if (brief.bands.size() <= bands && bands == Math.min(2, most)) {
                return brief.stretched(width);
            }
        }
        AlignedVectors fewer = vectors;
        VectorLayout layout = brief;
        while (layout.bands.size() > most && fewer.columns().size() > 2) {
            int fitting =
                    layout.bands.subList(0, most).stream().mapToInt(c -> c).sum();
            fewer = vectors.shortened(
                    Math.max(2, Math.min(fitting, fewer.columns().size() - 1)), asked);
            layout = new VectorLayout(fewer, view, CellText.SMALLEST, 0, width, fewer.numbers(0), margins);
        }
        return layout.stretched(width);
    }

    /**
     * All columns equally wide where they can be, so that none moves with what is asked, else wider by what the fullest band
     * leaves free; a name aslant over the last one needs some of it.
     */
    private VectorLayout stretched(double width) {
        double[] natural = widths.clone();
        stretch(room(width));
        if (!level()) {
            double beyond = beyond();
            System.arraycopy(natural, 0, widths, 0, widths.length);
            stretch(room(width) - beyond);
        }
        return this;
    }

    private void stretch(double room) {
        int fullest = bands.stream().mapToInt(count -> count).max().orElse(1);
        double equal = Math.min(room / fullest, WIDEST_COLUMN * view.textScale());
        if (equal >= Arrays.stream(widths).max().orElse(0)) {
            Arrays.fill(widths, equal);
            return;
        }
        int at = 0;
        double free = Double.MAX_VALUE;
        for (int count : bands) {
            double used = Arrays.stream(widths, at, at + count).sum();
            free = Math.min(free, (room - used) / count);
            at += count;
        }
        for (int c = 0; c < widths.length; c++) {
            double more = Math.max(0, Math.min(free, WIDEST_COLUMN * view.textScale() - widths[c]));
            widths[c] += more;
        }
    }

    /** Whether names that stand aslant over the last columns end where the room does. */
    private boolean holds(double width) {
        double room = room(width) - (level() ? 0 : beyond());
        int at = 0;
        for (int count : bands) {
            if (Arrays.stream(widths, at, at + count).sum() > room) {
                return bands.size() == widths.length; // a column a band: there is nothing narrower
            }
            at += count;
        }
        return true;
    }

    /** How far names that stand aslant over the last columns reach to the right of all. */
    private double beyond() {
        double most = 0;
        int last = -1;
        for (int count : bands) {
            last += count;
            double name = Math.min(
                    LONGEST_TILTED * view.textScale(),
                    Lettering.width(of.columns().get(last), name()));
            double reach = name * Math.cos(Math.toRadians(tilt())) + name().size() - widths[last] / 2;
            most = Math.max(most, reach - ends);
        }
        return most;
    }

    /** Whether every name of a column fits over it. */
    boolean level() {
        for (int c = 0; c < widths.length; c++) {
            if (Lettering.width(of.columns().get(c), view.bold(NAME)) > widths[c] - 2) {
                return false;
            }
        }
        return true;
    }

    /** How high names of columns are that stand aslant. */
    private double depth() {
        double longest = of.columns().stream()
                .mapToDouble(c -> Lettering.width(c, view.bold(NAME)))
                .max()
                .orElse(0);
        return Math.min(DEEPEST * view.textScale(), longest * Math.sin(Math.toRadians(tilt())) + 12 * view.textScale());
    }

    /** As flat as names can lie beside each other. */
    double tilt() {
        double narrowest = Arrays.stream(widths).min().orElse(30);
        return narrowest * Math.sin(Math.toRadians(40)) >= NAME * view.textScale() * 1.1 ? 40 : 60;
    }

    /** The height that is liked. */
    private double height() {
        double names = level() ? LEVEL * view.textScale() : depth();
        return bands.size() * (names + of.lines().size() * ROW * view.textScale() + GAP);
    }

    /** The least height of so many bands. */
    private static double least(int lines, int bands, View view) {
        double text = Math.max(1, view.textScale());
        return bands * (LEVEL * text + lines * LEAST_ROW * text + GAP);
    }

    /** How many bands have room in a height. */
    static int bands(AlignedVectors vectors, double height, View view) {
        return Math.max(1, (int) (height / least(vectors.lines().size(), 1, view)));
    }

    /** The height of rows where a band is so high. */
    double row(double band) {
        double text = Math.max(1, view.textScale());
        double beside = band - GAP - of.lines().size() * LEAST_ROW * text; // rows give way before names are cut
        double names = level() ? LEVEL * view.textScale() : Math.min(depth(), Math.max(band * 0.4, beside));
        double pitch = (band - names - GAP) / of.lines().size();
        return Math.max(LEAST_ROW * text, Math.min(ROW * view.textScale(), pitch));
    }

    /** The style of names. */
    Lettering.Style name() {
        return view.bold(NAME);
    }

    /**
     * The room that some vectors need, one at a time.
     *
     * @param height how high it is
     * @param columns how many of their columns stand in it, of all together
     */
    public record Room(double height, int columns) {}

    /**
     * The room that some vectors need, at most a share of a frame's height where that can be.
     *
     * @return empty if there are none
     */
    public static Optional<Room> room(List<AlignedVectors> any, double width, double most, View view) {
        double height = 0;
        int columns = 0;
        for (AlignedVectors one : any) {
            int bands = bands(one, most, view);
            Spot nowhere = new Spot("", 0, 0);
            VectorLayout layout = of(one, nowhere, bands, width, view);
            double least = least(one.lines().size(), layout.bands.size(), view);
            double liked = layout.bands.size() == 1 ? Math.min(most, layout.height()) : least;
            height = Math.max(height, Math.max(least, liked));
            columns += layout.widths.length;
        }
        return any.isEmpty() ? Optional.empty() : Optional.of(new Room(height, columns));
    }
}
