package app.regard.lab;

import app.regard.lab.catalog.Labs;
import app.regard.source.Resolver;
import app.regard.trace.Experiment;
import app.regard.trace.LabState;
import app.regard.trace.Moment;
import app.regard.trace.NumberTable;
import app.regard.trace.Progress;
import app.regard.trace.Source;
import app.regard.words.Library;
import java.util.Map;
import java.util.function.Consumer;

/** A lab that was run on a sentence with settings, and its numbers by name. */
public record LabRun(Setup<?> setup, Outcome outcome) {
    private static final Library LIBRARY = new Library();

    /** Runs a lab on a sentence with the simple table's similarity head; settings are names and values in turn. */
    public static LabRun of(String id, String sentence, String... settings) {
        return of(id, Experiment.of(sentence, new Source.Simple("similarity")), 0, settings);
    }

    public static LabRun of(String id, Experiment e, int query, String... settings) {
        Resolver resolver = new Resolver(LIBRARY);
        Moment here = new Moment(e, 6, query);
        Setup<?> setup = Setup.begin(Labs.ALL.named(id), here, resolver.content(e, Progress.NONE));
        for (int i = 0; i < settings.length; i += 2) {
            setup = setup.with(Map.of(settings[i], settings[i + 1]));
        }
        return new LabRun(setup, setup.run(resolver, Run.of(Progress.NONE)));
    }

    public Snapshot last() {
        return outcome.at(outcome.length() - 1);
    }

    public double fact(String name) {
        return number("facts", name, "value");
    }

    /** A number of a panel, by the names of its row and column. */
    public double number(String panel, String row, String column) {
        NumberTable table = last().panel(panel).orElseThrow().numbers();
        int i = table.rows().indexOf(row);
        int j = table.columns().indexOf(column);
        if (i < 0 || j < 0) {
            throw new AssertionError(panel + " has rows " + table.rows() + " and columns " + table.columns());
        }
        return table.values().at(i, j);
    }

    /** A number of the one row of the panel {@code end}. */
    public double end(String column) {
        return number("end", last().panel("end").orElseThrow().numbers().rows().get(0), column);
    }

    /** A listener that is told of other settings only. */
    public record Settings(Consumer<LabState> changed) implements Answer.Listener {
        @Override
        public void nothing() {
            // nothing was asked for
        }

        @Override
        public void settings(LabState state) {
            changed.accept(state);
        }

        @Override
        public void change(Experiment experiment) {
            throw new AssertionError("the experiment stays");
        }

        @Override
        public void go(Moment there) {
            throw new AssertionError("the lab stays");
        }
    }
}
