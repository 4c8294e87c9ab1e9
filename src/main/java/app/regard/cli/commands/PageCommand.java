package app.regard.cli.commands;

import app.regard.cli.options.Command;
import app.regard.cli.options.OutputOptions;
import app.regard.cli.options.RangeOptions;
import app.regard.cli.options.SentenceArguments;
import app.regard.cli.options.StyleOptions;
import app.regard.draw.View;
import app.regard.export.page.Page;
import app.regard.file.Atomic;
import app.regard.file.Lesson;
import app.regard.file.Lessons;
import app.regard.lab.catalog.LabPage;
import app.regard.lab.catalog.Labs;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.stage.Exportable;
import app.regard.stage.Stages;
import app.regard.trace.LabState;
import app.regard.trace.Moment;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Trace;
import app.regard.words.Library;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that writes a moment or a lesson as a web page. */
@CommandLine.Command(
        name = "page",
        description =
                "Writes a sentence, or a lesson, as one web page that can be stepped through and asked, anywhere.")
public final class PageCommand extends Command {
    @Mixin
    private SentenceArguments asked;

    @Option(names = "--lesson", paramLabel = "FILE", description = "A lesson (.regard) instead of a sentence.")
    private @Nullable Path lesson;

    @Mixin
    private RangeOptions colours;

    @Option(names = "--title", paramLabel = "TEXT", description = "What stands above it; usually the sentence.")
    private @Nullable String title;

    @Option(names = "--stage", paramLabel = "N", description = "The stage that it opens, 1 to 8.", defaultValue = "1")
    private int stage;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Where to: FILE.html.")
    private Path output;

    @Option(names = "--force", description = "Replaces the file if it exists.")
    private boolean force;

    @Override
    public int run() throws IOException {
        asked(() -> {
            if (!Stages.has(stage)) {
                throw new Refusal("--stage takes 1 to 8, not " + stage + ".");
            }
            if (lesson != null) {
                asked.onlyLesson();
            }
            OutputOptions.requireEnding(output, ".html", ".htm", ".xhtml");
        });
        if (lesson != null) {
            only("a lesson’s cards bring their own; leave the options out", "--lesson", "--title", "--max", "--log");
            Resolver resolver = new Resolver(new Library());
            Lesson read = Lessons.read(lesson, resolver::check);
            write(
                    title == null ? read.title() : title,
                    read.cards().stream().map(card -> card(resolver, card)).toList());
            return 0;
        }
        SentenceArguments.Answer answer = asked.answer(this);
        Trace t = answer.trace();
        int query = StyleOptions.usual(t.weights().from(), answer.focus());
        String sentence = answer.experiment().text();
        write(
                title == null ? sentence : title,
                List.of(new Page.Card(sentence, "", t, stage, query, null, answer.content())));
        return 0;
    }

    private static Page.Card card(Resolver resolver, Lesson.Card card) {
        Moment m = card.moment();
        try {
            Content seen = resolver.content(m, Progress.NONE);
            LabState lab = m.lab();
            Exportable made = lab == null ? null : LabPage.of(Labs.ALL, m, lab, resolver, Progress.NONE);
            return Page.Card.of(card.name(), card.notes(), Resolver.laid(seen, m), m, made, seen);
        } catch (Refusal e) {
            throw new Refusal("The card “" + card.name() + "”: " + e.getMessage());
        }
    }

    private void write(String heading, List<Page.Card> cards) {
        View look = View.USUAL.withRange(asked(colours::range));
        Atomic.write(output, force, to -> Page.write(heading, cards, look, to));
    }
}
