package app.regard.cli.commands;

import app.regard.cli.options.AttentionOptions;
import app.regard.cli.options.BeforeOptions;
import app.regard.cli.options.Command;
import app.regard.cli.options.ExperimentOptions;
import app.regard.cli.options.OutputOptions;
import app.regard.cli.options.PlotOptions;
import app.regard.cli.options.ProgressBar;
import app.regard.cli.options.SentenceArguments;
import app.regard.cli.options.StyleOptions;
import app.regard.cli.options.UnreadOptions;
import app.regard.cli.options.WeightsArguments;
import app.regard.export.picture.ExportedPicture;
import app.regard.lab.Lab;
import app.regard.lab.Outcome;
import app.regard.lab.Reads;
import app.regard.lab.Run;
import app.regard.lab.Setting;
import app.regard.lab.Setup;
import app.regard.lab.Snapshot;
import app.regard.lab.catalog.LabPage;
import app.regard.lab.catalog.Labs;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.stage.Stages;
import app.regard.trace.Experiment;
import app.regard.trace.HeadId;
import app.regard.trace.Moment;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import app.regard.words.Example;
import app.regard.words.Library;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a lab, or lists all of them. */
@CommandLine.Command(
        name = "lab",
        description =
                "Runs a lab on a sentence and writes what comes of it: as text, or as a file: .png, .svg, .pdf, .json, "
                        + ".csv. Without ID lists all labs: id, group, title and question. “lab ID --help” lists a lab’s "
                        + "settings. Options that a lab does not read are refused, and a sentence that it does not read is left. Places of words count from 1, as with --focus; indices of matrices count from 0.")
