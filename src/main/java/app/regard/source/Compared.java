package app.regard.source;

import app.regard.draw.Area;
import app.regard.draw.Figure;
import app.regard.draw.Mark;
import app.regard.draw.Scale;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.draw.chart.ChangeMarks;
import app.regard.draw.chart.GridArea;
import app.regard.stage.Part;
import app.regard.stage.Why;
import app.regard.trace.Experiment;
import app.regard.trace.Grid;
import app.regard.trace.Inputs;
import app.regard.trace.Trace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a trace is compared with: the one that was kept before.
 *
 * @param experiment what that was computed from
 */
public record Compared(Experiment experiment, Trace before) {
    /** The number that a cell had, where the matrix had the same shape; nothing else can be compared cell by cell. */
    private Optional<Grid> was(Trace now, Part part, int query) {
        boolean there = !part.followsQuery() || query < before.weights().from().size();
        return Optional.of(part)
                .filter(p -> there)
                .map(p -> p.grid(before, query))
                .filter(old -> old.rows() == part.grid(now, query).rows()
                        && old.cols() == part.grid(now, query).cols());
    }

    /** How far colours have to run for the numbers that there were; matrices that share their colours share these. */
    Map<String, Scale> colours(Trace now, int query, View view) {
        Map<String, Scale> least = new HashMap<>();
        for (Part part : Part.values()) {
            boolean chosen = part == Part.WEIGHTS && view.range().most() > 0; // the reader said how far
            if (!chosen) {
                was(now, part, query).ifPresent(old -> least.put(part.label(), part.colours(old)));
            }
        }
        for (List<Part> group : Part.ALIKE) {
            group.stream()
                    .map(part -> least.get(part.label()))
                    .filter(Objects::nonNull)
                    .reduce(Scale::and)
                    .ifPresent(all -> group.forEach(part -> least.replace(part.label(), all)));
        }
        return least;
    }

    /** A Why with what the number was. */
    Why with(Trace now, Why why, int query) {
        Spot at = why.of();
        return Part.named(at.matrix())
                .filter(part -> at.isCell())
                .flatMap(part -> was(now, part, query))
                .map(old -> {
                    String said = ChangeMarks.said(why.value(), old.at(at.row(), at.col()));
                    String note = why.note().isEmpty() ? said : said + " " + why.note();
                    return new Why(at, why.value(), why.about(), why.symbol(), why.how(), why.terms(), note);
                })
                .orElse(why);
    }

    /** The marks over a figure of a trace: on cells that were changed by hand, and on those that differ from before. */
    static List<Mark> marks(
            Figure base, Trace now, Optional<Compared> compared, int query, Predicate<Spot> which, View view) {
        Optional<Inputs> unedited = now.in().changes().unedited();
        List<Mark> marks = new ArrayList<>();
        for (Area area : compared.isEmpty() && unedited.isEmpty() ? List.<Area>of() : base.areas()) {
            Optional<Part> shown = area instanceof GridArea grid ? Part.named(grid.matrix()) : Optional.empty();
            shown.ifPresent(part -> {
                Grid is = part.grid(now, query);
                compared.flatMap(c -> c.was(now, part, query)).ifPresent(old -> changed(part, is, old, which)
                        .forEach(cell ->
                                marks.addAll(ChangeMarks.was(base, cell, old.at(cell.row(), cell.col()), view))));
                hidden(now, part, which).forEach(cell -> marks.addAll(ChangeMarks.yours(base, cell, view)));
                unedited.flatMap(in -> in.given(part.label()))
                        .filter(old -> old.rows() == is.rows())
                        .ifPresent(old -> changed(part, is, old, which)
                                .forEach(cell -> marks.addAll(ChangeMarks.yours(base, cell, view))));
            });
        }
        return marks;
    }

    /** The cells of the mask that were changed by hand; they are drawn where scores are scaled. */
    private static List<Spot> hidden(Trace now, Part part, Predicate<Spot> which) {
        boolean drawn = part == Part.SCALED && now.in().mask().cells().isPresent();
        return drawn ? changed(part, GivenCell.seen(now), GivenCell.pattern(now), which) : List.of();
    }

    private static List<Spot> changed(Part part, Grid is, Grid was, Predicate<Spot> which) {
        return Spot.all(part.label(), is.rows(), is.cols())
                .filter(at -> ChangeMarks.differ(is.at(at.row(), at.col()), was.at(at.row(), at.col())))
                .filter(which)
                .toList();
    }
}
