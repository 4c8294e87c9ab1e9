package app.regard.cli;

import app.regard.draw.Numerals;
import app.regard.model.Heads;
import app.regard.model.Measures;
import app.regard.stage.HeadGrid;
import app.regard.trace.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** In which order heads are told, and how many of them, as options. */
final class HeadOrder {
    @Option(
            names = "--sort",
            paramLabel = "BY",
            description = "Heads that do most of this come first: self, previous, next, cls, sep, same, spread.")
    private @Nullable String by;

    @Option(names = "--top", paramLabel = "N", description = "Only the first so many heads, with --sort.")
    private @Nullable Integer top;

    /** What heads can be sorted by. */
    enum By {
        /** The weight on the word itself. */
        SELF,
        /** On the token before. */
        PREVIOUS,
        /** On the token after. */
        NEXT,
        /** On the first token, [CLS] with this model. */
        CLS,
        /** On the last token, [SEP] with this model. */
        SEP,
        /** On other places of the same token. */
        SAME,
        /** How evenly rows are shared out. */
        SPREAD;

        double of(Measures.Does does) {
            return switch (this) {
                case SELF -> does.self();
                case PREVIOUS -> does.previous();
                case NEXT -> does.next();
                case CLS -> does.first();
                case SEP -> does.last();
                case SAME -> does.same();
                case SPREAD -> does.spread();
            };
        }

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws Refusal if there is no such measure or number */
    void check() {
        if (by != null) {
            Look.one("--sort", by, By.values());
        }
        if (top != null && (by == null || top < 1)) {
            throw new Refusal("--top takes a number from 1, together with --sort.");
        }
    }

    /** @throws Refusal if an order is given where there is nothing to sort */
    void none() {
        if (by != null || top != null) {
            throw new Refusal("--sort and --top belong to --what heads.");
        }
    }

    /** What heads do, in this order. */
    List<Measures.Does> sorted(List<Measures.Does> all) {
        if (by == null) {
            return all;
        }
        By order = Look.one("--sort", by, By.values());
        return all.stream()
                .sorted(Comparator.comparingDouble((Measures.Does d) -> order.of(d))
                        .reversed())
                .limit(top == null ? all.size() : top)
                .toList();
    }

    /** For a picture: the heads in this order, or none where all keep their places. */
    List<HeadGrid.Listed> of(Heads heads) {
        if (by == null) {
            return List.of();
        }
        By order = Look.one("--sort", by, By.values());
        return sorted(heads.does()).stream()
                .map(d -> new HeadGrid.Listed(d.layer(), d.head(), Numerals.text(order.of(d), 2)))
                .toList();
    }

    /** What a caption says. */
    String about(Heads heads) {
        String all = heads.layers() + " × " + heads.heads() + " heads: " + heads.origin();
        return by == null ? all : all + " · sorted by " + by.toLowerCase(Locale.ROOT);
    }
}