public final class LabCommand extends Command {
    private final Labs labs;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ID",
            description = "Which lab.",
            completionCandidates = LabIds.class)
    private @Nullable String id;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SENTENCE",
            description = "The sentence, in quotes, or what the lab has in its place, such as a folder.")
    private @Nullable String sentence;

    @Mixin
    private ExperimentOptions recipe;

    @Mixin
    private BeforeOptions before;

    @Mixin
    private AttentionOptions file;

    @Option(names = "--focus", paramLabel = "WORD", description = "The word to begin with, or its place from 1.")
    private @Nullable String focus;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "A setting; may be given several times.")
    private List<String> set = new ArrayList<>();

    @Option(names = "--step", paramLabel = "N", description = "Of a run the step to write; usually the last.")
    private @Nullable Integer step;

    @Mixin
    private OutputOptions output;

    @Mixin
    private PlotOptions look;

    /** The ids of all labs, for a shell to complete. */
    private static final class LabIds implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Labs.ALL.all().stream().map(lab -> lab.about().id()).iterator();
        }
    }

    public LabCommand() {
        this(Labs.ALL);
    }

    /** @param labs the labs there are */
    public LabCommand(Labs labs) {
        this.labs = labs;
    }

    @Override
    public int run() throws IOException {
        String wanted = id;
        if (wanted == null) {
            only("this lists the labs; say which one to run");
            out().print(LabTable.of(labs));
            out().flush();
            return 0;
        }
        Lab<?> lab = asked(() -> labs.named(wanted));
        String ending = asked(() -> look.ending(output, ".png", ".svg", ".pdf", ".json", ".csv"));
        asked(look::style);
        asked(look::size);
        Resolver resolver = new Resolver(new Library(SentenceArguments.MOST_WORDS), trained());
        List<String> notes = new ArrayList<>();
        Setup<?> setup = setup(lab, resolver, notes);
        Outcome outcome = setup.run(resolver, Run.of(new ProgressBar()));
        Snapshot shown = outcome.at(asked(() -> step(outcome)));
        say(notes); // of what came, not beside what is refused
        LabPage page = LabPage.of(setup, shown);
        switch (ending) {
            case "" -> output.text(LabTable.of(shown), out());
            case "json" -> output.write(page::json);
            case "csv" -> output.write(page::csv);
            default -> look.write(this, output, page.title(), style -> ExportedPicture.of(page, style));
        }
        return 0;
    }

    private Setup<?> setup(Lab<?> lab, Resolver resolver, List<String> notes) {
        String argument = lab.argument();
        Set<Reads> reads = lab.reads(given("--keys"), given("--model"));
        boolean read = reads.contains(Reads.SENTENCE);
        if (!reads.contains(Reads.HEAD)) {
            recipe.anyHead();
        }
        if (sentence != null && !read && argument.isEmpty()) {
            notes.add("The lab “" + lab.about().id() + "” reads no sentence: its own title stands in its place.");
        }
        Experiment e = experiment(resolver, read, notes);
        UnreadOptions.refuse(
                this,
                lab.about().id(),
                lab.reads(e.keyText() != null, e.source().traits().trained()));
        Experiment compared = asked(() -> before.checked(resolver, e)).orElse(null);
        if (!e.edits().isEmpty()) {
            asked(() -> resolver.check(e));
        }
        Content seen = resolver.content(e, new ProgressBar());
        if (!e.edits().isEmpty() && !seen.caution().isEmpty()) {
            notes.add(seen.caution());
        }
        Sentence words = seen.weights().from();
        Optional<String> usual = recipe.usualFocus(resolver.library());
        int query = asked(() -> focus == null ? StyleOptions.usual(words, usual) : StyleOptions.place(words, focus));
        Setup<?> begun = Setup.begin(lab, new Moment(e, Stages.WEIGHTS, seen.token(query), compared, null), seen);
        return asked(
                () -> (argument.isEmpty() || sentence == null ? begun : begun.with(argument, sentence)).with(values()));
    }

    /** @param read whether the lab is about the sentence; where not, the first example has one that serves */
    private Experiment experiment(Resolver resolver, boolean read, List<String> notes) {
        String text = read || given("--preset") ? sentence : null;
        asked(() -> {
            file.check();
            if (file.given() && text != null) {
                throw new Refusal("--attention takes the place of a sentence: give one of the two.");
            }
        });
        return file.given()
                ? WeightsArguments.ofFile(this, file, recipe, resolver, new HeadId(0, 0))
                : asked(() -> recipe.of(resolver.library(), text(resolver.library(), text, read, notes), notes));
    }

    /** The sentence; where none is given the first example has one, and it is said if that matters. */
    private Optional<String> text(Library library, @Nullable String text, boolean read, List<String> notes) {
        if (text != null || (recipe.given() && read) || given("--preset")) {
            return Optional.ofNullable(text);
        }
        String first = library.examples().get(0).sentence();
        if (read) {
            notes.add("No sentence was given: this is on “" + first + "”.");
        }
        return Optional.of(first);
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String one : set) {
            int equals = one.indexOf('=');
            if (equals < 1) {
                throw new Refusal("--set takes name=value, not “" + one + "”.");
            }
            values.put(one.substring(0, equals), one.substring(equals + 1));
        }
        return values;
    }

    private int step(Outcome outcome) {
        if (outcome.length() == 1) {
            unused("this lab has no steps; leave it out", "--step");
        }
        int last = outcome.length() - 1 + outcome.first();
        int wanted = step == null ? last : step;
        if (wanted < outcome.first() || wanted > last) {
            throw new Refusal("--step takes " + outcome.first() + " to " + last + " here, not " + wanted + ".");
        }
        return wanted - outcome.first();
    }

    /** The lab's settings, as they are on the first example. */
    @Override
    public String footer() {
        if (id == null) {
            return "";
        }
        Lab<?> lab = labs.named(id);
        Example first = new Library().examples().get(0);
        Content seen = new Resolver(new Library()).content(first.experiment(), share -> {});
        Setup<?> setup = Setup.begin(lab, new Moment(first.experiment(), Stages.WEIGHTS, 0), seen);
        return LabTable.of(
                lab.about(), setup.settings().stream().filter(Setting::kept).toList());
    }
}
