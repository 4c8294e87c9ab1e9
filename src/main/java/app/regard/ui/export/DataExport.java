package app.regard.ui.export;

import app.regard.draw.Area;
import app.regard.draw.Frame;
import app.regard.draw.Palette;
import app.regard.draw.Spot;
import app.regard.draw.Theme;
import app.regard.draw.View;
import app.regard.draw.chart.GridArea;
import app.regard.export.code.JavaCode;
import app.regard.export.code.Latex;
import app.regard.export.code.NumpyCode;
import app.regard.export.code.PgfPlot;
import app.regard.export.data.CellRange;
import app.regard.export.data.Numbers;
import app.regard.export.picture.FileSize;
import app.regard.export.picture.Picture;
import app.regard.export.picture.What;
import app.regard.file.Atomic;
import app.regard.file.FileName;
import app.regard.file.array.Csv;
import app.regard.file.array.Npy;
import app.regard.file.array.Npz;
import app.regard.lab.ask.NumberQuestions;
import app.regard.lab.ask.QuizQuestion;
import app.regard.lab.ask.QuizWriter;
import app.regard.stage.Exportable;
import app.regard.stage.Part;
import app.regard.stage.Words;
import app.regard.trace.Grid;
import app.regard.trace.NumberTable;
import app.regard.trace.Refusal;
import app.regard.trace.Trace;
import app.regard.trace.Weights;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.kit.Notice;
import app.regard.ui.kit.SystemFileDialogs;
import app.regard.ui.session.Saving;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The export of what the reader takes away besides pictures: numbers, code, pages. */
public final class DataExport {
    /** Room enough for every matrix of a stage. */
    private static final double WIDE = 4000;

    private final Workspace session;
    private final FileDialogs files;
    private final Saving saving;

    public DataExport(Workspace session, FileDialogs files, Saving saving) {
        this.session = session;
        this.files = files;
        this.saving = saving;
    }

    /** The export of pages, which hold more than numbers. */
    public PageExport pages() {
        return new PageExport(session, files, saving);
    }

    private ViewState shown() {
        return session.shown().get();
    }

    // ---- numbers

    /** All numbers of what is taken away. */
    void json(Exportable of) {
        file("Save the numbers", of, "numbers", "json", (out, progress) -> of.json(out));
    }

    /** One table of it. */
    void csv(Exportable of, String table) {
        NumberTable numbers = Objects.requireNonNull(of.numbers().get(table), "a table that there is");
        Csv.Labelled labelled = new Csv.Labelled(table, numbers.rows(), numbers.columns(), numbers.values());
        file("Save the table", of, table, "csv", (out, progress) -> Csv.write(out, labelled));
    }

    private void file(String title, Exportable of, String what, String ending, Saving.Body body) {
        if (ready()) {
            files.save(title, FileName.suggest(of.title(), what, ending), ending)
                    .ifPresent(file -> saving.file(file, body));
        }
    }

    /** The window's stages with the matrices of the present one. */
    Exportable stages() {
        return new StagesExport(
                shown(),
                Picture.of(What.STAGE, shown().focus().stage(), shown().focus().query(), shown().view()),
                parts());
    }

    void npz() {
        ViewState is = shown();
        Map<String, Grid> arrays = is.trace()
                .map(Numbers::arrays)
                .orElseGet(() -> Map.of(Numbers.name(Part.WEIGHTS), is.weights().a()));
        file("Save the numbers", "numbers", "npz", (out, progress) -> Npz.write(out, arrays));
    }

    void npy(Part part) {
        Csv.Labelled matrix = StagesExport.matrix(shown(), part);
        file("Save the matrix", matrix.corner(), "npy", (out, progress) -> Npy.write(out, matrix.grid()));
    }

    /** The cell that the window asks about. */
    Spot asked() {
        return shown().asked();
    }

    /** What a range of cells of what is shown is called. */
    String said(CellRange range) {
        return range.said(StagesExport.matrix(shown(), range.part()));
    }

    /** Questions for a cell of what is shown, its row, its column or its matrix, as a file for Moodle. */
    void questions(CellRange asked) {
        ViewState is = shown();
        int query = is.focus().query();
        List<QuizQuestion> all = NumberQuestions.of(
                is.content(),
                is.experiment(),
                query,
                asked.cells(StagesExport.matrix(is, asked.part()).grid()));
        file(
                "Save the questions",
                "questions",
                "gift",
                (out, progress) -> out.write(QuizWriter.gift(all).getBytes(StandardCharsets.UTF_8)));
    }

