package app.regard.draw.chart;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.Palette;
import app.regard.draw.Spot;
import app.regard.draw.View;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** A sentence as chips: one line with arcs while they fit, else lines of chips, tinted by their weight. */
public final class WordStrip {
    private final List<Word> words;
    private final int focus;
    private final Marked marked;
    private final boolean answers;
    private final View view;
    private final Frame frame;
    private final String matrix;
    private final double[] lowWidths;
    private final List<Mark> marks = new ArrayList<>();
    private final List<Area> areas = new ArrayList<>();

    /** Above this many words arcs are a tangle. */
    private static final int MOST_ARCS = 16;

    private static final double ARCS = 66;
    private static final double CHIP = 34;
    private static final double LOW_CHIP = 26;
    private static final double GAP = 8;
    private static final double CHIP_SIZE = 14;
    private static final double CLOSE_SIZE = 12;
    private static final double RING = 3;
    private static final double MORE = 38; // room for "+500"

    /**
     * A word with the weight that it has for the focused one.
     *
     * @param madeUp whether its vector was made up
     * @param share 0 to 1
     * @param was the weight that it had; NaN where nothing else is to be shown
     */
    public record Word(String text, boolean madeUp, double share, double was) {
        /** A word whose weight is compared with nothing. */
        public Word(String text, boolean madeUp, double share) {
            this(text, madeUp, share, Double.NaN);
        }

        private String shown() {
            return text + (madeUp ? "*" : "");
        }
    }

    /**
     * The words that stand out, each −1 where there is none.
     *
     * @param focus the focused word, from which the arcs come
     * @param query the word that asks of the asked pair
     * @param key the word that answers of the asked pair
     */
    public record Marked(int focus, int query, int key) {
        public static Marked focus(int word) {
            return new Marked(word, -1, -1);
        }
    }

    private WordStrip(String matrix, List<Word> words, Marked marked, boolean answers, Frame frame) {
        this.matrix = matrix;
        this.words = words;
        this.focus = marked.focus();
        this.marked = marked;
        this.answers = answers;
        this.frame = frame;
        this.view = frame.view();
        this.lowWidths =
                IntStream.range(0, words.size()).mapToDouble(this::measured).toArray();
    }

    /**
     * Draws the strip.
     *
     * @param matrix the name under which chips are pointed at; chip i is its row label i
     * @param marked which words stand out; the focused word may stand in another sentence
     * @param answers whether the arcs run towards the focused word (who looks at it) and not from it
     */
    public static Figure of(String matrix, List<Word> words, Marked marked, boolean answers, Frame frame) {
        WordStrip strip = new WordStrip(matrix, words, marked, answers, frame);
        boolean roomy = strip.hasRoom(false);
        if (roomy || strip.hasRoom(true)) {
            strip.arcs(!roomy);
        } else {
            strip.lines();
        }
        return new Figure(frame.width(), frame.height(), strip.marks, strip.areas);
    }

    /**
     * The height that the strip likes in a width.
     *
     * @param words with the star of made-up ones
     * @param arcs whether the focused word is one of them; else there are no arcs to leave room for
     * @param most it never likes more
     */
    public static double height(List<String> words, boolean arcs, double width, double most, View view) {
        WordStrip strip = plain(words, arcs, new Frame(width, most, view));
        if (strip.hasRoom(false)) {
            return (ARCS + CHIP + 4) * view.textScale();
        }
        double line = (LOW_CHIP + 6) * view.textScale();
        return Math.min(Math.max(1, Math.floor(most / line)), strip.linesOf(0, words.size(), words.size())) * line + 2;
    }

    /** The height of chips with arcs over them in a width, where need be close to each other; 0 where they have no room. */
    public static double arcsHeight(List<String> words, double width, View view) {
        double high = (ARCS + CHIP + 4) * view.textScale();
        WordStrip strip = plain(words, true, new Frame(width, high, view));
        return strip.hasRoom(false) || strip.hasRoom(true) ? high : 0;
    }

    private static WordStrip plain(List<String> words, boolean arcs, Frame frame) {
        List<Word> plain = words.stream().map(w -> new Word(w, false, 0)).toList();
        return new WordStrip("", plain, Marked.focus(arcs ? 0 : -1), false, frame);
    }

    /** The width of a chip under arcs; where they stand close, with words as large as labels. */
    private double chipWidth(int i, boolean close) {
        double scale = view.textScale();
        double width =
                Math.min(150 * scale, Lettering.width(words.get(i).shown(), view.bold(close ? CLOSE_SIZE : CHIP_SIZE)));
        return close ? width + 9 * Math.max(1, scale) : Math.max(46, width + 24 * scale);
    }

    private boolean hasRoom(boolean close) {
        return focus >= 0
                && words.size() <= MOST_ARCS
                && allChips(close) + (close ? RING : GAP) * words.size() <= frame.width()
                && frame.height() >= (ARCS + CHIP) * view.textScale();
    }

    private double allChips(boolean close) {
        IntStream all = IntStream.range(0, words.size());
        return all.mapToDouble(i -> chipWidth(i, close)).sum();
    }

    private double measured(int i) {
        double text =
                Math.min(150 * view.textScale(), Lettering.width(words.get(i).shown(), view.bold(12.5)));
        return Math.min(lineWidth(), Math.max(22, text + 14 * view.textScale()));
    }

