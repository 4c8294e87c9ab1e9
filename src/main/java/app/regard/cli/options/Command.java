package app.regard.cli.options;

import app.regard.source.Resolver;
import app.regard.trace.Refusal;
import app.regard.transformer.ModelCache;
import app.regard.transformer.Trained;
import app.regard.words.Library;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The part that all commands share. */
public abstract class Command implements Callable<Integer> {
    /** What any command can be asked for, whatever else there is. */
    private static final Set<String> ALWAYS = Set.of("--help", "--debug", "--output", "--force");

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Says what the command does.")
    @SuppressWarnings("UnusedVariable") // that it is set is enough for picocli
    private boolean help;

    @Option(names = "--debug", description = "Shows where in the program a failure arose.")
    private boolean debug;

    private Supplier<ModelCache> shelf = ModelCache::new;

    /** Takes the trained model from a shelf that may hold it already. */
    public final Command with(Supplier<ModelCache> shared) {
        shelf = shared;
        return this;
    }

    /** The trained model with all processors to work on; nothing is read yet. */
    public final Trained trained() {
        return Models.trained(shelf.get());
    }

    /** The road from experiments to their content, for sentences longer than the window shows. */
    public final Resolver resolver() {
        return new Resolver(new Library(SentenceArguments.MOST_WORDS), trained());
    }

    /** The trained model for work that is shared out already. */
    public final Trained trainedAlone() {
        return Models.alone(shelf.get());
    }

    @Override
    public final Integer call() throws IOException {
        if (spec.findOption("--output") != null && !given("--output")) {
            unused("nothing is written to a file; say which with -o", "--force");
        }
        return run();
    }

    /** The text of --help below all options; it may depend on what else was given. */
    public String footer() {
        return "";
    }

    /** Does the work and returns the exit code. */
    public abstract int run() throws IOException;

    public PrintWriter out() {
        return spec.commandLine().getOut();
    }

    public PrintWriter err() {
        return spec.commandLine().getErr();
    }

    /** Says what a reader would not expect; a result on standard output stays clean. */
    public void say(List<String> notes) {
        notes.forEach(note -> err().println(note));
        err().flush();
    }

    public boolean debug() {
        return debug;
    }

    /** Whether an option was given, by its name. */
    public boolean given(String option) {
        return spec.commandLine().getParseResult().hasMatchedOption(option);
    }

    /**
     * Refuses those of some options that were given: nobody should believe that they did anything.
     *
     * @param why what there is instead, and what to do
     */
    public void unused(String why, String... options) {
        List<String> given = Stream.of(options).filter(this::given).toList();
        if (!given.isEmpty()) {
            asked(() -> {
                throw new Refusal(String.join(", ", given) + (given.size() == 1 ? " changes" : " change")
                        + " nothing here: " + why + ".");
            });
        }
    }

    /** Refuses every option that was given and is not among those that take part. */
    public void only(String why, String... options) {
        Set<String> part = Set.of(options);
        unused(
                why,
                spec.options().stream()
                        .map(OptionSpec::longestName)
                        .filter(name -> !part.contains(name) && !ALWAYS.contains(name))
                        .sorted()
                        .toArray(String[]::new));
    }

    /** Returns the value that options ask for, where a refusal means that they were wrong. */
    public <T> T asked(Supplier<T> options) {
        try {
            return options.get();
        } catch (Refusal e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** Runs a check of options that returns nothing. */
    public void asked(Runnable check) {
        asked(() -> {
            check.run();
            return true;
        });
    }
}
