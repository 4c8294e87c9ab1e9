package app.regard.lab;

import app.regard.draw.Area;
import app.regard.draw.Box;
import app.regard.draw.ColourRole;
import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Mark;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.stage.Operation;
import app.regard.stage.Term;
import app.regard.stage.Why;
import app.regard.trace.Matrix;
import app.regard.trace.Moment;
import app.regard.trace.NumberTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A lab of everything that a lab can be: a slider, two panels, a drag, a run of 50 steps and a click that opens a moment. */
public final class Throwaway implements Lab<Throwaway.Settings> {
    private static final int STEPS = 50;

    /** What can be set. */
    public record Settings(int level, List<Integer> order) {}

    @Override
    public About about() {
        return new About("throwaway", About.Group.LEARN, "Throwaway", "Does it work?", "Try it.", "It does.");
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        return new Settings(3, List.of(1, 2, 3));
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        return List.of(
                new Setting<>(
                        "level",
                        "Level",
                        new Form.Range(0, 10, 1, false),
                        s -> String.valueOf(s.level),
                        (s, text) -> new Settings(Integer.parseInt(text), s.order)),
                new Setting<>(
                        "order",
                        "Order",
                        new Form.Gestured("places, with commas between"),
                        s -> String.join(
                                ",", s.order.stream().map(String::valueOf).toList()),
                        (s, text) -> new Settings(
                                s.level,
                                List.of(text.split(",", -1)).stream()
                                        .map(Integer::valueOf)
                                        .toList())));
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        for (int step = 1; step <= STEPS; step++) {
            run.at(step / (double) STEPS);
        }
        Outcome all = new Outcome() {
            @Override
            public int length() {
                return STEPS;
            }

            @Override
            public Snapshot at(int step) {
                Moment opened = here.withLab(null);
                return new Snapshot(
                        List.of(
                                new Cells("left", now, step + 1, new Moment(opened.experiment(), 8, 1)),
                                new Cells("right", now, step + 1, null)),
                        "Level " + now.level + " at step " + (step + 1) + ".");
            }
        };
        run.shows(all);
        return all;
    }

    @Override
    public Answer<Settings> answer(Gesture gesture, Moment here, Settings now, Snapshot shown) {
        int at = gesture.at().spot().row();
        return switch (gesture.kind()) {
            case TYPE -> new Answer.With<>(new Settings((int) gesture.amount(), now.order));
            case NUDGE -> new Answer.With<>(new Settings(now.level + (int) gesture.amount(), now.order));
            case DROP -> {
                List<Integer> moved = new ArrayList<>(now.order);
                moved.add(at, moved.remove(gesture.from().spot().row()));
                yield new Answer.With<>(new Settings(now.level, moved));
            }
            case CLICK, DRAG -> new Answer.Nothing<>();
        };
    }

    /** Three numbers below each other: place times level times step. */
    public record Cells(
            String id,
            Settings now,
            int step,
            @org.jspecify.annotations.Nullable Moment moment) implements Panel {
        private double value(int row) {
            return now.order.get(row) * now.level * step;
        }

        private Box box(int row, Figure in) {
            return new Box(4, 4 + row * 40.0, in.width() - 8, 36);
        }

        @Override
        public String title() {
            return "Panel " + id;
        }

        @Override
        public Figure base(Frame frame) {
            Figure empty = new Figure(frame.width(), frame.height(), List.of(), List.of());
            int fill = frame.view().palette().of(ColourRole.QUERY_SOFT);
            return new Figure(
                    frame.width(),
                    frame.height(),
                    IntStream.range(0, 3)
                            .<Mark>mapToObj(i -> new Mark.Rectangle(box(i, empty), 4, fill, 0, 0))
                            .toList(),
                    IntStream.range(0, 3)
                            .<Area>mapToObj(i -> new Area.Place(new Spot(id, i, 0), box(i, empty)))
                            .toList());
        }

        /** The same row lights in both panels. */
        @Override
        public Figure marks(Figure base, Pointed at, View view) {
            int row = at.spot().row();
            int tone = view.palette().of(ColourRole.KEY);
            List<Mark> marks = row < 0 ? List.of() : List.of(new Mark.Rectangle(box(row, base), 4, 0, tone, 2));
            return new Figure(base.width(), base.height(), marks, List.of());
        }

        @Override
        public Optional<Spot> start() {
            return Optional.of(new Spot(id, 0, 0));
        }

        @Override
        public Optional<Why> why(Spot at) {
            int row = at.row();
            List<Term> terms =
                    List.of(new Term("", List.of((double) now.order.get(row), (double) now.level * step), List.of()));
            return Optional.of(new Why(at, value(row), id + " " + (row + 1), "x", Operation.SUM, terms, ""));
        }

        @Override
        public Optional<Moment> opens(Spot at) {
            return Optional.ofNullable(moment);
        }

        @Override
        public NumberTable numbers() {
            return new NumberTable(List.of("1", "2", "3"), List.of("value"), Matrix.fill(3, 1, (i, j) -> value(i)));
        }
    }
}