    private void arcs(boolean close) {
        double space = Math.min(170, (frame.width() - allChips(close)) / words.size());
        double top = ARCS * view.textScale();
        double x = space / 2;
        List<Box> boxes = new ArrayList<>();
        for (int i = 0; i < words.size(); x += chipWidth(i, close) + space, i++) {
            boxes.add(new Box(x, top, chipWidth(i, close), CHIP * view.textScale() - 2));
        }
        double centre = boxes.get(focus).centreX();
        double longest = boxes.stream()
                .mapToDouble(b -> Math.abs(b.centreX() - centre))
                .max()
                .orElse(1);
        WordArcs arcs = new WordArcs(boxes.get(focus), longest, answers, view);
        IntStream.range(0, words.size())
                .boxed()
                .sorted(Comparator.comparing(this::asked)) // the asked one over all others
                .forEach(i -> arcs.add(marks, boxes.get(i), words.get(i), asked(i)));
        for (int i = 0; i < words.size(); i++) {
            chip(i, boxes.get(i), close ? CLOSE_SIZE : CHIP_SIZE);
        }
    }

    /** Whether the arc to a word is the asked pair's. */
    private boolean asked(int word) {
        return !answers && word == marked.key() && focus == marked.query();
    }

    /** Room for the rings of chips at both ends. */
    private double lineWidth() {
        return frame.width() - 2 * RING;
    }

    private void lines() {
        double line = (LOW_CHIP + 6) * view.textScale();
        int room = Math.max(1, (int) (frame.height() / line));
        int from = firstShown(room);
        boolean one = from == 0 && linesOf(0, words.size(), 2) == 1;
        double rest = lineWidth() - Arrays.stream(lowWidths).sum() - 1;
        double space = one ? Math.min(170, rest / words.size()) : 5; // a single line takes all the width
        double x = one ? space / 2 : 0;
        int at = 0;
        if (from > 0) {
            more(0, 0, from);
            x = MORE;
        }
        for (int i = from; i < words.size(); i++) {
            double w = lowWidths[i];
            boolean lastLine = at == room - 1;
            boolean fits = x == 0 || x + w <= lineWidth();
            boolean crowded = i + 1 < words.size() && x + w + MORE > lineWidth() && !restFits(i, x);
            if (lastLine && (!fits || crowded)) {
                more(x, at * line, words.size() - i);
                return;
            }
            if (!fits) {
                at++;
                x = 0;
            }
            chip(i, new Box(x + RING, at * line + RING, w, LOW_CHIP * view.textScale()), 12.5);
            x += w + space;
        }
    }

    /** Whether all words from one on fit behind x. */
    private boolean restFits(int from, double x) {
        double end = x;
        for (int i = from; i < words.size() && end <= lineWidth(); i++) {
            end += lowWidths[i] + 5;
        }
        return end - 5 <= lineWidth();
    }

    /** As early as it can be while the focused word, and where possible the rest of the sentence, is still shown. */
    private int firstShown(int room) {
        if (linesOf(0, words.size(), room) <= room) {
            return 0;
        }
        int from = Math.max(0, focus);
        while (from > 0
                && (linesOf(from - 1, focus + 1, room) <= Math.max(1, room - 1)
                        || linesOf(from - 1, words.size(), room) <= room)) {
            from--;
        }
        return from;
    }

    /** How many lines the words of a range take; counted no further than {@code room + 1}. */
    private int linesOf(int from, int to, int room) {
        double x = from > 0 ? MORE : 0;
        int lines = 1;
        for (int i = from; i < to && lines <= room; i++) {
            double w = lowWidths[i];
            if (x > 0 && x + w > lineWidth()) {
                lines++;
                x = 0;
            }
            x += w + 5;
        }
        return lines;
    }

    private void more(double x, double y, int count) {
        Lettering.Style style = view.plain(12);
        double base = y + RING + LOW_CHIP * view.textScale() / 2 + style.drop();
        marks.add(new Mark.Text(
                "+" + count, x + RING, base, style, view.palette().of(ColourRole.QUIET), Mark.Anchor.START, 0));
    }

    private void ring(Box chip, double gap, ColourRole role, double pen) {
        marks.add(new Mark.Rectangle(
                chip.grown(gap + pen / 2), 7 + gap, 0, view.palette().of(role), pen));
    }

    private void chip(int i, Box box, double size) {
        Palette palette = view.palette();
        Word word = words.get(i);
        int fill = palette.sequential(word.share());
        boolean strong = i == focus || i == marked.query() || i == marked.key();
        Lettering.Style style = strong ? view.bold(size) : view.plain(size);
        marks.add(new Mark.Rectangle(box, 7, fill, palette.of(ColourRole.EDGE), 1));
        double pen = size == CHIP_SIZE ? 2.5 : 2; // chips in lines stand closer
        double gap = size == CHIP_SIZE ? 3 : 1;
        if (i == focus || i == marked.query()) {
            ring(box, gap, answers ? ColourRole.KEY : ColourRole.QUERY, pen);
            gap += pen;
        }
        if (i == marked.key()) {
            ring(box, gap, ColourRole.KEY, pen);
        }
        String mark = word.madeUp() ? "*" : "";
        String text = Lettering.fitName(word.text(), style, box.width() - 8 - Lettering.width(mark, style)) + mark;
        marks.add(new Mark.Text(
                text, box.centreX(), box.centreY() + style.drop(), style, palette.inkOn(fill), Mark.Anchor.MIDDLE, 0));
        if (!Double.isNaN(word.was())) { // the tint that it had
            Box band = new Box(box.x() + 8, box.bottom() - 6, box.width() - 16, 4);
            marks.add(new Mark.Rectangle(
                    band, 2, palette.sequential(word.was()), palette.of(ColourRole.STRONG_EDGE), 0.75));
        }
        areas.add(new Area.Place(new Spot(matrix, i, Spot.LABEL), box));
    }
}
