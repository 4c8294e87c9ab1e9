package app.regard.cli;

import app.regard.cli.commands.BatchCommand;
import app.regard.cli.commands.ClassSheetCommand;
import app.regard.cli.commands.CodeCommand;
import app.regard.cli.commands.HeadsCommand;
import app.regard.cli.commands.LabCommand;
import app.regard.cli.commands.LayersCommand;
import app.regard.cli.commands.LessonCommand;
import app.regard.cli.commands.PageCommand;
import app.regard.cli.commands.Pictures;
import app.regard.cli.commands.PicturesCommand;
import app.regard.cli.commands.PresetsCommand;
import app.regard.cli.commands.QuizCommand;
import app.regard.cli.commands.RenderCommand;
import app.regard.cli.commands.ShowCommand;
import app.regard.cli.commands.Terminal;
import app.regard.cli.commands.TraceCommand;
import app.regard.cli.options.Command;
import app.regard.cli.options.PrintableWriter;
import app.regard.draw.View;
import app.regard.export.picture.Png;
import app.regard.file.Lessons;
import app.regard.source.Resolver;
import app.regard.stage.Stages;
import app.regard.text.Printable;
import app.regard.trace.Experiment;
import app.regard.trace.Moment;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Trace;
import app.regard.transformer.ModelCache;
import app.regard.words.Library;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The commands, none of which needs a display. */
@CommandLine.Command(
        name = "regard",
        description =
                "A desktop microscope for self-attention. Without arguments, or with a lesson (FILE.regard), a file of attention "
                        + "or a model’s folder, a window opens.",
        mixinStandardHelpOptions = true,
        versionProvider = Cli.Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Cli {
    /** The names of all commands. */
    public static final List<String> COMMANDS = List.of(
            "trace",
            "render",
            "show",
            "heads",
            "layers",
            "lab",
            "quiz",
            "batch",
            "lesson",
            "code",
            "page",
            "classsheet",
            "presets",
            "pictures");

    private final PrintWriter out;
    private final PrintWriter err;
    private final Function<Path, Optional<String>> window;
    private final Supplier<ModelCache> shelf;

    /** @param window takes pictures of the window into a folder, or says why it cannot */
    public Cli(Function<Path, Optional<String>> window) {
        this(
                new PrintWriter(System.out, false, StandardCharsets.UTF_8),
                new PrintWriter(System.err, false, StandardCharsets.UTF_8),
                window,
                ModelCache::new);
    }

    /** @param shelf where commands find the trained model */
    Cli(PrintWriter out, PrintWriter err, Function<Path, Optional<String>> window, Supplier<ModelCache> shelf) {
        this.out = new PrintWriter(new PrintableWriter(out));
        this.err = new PrintWriter(new PrintableWriter(err));
        this.window = window;
        this.shelf = shelf;
    }

    /** The answer to --version. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Cli.class.getPackage().getImplementationVersion();
            return new String[] {
                "Regard " + (version == null ? "(not packaged)" : version) + ", Java "
                        + Runtime.version().feature()
            };
        }
    }

    /**
     * Runs a command.
     *
     * @return the exit code: 0 done, 1 failure, 2 wrong usage
     */
    public int run(List<String> args) {
        for (String arg : args) {
            if (arg.endsWith(".png")) {
                workAhead(Png::ready); // faces and painter are loaded while the options are read
            }
            if (arg.indexOf('\uFFFD') >= 0) {
                err.println("Some letters did not arrive: this terminal’s locale cannot carry them. "
                        + "Set LC_ALL=C.UTF-8, say.");
            }
        }
        System.setProperty("picocli.ansi", "false"); // else it looks through every library for one that colours text
        // one command needs only itself: reading the options of all of them takes longer than many a picture
        boolean one = COMMANDS.contains(args.get(0));
        CommandLine line;
        if (one) {
            Command only = command(args.get(0));
            line = new CommandLine(only);
            line.setCommandName("regard " + args.get(0));
            line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_FOOTER, help -> only.asked(only::footer));
        } else {
            line = new CommandLine(this);
            for (String name : COMMANDS) {
                line.addSubcommand(name, command(name));
            }
            line.addSubcommand(new AutoComplete.GenerateCompletion());
        }
        line.setOut(out)
                .setErr(err)
                .setParameterExceptionHandler(this::wrong)
                .setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
        int code = execute(line, one ? args.subList(1, args.size()) : args);
        out.flush();
        err.flush();
        return code;
    }

    /**
     * Begins work that is wanted later, on another thread. What it throws is kept from everybody: the process may be ending by
     * then (faces cannot be registered any more), and where it matters the work that needs it throws the same.
     */
    static void workAhead(Runnable work) {
        CompletableFuture<Void> unused = CompletableFuture.runAsync(work);
    }

    private int execute(CommandLine line, List<String> args) {
        try {
            return line.execute(args.toArray(new String[0]));
        } catch (OutOfMemoryError | LinkageError e) { // the second where a class was being made ready
            if (!Refusal.lacksMemory(e)) {
                throw e;
            }
            err.println(
                    line.getCommandName() + ": There is not enough memory for this. Ask for less, or give Java more, "
                            + "as “java -Xmx4g -jar …” does.");
            return 1;
        }
    }

    private Command command(String name) {
        Command made =
                switch (name) {
                    case "trace" -> new TraceCommand();
                    case "render" -> new RenderCommand();
                    case "show" -> new ShowCommand();
                    case "heads" -> new HeadsCommand();
                    case "layers" -> new LayersCommand();
                    case "lab" -> new LabCommand();
                    case "quiz" -> new QuizCommand();
                    case "batch" -> new BatchCommand();
                    case "lesson" -> new LessonCommand();
                    case "code" -> new CodeCommand();
                    case "page" -> new PageCommand();
                    case "classsheet" -> new ClassSheetCommand();
                    case "presets" -> new PresetsCommand();
                    default -> new PicturesCommand(window);
                };
        return made.with(shelf);
    }

    /** Wrong usage: one line that says what to do. */
    private int wrong(CommandLine.ParameterException e, String[] args) {
        err.println(WrongUsage.line(e));
        return 2;
    }

    /** A failure: one line, and where it arose only if that is asked for. */
    private int failed(Exception e, CommandLine command) {
        boolean debug = command.getCommand() instanceof Command c && c.debug();
        String what = e instanceof Refusal || e instanceof CancellationException
                ? String.valueOf(e.getMessage())
                : e instanceof IOException
                        ? "This could not be read or written: " + e.getMessage()
                        : "This failed, which it should not: " + e + ". --debug shows where.";
        err.println(command.getCommandSpec().qualifiedName() + ": " + Printable.message(what));
        if (debug) {
            e.printStackTrace(err);
        }
        return 1;
    }

    /**
     * Tries to open a window. What libraries write of it to standard error is for whoever gets no window only in the one line
     * that follows; else it goes its way.
     *
     * @param window opens it, or says why that cannot be
     * @return why there is no window, or nothing
     */
    public Optional<String> withoutComplaints(Supplier<Optional<String>> window) {
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        System.setErr(new PrintStream(said, true, StandardCharsets.UTF_8));
        boolean opened = true;
        try {
            Optional<String> reason = window.get();
            opened = reason.isEmpty();
            return reason;
        } finally {
            System.setErr(err);
            if (opened) {
                err.print(said.toString(StandardCharsets.UTF_8));
                err.flush();
            }
        }
    }

    /**
     * The main job without a window: prints the weights and draws the stages.
     *
     * @param reason why there is no window
     * @param lesson a lesson whose first card takes the place of the first example
     */
    public int withoutWindow(String reason, Optional<Path> lesson, Path folder) {
        out.println("No window can be opened (" + reason + "): here is the "
                + (lesson.isPresent() ? "lesson’s first card" : "first example")
                + " in the terminal, and as pictures in " + folder + ".");
        Library library = new Library();
        Resolver resolver = new Resolver(library);
        try {
            Moment moment = lesson.isPresent()
                    ? Lessons.read(lesson.get(), resolver::check).cards().get(0).moment()
                    : new Moment(library.examples().get(0).experiment(), Stages.EMBEDDINGS, 0);
            Experiment experiment = moment.experiment();
            Trace t = resolver.content(experiment, Progress.NONE)
                    .subject(experiment)
                    .needed();
            Terminal.matrix(t.weights(), 2, out);
            int query = Math.min(moment.query(), t.weights().from().size() - 1);
            List<Path> files = Pictures.of(t, experiment, query, View.USUAL, folder, "");
            out.println(files.size() + " pictures written to " + folder.toAbsolutePath());
            return 0;
        } catch (Refusal e) {
            out.println(e.getMessage());
            return 1;
        } catch (IOException e) {
            out.println("The pictures could not be written: " + e.getMessage()
                    + ". Choose a folder that can be written to.");
            return 1;
        } finally {
            out.flush();
        }
    }
}
