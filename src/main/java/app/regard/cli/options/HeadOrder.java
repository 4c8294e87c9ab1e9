package app.regard.cli.options;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Figure;
import app.regard.draw.Spot;
import app.regard.export.picture.HeadsPicture;
import app.regard.export.picture.PictureStyle;
import app.regard.heads.Heads;
import app.regard.heads.Measure;
import app.regard.heads.Measures;
import app.regard.stage.HeadGrid;
import app.regard.trace.Refusal;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options for which heads are told, and in which order. */
public final class HeadOrder {
    @Option(
            names = "--sort",
            paramLabel = "BY",
            description = "Heads that do most of this come first: self, previous, next, cls, sep, same, spread.")
    private @Nullable String by;

    @Option(names = "--top", paramLabel = "N", description = "Only the first so many heads, with --sort.")
    private @Nullable Integer top;

    @Option(
            names = "--at-least",
            paramLabel = "BY=NUMBER",
            description = "Only heads that do so much of something, as “cls=0.4”. In a picture of all heads in their "
                    + "places the others are pale.")
    private @Nullable String least;

    /** Heads with no less of a measure. */
    private record Least(Measure by, double number) {
        boolean holds(Measures.Does does) {
            return by.of(does) >= number;
        }

        String text() {
            return by.label() + " at least " + number;
        }
    }

    private Optional<Least> least() {
        if (least == null) {
            return Optional.empty();
        }
        String[] parts = least.split("=", -1);
        try {
            double number = Double.parseDouble(parts[parts.length - 1]);
            if (parts.length == 2 && number >= 0 && number <= 1) {
                return Optional.of(new Least(StyleOptions.one("--at-least", parts[0], Measure.values()), number));
            }
        } catch (NumberFormatException e) {
            // said below, as a number that is too large
        }
        throw new Refusal("--at-least takes a measure and a number from 0 to 1, as “cls=0.4”.");
    }

    /**
     * Checks that the options go together.
     *
     * @throws Refusal if there is no such measure or number
     */
    public void check() {
        if (by != null) {
            StyleOptions.one("--sort", by, Measure.values());
        }
        least();
        if (top != null && (by == null || top < 1)) {
            throw new Refusal("--top takes a number from 1, together with --sort.");
        }
    }

    /**
     * Refuses the options where there is only one head.
     *
     * @throws Refusal if an order is given where there is nothing to sort
     */
    public void none() {
        if (by != null || top != null || least != null) {
            throw new Refusal("--sort, --top and --at-least belong to --what heads.");
        }
    }

    /** Returns the measured heads that are asked for, in this order. */
    public List<Measures.Does> sorted(List<Measures.Does> all) {
        List<Measures.Does> enough = enough(all);
        if (by == null) {
            return enough;
        }
        Measure order = StyleOptions.one("--sort", by, Measure.values());
        return enough.stream()
                .sorted(Comparator.comparingDouble((Measures.Does d) -> order.of(d))
                        .reversed())
                .limit(top == null ? all.size() : top)
                .toList();
    }

    private List<Measures.Does> enough(List<Measures.Does> all) {
        return least().map(l -> all.stream().filter(l::holds).toList()).orElse(all);
    }

    /**
     * All heads as a picture.
     *
     * @throws Refusal if none does enough
     */
    public Figure picture(Heads heads, PictureStyle style) {
        HeadGrid.Heads maps =
                new HeadGrid.Heads(heads.layers(), heads.heads(), (layer, head) -> heads.weights(layer, head)
                        .a());
        String about = heads.layers() + " × " + heads.heads() + " heads: " + heads.origin();
        if (by == null && least == null) {
            return HeadsPicture.of(maps, List.of(), heads.title(), about, style);
        }
        List<Measures.Does> all = heads.does();
        int enough = enough(all).size();
        if (enough == 0) {
            throw new Refusal("No head does so much: choose a smaller number for --at-least.");
        }
        about += least().map(l -> " · " + enough + " of " + all.size() + " with " + l.text())
                .orElse("");
        List<Measures.Does> found = sorted(all);
        if (by == null) {
            Set<Spot> faint = new HashSet<>(maps.all());
            found.forEach(d -> faint.remove(HeadGrid.spot(d.head())));
            return HeadsPicture.of(maps.withFaint(faint), List.of(), heads.title(), about + ", the others pale", style);
        }
        Measure order = StyleOptions.one("--sort", by, Measure.values());
        List<HeadGrid.Listed> listed = found.stream()
                .map(d -> new HeadGrid.Listed(d.head(), DecimalFormatter.text(order.of(d), 2)))
                .toList();
        return HeadsPicture.of(maps, listed, heads.title(), about + " · sorted by " + order.label(), style);
    }
}
