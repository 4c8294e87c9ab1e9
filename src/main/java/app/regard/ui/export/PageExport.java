package app.regard.ui.export;

import app.regard.draw.View;
import app.regard.export.page.Page;
import app.regard.export.sheet.ClassSheet;
import app.regard.export.sheet.LessonSheet;
import app.regard.export.sheet.SheetChoices;
import app.regard.file.FileName;
import app.regard.file.Lesson;
import app.regard.lab.catalog.LabPage;
import app.regard.lab.catalog.Labs;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.trace.LabState;
import app.regard.trace.Moment;
import app.regard.trace.Progress;
import app.regard.trace.Trace;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.session.Saving;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The export of pages: web pages and class sheets, of what the window shows or of a lesson. */
public final class PageExport {
    private final Workspace session;
    private final FileDialogs files;
    private final Saving saving;

    PageExport(Workspace session, FileDialogs files, Saving saving) {
        this.session = session;
        this.files = files;
        this.saving = saving;
    }

    private ViewState shown() {
        return session.shown().get();
    }

    private Trace staged() {
        return shown().content().subject(shown().experiment()).needed();
    }

    /** What is shown as a page to step through. */
    void page() {
        ViewState is = shown();
        View look = ranged();
        Moment here = new Moment(is.experiment(), is.focus().stage(), is.focus().query());
        Page.Card card = Page.Card.of("", "", is.subject(), here, null, is.content());
        file(
                "Save the web page",
                "",
                "html",
                (out, progress) -> Page.write(is.experiment().text(), List.of(card), look, out));
    }

    /** A lesson as a page: its cards one after the other. */
    void page(Lesson lesson) {
        View look = ranged();
        String title = lesson.title().isBlank() ? shown().experiment().text() : lesson.title();
        if (saving.ready()) {
            files.save("Save the lesson as a web page", FileName.suggest(title, "", "html"), "html")
                    .ifPresent(file -> saving.file(file, (out, progress) -> {
                        List<Page.Card> cards = new ArrayList<>();
                        for (Lesson.Card card : lesson.cards()) {
                            progress.at(cards.size() / (double) lesson.cards().size());
                            cards.add(card(card, progress));
                        }
                        Page.write(title, cards, look, out);
                    }));
        }
    }

    /** As pages usually look, in the range of colours that is chosen. */
    private View ranged() {
        return View.USUAL.withRange(shown().view().range());
    }

    private @Nullable LabPage lab(Moment of, Progress progress) {
        LabState lab = of.lab();
        return lab == null ? null : LabPage.of(Labs.ALL, of, lab, session.resolver(), progress);
    }

    private Page.Card card(Lesson.Card card, Progress progress) {
        Moment of = card.moment();
        Content seen = session.resolver().content(of, progress);
        return Page.Card.of(card.title(), card.notes(), Resolver.laid(seen, of), of, lab(of, progress), seen);
    }

    /** A lesson as a class sheet: what its labs made, and exercises for its other cards. */
    void classSheet(Lesson lesson) {
        View view = paper();
        String title = lesson.title().isBlank() ? shown().experiment().text() : lesson.title();
        if (saving.ready()) {
            files.save("Save the lesson as a class sheet", FileName.suggest(title, "class sheet", "pdf"), "pdf")
                    .ifPresent(file -> saving.file(file, (out, progress) -> {
                        List<LessonSheet.Card> cards = new ArrayList<>();
                        for (Lesson.Card card : lesson.cards()) {
                            progress.at(cards.size() / (double) lesson.cards().size());
                            Moment of = card.moment();
                            Content seen = session.resolver().content(of, progress);
                            SheetChoices choices = SheetChoices.of(of, seen);
                            cards.add(LessonSheet.Card.of(
                                    card.name(),
                                    card.notes(),
                                    Resolver.laid(seen, of),
                                    of,
                                    choices,
                                    lab(of, progress)));
                        }
                        LessonSheet.write(title, cards, view, out, progress);
                    }));
        }
    }

    private View paper() {
        View is = shown().view();
        return ranged().withDecimals(is.decimals()).withRamp(is.ramp());
    }

    /** The pane of the sheet for a class; light whatever the window's theme, for it is for paper. */
    public ClassSheetPane classSheet(TaskRunner tasks, Runnable close) {
        Trace t = staged();
        View view = paper();
        SheetChoices usual = SheetChoices.usual(shown().focus().query())
                .comparedWith(shown().content().compared());
        return new ClassSheetPane(t, usual, shown().asked(), view, tasks, c -> sheet(t, c, view), close);
    }

    private void sheet(Trace t, SheetChoices choices, View view) {
        file(
                "Save the class sheet",
                "class sheet",
                "pdf",
                (out, progress) -> ClassSheet.write(t, choices, view, out, progress));
    }

    private void file(String title, String what, String ending, Saving.Body body) {
        if (saving.ready()) {
            files.save(title, FileName.suggest(shown().experiment().text(), what, ending), ending)
                    .ifPresent(file -> saving.file(file, body));
        }
    }
}
