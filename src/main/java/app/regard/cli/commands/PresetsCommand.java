package app.regard.cli.commands;

import app.regard.cli.options.Command;
import app.regard.trace.Progress;
import app.regard.transformer.ForwardPass;
import app.regard.transformer.ModelCache;
import app.regard.transformer.Trained;
import app.regard.words.Example;
import app.regard.words.Library;
import app.regard.words.TrainedExample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The command that lists the examples. */
@CommandLine.Command(name = "presets", description = "Lists the examples: id, sentence, head, what to notice.")
public final class PresetsCommand extends Command {
    @Option(
            names = "--recount",
            description = "Counts anew in how many of fifty sentences the trained heads do what their examples show.")
    private boolean recount;

    @Override
    public int run() {
        Library library = new Library();
        if (recount) {
            recount(library.trainedExamples());
            return 0;
        }
        List<Example> examples = library.all();
        int id = examples.stream().mapToInt(e -> e.id().length()).max().orElse(0);
        for (Example e : examples) {
            out().println(e.id() + " ".repeat(id - e.id().length()) + "  “" + e.sentence() + "” (" + numbers(e, library)
                    + ")");
            out().println(" ".repeat(id + 2) + e.notice());
        }
        out().flush();
        return 0;
    }

    private static String numbers(Example e, Library library) {
        if (e.trained()) {
            return "trained head " + e.source().headId().orElseThrow().text() + " of "
                    + e.source().table()
                    + (ModelCache.present() ? "" : ", which this copy of Regard does not hold");
        }
        return e.ownTable() ? "its own table" : "the simple table, head " + library.headName(e.head());
    }

    private void recount(List<TrainedExample> examples) {
        Trained model = trained();
        Map<String, ForwardPass> passes = new HashMap<>(); // the examples look at the same sentences
        for (TrainedExample one : examples) {
            String of = one.source().model();
            long count = one.count(one.counted(), text -> passes.computeIfAbsent(
                            of + "\n" + text, key -> model.passed(of, text, Progress.NONE))
                    .weights(one.source().layer(), one.source().head()));
            out().println(count + " of " + one.counted().size() + "  "
                    + one.example().id());
        }
        out().flush();
    }
}
