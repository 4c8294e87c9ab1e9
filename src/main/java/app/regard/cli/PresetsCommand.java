package app.regard.cli;

import app.regard.words.Example;
import app.regard.words.Library;
import java.util.List;
import picocli.CommandLine;

/** Lists the examples. */
@CommandLine.Command(name = "presets", description = "Lists the examples: id, sentence, head, what to notice.")
final class PresetsCommand extends Command {
    @Override
    int run() {
        List<Example> examples = new Library().examples();
        int id = examples.stream().mapToInt(e -> e.id().length()).max().orElse(0);
        for (Example e : examples) {
            String table = e.ownTable() ? "its own table" : "the simple table, head " + e.head();
            out().println(e.id() + " ".repeat(id - e.id().length()) + "  “" + e.sentence() + "” (" + table + ")");
            out().println(" ".repeat(id + 2) + e.notice());
        }
        out().flush();
        return 0;
    }
}
