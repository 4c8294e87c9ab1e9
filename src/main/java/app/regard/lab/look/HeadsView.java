package app.regard.lab.look;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.heads.HeadsTable;
import app.regard.heads.Measures;
import app.regard.lab.Outcome;
import app.regard.lab.Panel;
import app.regard.lab.Pointed;
import app.regard.lab.Snapshot;
import app.regard.stage.HeadGrid;
import app.regard.stage.Why;
import app.regard.trace.HeadId;
import app.regard.trace.Moment;
import app.regard.trace.NumberTable;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** All heads as they are ordered and chosen, and the one that is pointed at. */
record HeadsView(HeadsFound found, AllHeads.Settings now, Opening opening) implements Outcome {
    /**
     * How heads are opened.
     *
     * @param open the head that is open already, if it is one of these
     * @param whose what the model or file is called
     * @param moment the moment that a head is opened by, from where the window is
     */
    record Opening(Optional<HeadId> open, String whose, BiFunction<HeadId, Moment, Moment> moment) {}

    HeadsView with(AllHeads.Settings other) {
        return new HeadsView(found, other, opening);
    }

    @Override
    public int length() {
        return 1;
    }

    @Override
    public Snapshot at(int step) {
        HeadId first = asked();
        return new Snapshot(List.of(new All(found, now, opening, first), new HeadPanel(found, first)), found.said(now));
    }

    /** The head that is asked about at first: the one that is open or, where it is left out, the first that is not. */
    private HeadId asked() {
        List<HeadId> shown = found.sorted(now).stream().map(Measures.Does::head).toList();
        HeadId open = opening.open().orElse(new HeadId(0, 0));
        return now.order().isEmpty() || shown.isEmpty() || shown.contains(open) ? open : shown.get(0);
    }

    /** All of them as small maps. */
    record All(HeadsFound found, AllHeads.Settings now, Opening opening, HeadId first) implements Panel {
        @Override
        public String id() {
            return HeadGrid.HEADS;
        }

        @Override
        public String title() {
            return (found.count() == 1 ? "The only head of " : "All " + found.count() + " heads of ") + opening.whose();
        }

        private List<HeadGrid.Listed> listed() {
            return now.order().stream()
                    .flatMap(by ->
                            found.sorted(now).stream().map(d -> new HeadGrid.Listed(d.head(), HeadsFound.text(by, d))))
                    .toList();
        }

        @Override
        public Figure base(Frame frame) {
            HeadGrid.Heads grid = found.grid(now);
            return now.order().isEmpty() ? HeadGrid.of(grid, frame) : HeadGrid.of(grid, listed(), frame);
        }

        @Override
        public Frame room(View view) {
            return now.order().isEmpty() ? HeadGrid.room(found.grid(now), view) : HeadGrid.room(listed().size(), view);
        }

        @Override
        public Figure marks(Figure base, Pointed at, View view) {
            Optional<Spot> pointed = at.in(this) ? Optional.of(at.spot()) : start();
            return HeadGrid.marks(base, opening.open().map(HeadGrid::spot), pointed, view);
        }

        /** The number that the heads are ordered by, or else chosen by. */
        @Override
        public Optional<Why> why(Spot at) {
            return now.order().or(now::show).flatMap(what -> found.why(what, at));
        }

        @Override
        public boolean main() {
            return true;
        }

        @Override
        public boolean heavy() {
            return found.slow();
        }

        @Override
        public Optional<Spot> start() {
            return Optional.of(HeadGrid.spot(first));
        }

        @Override
        public String said(Spot at) {
            HeadId head = HeadGrid.id(at);
            String does = String.join(", ", found.description(head)).replace("  ", " ");
            return head.text() + (does.isEmpty() ? "" : ": " + does);
        }

        @Override
        public Optional<Moment> opens(Spot at, Moment now) {
            return Optional.of(opening.moment().apply(HeadGrid.id(at), now));
        }

        @Override
        public NumberTable numbers() {
            return HeadsTable.of(found.sorted(now));
        }
    }
}
