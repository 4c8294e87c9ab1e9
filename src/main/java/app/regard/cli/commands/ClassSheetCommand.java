package app.regard.cli.commands;

import app.regard.cli.options.Command;
import app.regard.cli.options.OutputOptions;
import app.regard.cli.options.ProgressBar;
import app.regard.cli.options.RangeOptions;
import app.regard.cli.options.SentenceArguments;
import app.regard.cli.options.StyleOptions;
import app.regard.draw.View;
import app.regard.export.data.CellRange;
import app.regard.export.data.Numbers;
import app.regard.export.sheet.ClassSheet;
import app.regard.export.sheet.LessonSheet;
import app.regard.export.sheet.SheetChoices;
import app.regard.file.Atomic;
import app.regard.file.Lesson;
import app.regard.file.Lessons;
import app.regard.lab.catalog.LabPage;
import app.regard.lab.catalog.Labs;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.trace.LabState;
import app.regard.trace.Moment;
import app.regard.words.Library;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command that writes a class sheet. */
@CommandLine.Command(
        name = "classsheet",
        description =
                "Writes a PDF for a class: the stages’ tables partly blank, and a key on its own page. Of a lesson "
                        + "every card; a card with a lab has the lab’s figures and what it says.")
public final class ClassSheetCommand extends Command {
    @Mixin
    private SentenceArguments asked;

    @Mixin
    private RangeOptions colours;

    @Option(names = "--lesson", paramLabel = "FILE", description = "A lesson (.regard) instead of a sentence.")
    private @Nullable Path lesson;

    @Option(names = "--focus", paramLabel = "WORD", description = "The word whose way is computed by hand.")
    private String focus = "";

    @Option(
            names = "--ask",
            paramLabel = "CELLS",
            description = "Numbers to leave blank in place of the word's way: scores[bank,river], Q[bank,*] for a row. "
                    + "Places count from 0. May be given several times.")
    private List<String> ask = new ArrayList<>();

    @Option(names = "--decimals", paramLabel = "N", description = "Decimals, 0 to 6. Usually 2.", defaultValue = "2")
    private int decimals;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "Where to: FILE.pdf.")
    private Path output;

    @Option(names = "--force", description = "Replaces the file if it exists.")
    private boolean force;

    @Override
    public int run() throws IOException {
        int places = asked(() -> StyleOptions.decimals(decimals));
        View view = View.USUAL.withDecimals(places).withRange(asked(colours::range));
        asked(() -> OutputOptions.requireEnding(output, ".pdf"));
        Path cards = lesson;
        if (cards != null) {
            asked(asked::onlyLesson);
            only("a lesson’s cards bring their own; leave the options out", "--lesson", "--decimals", "--max", "--log");
            lesson(cards, view);
            return 0;
        }
        SentenceArguments.Answer answer = asked.answer(this);
        var words = answer.trace().weights().from();
        int query = asked(
                () -> focus.isEmpty() ? StyleOptions.usual(words, answer.focus()) : StyleOptions.place(words, focus));
        SheetChoices choices = SheetChoices.usual(query)
                .comparedWith(answer.content().compared())
                .asking(asked(() -> CellRange.cells(ask, Numbers.matrices(answer.trace(), query))));
        ProgressBar bar = new ProgressBar();
        Atomic.write(output, force, to -> ClassSheet.write(answer.trace(), choices, view, to, bar));
        return 0;
    }

    private void lesson(Path file, View view) throws IOException {
        Resolver resolver = new Resolver(new Library(), trained());
        Lesson read = Lessons.read(file, resolver::check);
        List<LessonSheet.Card> cards = new ArrayList<>();
        for (Lesson.Card card : read.cards()) {
            Moment m = card.moment();
            Content seen = resolver.content(m, new ProgressBar());
            LabState lab = m.lab();
            cards.add(LessonSheet.Card.of(
                    card.name(),
                    card.notes(),
                    Resolver.laid(seen, m),
                    m,
                    SheetChoices.of(m, seen),
                    lab == null ? null : LabPage.of(Labs.ALL, m, lab, resolver, new ProgressBar())));
        }
        Atomic.write(output, force, to -> LessonSheet.write(read.title(), cards, view, to, new ProgressBar()));
    }
}
