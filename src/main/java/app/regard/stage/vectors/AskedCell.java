package app.regard.stage.vectors;

import app.regard.draw.Figure;
import app.regard.draw.Spot;
import app.regard.stage.AskedPair;
import app.regard.stage.Focus;
import app.regard.stage.Part;
import app.regard.stage.Stages;
import app.regard.trace.Trace;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The cell of a stage's result whose numbers are pulled out: the asked one, or the one that it belongs to. */
final class AskedCell {
    private AskedCell() {}

    /** The cell for what is asked; what that leaves open is as it was when last a cell was pointed at. */
    static Spot of(Figure base, Trace t, Focus focus, Spot asked) {
        Part result = result(base, focus, asked);
        if (asked.isCell() && result.label().equals(asked.matrix())) {
            return asked;
        }
        Spot start = result.asks()
                ? result.largest(t, focus.query(), focus.query())
                : Stages.of(focus.stage()).start(t, focus.query());
        if (focus.stage() == 2 && !result.asks()) {
            start = result.largest(
                    t, focus.query(), Math.min(focus.query(), result.rows(t).size() - 1));
        }
        Spot before = focus.cell();
        int row = row(t, focus, asked, before, result, start);
        int col = col(t, focus, asked, before, result, start);
        return new Spot(result.label(), row, col);
    }

    /** The matrix: of those that one stage leads to, the one that is asked about, made with what is asked about, or shown. */
    private static Part result(Figure base, Focus focus, Spot asked) {
        int stage = focus.stage();
        Part usual = Stages.of(stage).result();
        Part part = Part.named(asked.matrix()).orElse(usual);
        if (stage == 1) {
            return part.role() == usual.role() && (part.asks() || part.offers()) && isInput(part) ? part : usual;
        }
        if (stage == 7) {
            return part == Part.LENGTHS ? part : usual;
        }
        if (stage != 2) {
            return usual;
        }
        Part made =
                switch (part) {
                    case Q, W_Q, B_Q -> Part.Q;
                    case K, W_K, B_K -> Part.K;
                    case V, W_V, B_V -> Part.V;
                    default -> Part.named(focus.cell().matrix()).orElse(Part.Q);
                };
        return Stream.of(made, Part.Q, Part.K, Part.V)
                .filter(p -> List.of(Part.Q, Part.K, Part.V).contains(p))
                .filter(p -> base.areas().stream().anyMatch(area -> area.holds(new Spot(p.label(), 0, 0))))
                .findFirst()
                .orElse(usual);
    }

    private static boolean isInput(Part part) {
        return switch (part) {
            case X, P, H, X_KEYS, P_KEYS, H_KEYS -> true;
            default -> false;
        };
    }

    private static int row(Trace t, Focus focus, Spot asked, Spot before, Part result, Spot start) {
        Part part = Part.named(asked.matrix()).orElse(result);
        AskedPair pair = AskedPair.of(focus, asked);
        AskedPair last = AskedPair.of(focus.withHover(null), before);
        boolean words = asked.isCell() && (part.asks() || part.offers());
        OptionalInt own = result.asks() ? pair.query() : pair.key();
        int row;
        if (words && (part.asks() == result.asks() || t.in().self()) && (focus.stage() <= 2)) {
            row = asked.row();
        } else if (own.isPresent()) {
            row = own.getAsInt();
        } else if (result.asks()) {
            row = focus.query();
        } else {
            row = last.key().orElse(start.row());
        }
        return Math.min(row, result.rows(t).size() - 1);
    }

    private static int col(Trace t, Focus focus, Spot asked, Spot before, Part result, Spot start) {
        Part part = Part.named(asked.matrix()).orElse(result);
        int cols = result.cols(t).size();
        boolean same =
                part == result || part.cols(t).name().equals(result.cols(t).name());
        if (result.answers()) {
            OptionalInt key = AskedPair.of(focus, asked).key();
            OptionalInt last = AskedPair.of(focus.withHover(null), before).key();
            return Math.min(cols - 1, key.orElse(last.orElse(start.col())));
        }
        if (asked.isCell() && same) {
            return Math.min(cols - 1, asked.col());
        }
        boolean kept = before.isCell()
                && Part.named(before.matrix())
                        .filter(p -> p.cols(t).name().equals(result.cols(t).name()))
                        .isPresent();
        return Math.min(cols - 1, kept ? before.col() : start.col());
    }
}