    /** Whether there are stages, and not only weights. */
    boolean hasStages() {
        return shown().trace().isPresent();
    }

    private Trace staged() {
        return shown().trace()
                .orElseThrow(() -> new Refusal("These weights have no stages that could be written down."));
    }

    // ---- code

    void numpy() {
        code("NumPy", "py", NumpyCode::of);
    }

    void java() {
        code("Java", "java", JavaCode::of);
    }

    /** On the clipboard; with too many numbers for that as a file, with the numbers in another one beside it. */
    private void code(String language, String ending, BiFunction<Trace, String, String> script) {
        Trace t = staged();
        if (!NumpyCode.needsArrays(t)) {
            copy(script.apply(t, ""), "The weights as " + language + " are copied: paste and run them.");
        } else if (ready()) {
            files.save("Save the script; its numbers go beside it", name("", ending), ending)
                    .ifPresent(file -> script(file, t, script));
        }
    }

    private void script(Path file, Trace t, BiFunction<Trace, String, String> script) {
        String own = file.getFileName().toString();
        Path npz = SystemFileDialogs.free(file.resolveSibling(own.substring(0, own.lastIndexOf('.')) + ".npz"));
        String text = script.apply(t, npz.getFileName().toString());
        saving.make(
                own,
                progress -> {
                    Atomic.write(npz, true, out -> Npz.write(out, NumpyCode.arrays(t)));
                    progress.at(0.9);
                    Atomic.write(file, true, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
                    return file;
                },
                done -> saving.said(file, " Its numbers are in “" + npz.getFileName() + "” beside it."));
    }

    void latexMatrix() {
        copy(
                Latex.matrix(
                        shown().weights().a(),
                        shown().view().decimals(),
                        shown().view().range()),
                "The weights as a LaTeX matrix are copied.");
    }

    void latexTable() {
        Weights w = shown().weights();
        copy(
                Latex.table(
                        w.a(),
                        Words.labels(w.from()),
                        Words.labels(w.to()),
                        shown().view().decimals(),
                        shown().view().range()),
                "The weights as a LaTeX table are copied.");
    }

    /** The weights as a heat map for LaTeX, in the style that the figures of a paper have. */
    void pgfPlot(FigureStyle style) {
        Weights w = shown().weights();
        View view = style.of(shown().view());
        double width =
                style.width().map(FileSize::millimetres).filter(mm -> mm > 0).orElse(PgfPlot.COLUMN);
        double label = style.label() > 0 ? style.label() : FileSize.PAPER_LABEL;
        Palette palette = Palette.of(Theme.LIGHT, view.ramp());
        copy(
                new PgfPlot(width, label, palette, view.decimals())
                        .of(w, view.range().scale(w.a()::at, w.a().rows(), w.a().cols())),
                "The heat map for LaTeX (PGFPlots) is copied: paste it into the paper.");
    }

    private void copy(String text, String said) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
        session.say(new Notice(Notice.Kind.HINT, said));
    }

    private void file(String title, String what, String ending, Saving.Body body) {
        if (ready()) {
            files.save(title, name(what, ending), ending).ifPresent(file -> saving.file(file, body));
        }
    }

    private String name(String what, String ending) {
        return FileName.suggest(shown().experiment().text(), what, ending);
    }

    private boolean ready() {
        return saving.ready();
    }

    /** The matrices of the present stage that a file can hold, in the order in which they are shown. */
    List<Part> parts() {
        ViewState is = shown();
        if (is.trace().isEmpty()) {
            return List.of(Part.WEIGHTS);
        }
        int stage = is.focus().stage();
        Set<String> all = Numbers.matrices(staged(), is.focus().query()).keySet();
        Set<Part> found = new LinkedHashSet<>();
        for (int way = 0; way < is.content().variants(stage).size(); way++) {
            Frame wide = new Frame(WIDE, WIDE, is.view(), way, Map.of());
            for (Area area : is.content().base(stage, is.focus().query(), wide).areas()) {
                if (area instanceof GridArea grid) {
                    Part.named(grid.matrix())
                            .filter(part -> all.contains(Numbers.name(part)))
                            .ifPresent(found::add);
                }
            }
        }
        return List.copyOf(found);
    }
}
