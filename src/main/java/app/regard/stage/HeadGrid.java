package app.regard.stage;

import app.regard.draw.Axis;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.draw.chart.SmallMaps;
import app.regard.trace.Grid;
import app.regard.trace.HeadId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * All heads of one sentence as small heat maps, layers down and heads across, or some of them in an order of their own. Every
 * map is one spot: ({@link #HEADS}, layer, head).
 */
public final class HeadGrid {
    /** The name of the maps in spots. */
    public static final String HEADS = "heads";

    private static final double WIDEST = 1600;
    private static final double NARROWEST = 420;
    private static final double LARGEST_TILE = 70;
    private static final double LIST_WIDTH = 1000;
    private static final double LIST_TILE = 100;
    private static final double LIST_NAME = 15;
    private static final double LIST_LEGEND = 34;

    private static final String SAYS = "The same colours for every head. Rows ask, columns answer.";

    /** More heads of a single layer are broken into lines. */
    private static final int MOST_IN_LINE = 24;

    private HeadGrid() {}

    /**
     * The heads that are drawn.
     *
     * @param layers how many layers there are
     * @param heads how many heads a layer has
     * @param maps their weights
     * @param faint which of them stand back behind the others, where all keep their places
     */
    public record Heads(int layers, int heads, Maps maps, Set<Spot> faint) {
        public Heads {
            faint = Set.copyOf(faint);
            if (layers < 1 || heads < 1) {
                throw new IllegalArgumentException("a picture of " + layers + " layers with " + heads + " heads");
            }
        }

        /** All of them alike. */
        public Heads(int layers, int heads, Maps maps) {
            this(layers, heads, maps, Set.of());
        }

        /** Draws the heads, some of them standing back. */
        public Heads withFaint(Set<Spot> others) {
            return new Heads(layers, heads, maps, others);
        }

        /** The places of all of them, layer by layer. */
        public List<Spot> all() {
            return IntStream.range(0, layers * heads)
                    .mapToObj(place -> spot(new HeadId(place / heads, place % heads)))
                    .toList();
        }
    }

    /** The weights of a head, both counted from 0, (n, m); each is asked for once a picture. */
    @FunctionalInterface
    public interface Maps {
        Grid of(int layer, int head);
    }

    /**
     * One head of a list.
     *
     * @param note a few letters beside its name, such as the number that it is sorted by; may be empty
     */
    public record Listed(HeadId head, String note) {}

    /** All heads, layers down and heads across. */
    public static Figure of(Heads heads, Frame frame) {
        List<SmallMaps.One> ones =
                heads.all().stream().map(s -> one(heads, id(s), "")).toList();
        return SmallMaps.table(ones, layers(heads), across(heads), SAYS, frame);
    }

    /** Some heads in an order of their own, with their names. */
    public static Figure of(Heads heads, List<Listed> shown, Frame frame) {
        List<SmallMaps.One> ones =
                shown.stream().map(one -> one(heads, one.head(), one.note())).toList();
        return SmallMaps.list(ones, SAYS, frame);
    }

    /** The room that such a picture needs where no window limits it. */
    public static Frame room(Heads heads, View view) {
        if (heads.layers() == 1 && heads.heads() > MOST_IN_LINE) {
            return room(heads.heads(), view);
        }
        double tile = Math.max(8, Math.min(LARGEST_TILE, WIDEST / Math.max(heads.heads(), heads.layers())));
        Frame room = SmallMaps.room(layers(heads), across(heads), tile, view);
        return room.withSize(Math.max(NARROWEST, room.width()), room.height());
    }

    /** The room that so many heads in an order of their own need, likewise. */
    public static Frame room(int count, View view) {
        int across = Math.max(1, Math.min(count, (int) (LIST_WIDTH / LIST_TILE)));
        int lines = (count + across - 1) / across;
        double text = view.textScale();
        return new Frame(
                Math.max(NARROWEST, across * LIST_TILE),
                lines * (LIST_TILE + LIST_NAME * text) + LIST_LEGEND * text,
                view);
    }

    /** The marks over such a picture: the head that is open, and the one that is pointed at. */
    public static Figure marks(Figure base, Optional<Spot> open, Optional<Spot> pointed, View view) {
        List<Mark> marks = new ArrayList<>();
        open.flatMap(base::boxOf).ifPresent(box -> marks.add(outline(box, ColourRole.QUERY, view)));
        pointed.flatMap(base::boxOf).ifPresent(box -> marks.add(outline(box, ColourRole.KEY, view)));
        return new Figure(base.width(), base.height(), marks, List.of());
    }

    /** Where a head lies. */
    public static Spot spot(HeadId head) {
        return new Spot(HEADS, head.layer(), head.head());
    }

    /** The head that lies there. */
    public static HeadId id(Spot spot) {
        return new HeadId(spot.row(), spot.col());
    }

    private static Mark outline(Box box, ColourRole tone, View view) {
        return new Mark.Rectangle(box.grown(-1), 4, 0, view.palette().of(tone), 2.4);
    }

    private static SmallMaps.One one(Heads heads, HeadId head, String note) {
        Spot spot = spot(head);
        boolean faint = heads.faint().contains(spot);
        return new SmallMaps.One(spot, head.text(), note, faint, () -> {
            Grid a = heads.maps().of(head.layer(), head.head());
            return new SmallMaps.Shares(a.rows(), a.cols(), a::at);
        });
    }

    private static Axis layers(Heads heads) {
        return new Axis("layers", names("L", heads.layers()));
    }

    private static Axis across(Heads heads) {
        return new Axis(HEADS, names("H", heads.heads()));
    }

    private static List<String> names(String letter, int count) {
        return IntStream.range(0, count).mapToObj(i -> letter + i).toList();
    }
}
