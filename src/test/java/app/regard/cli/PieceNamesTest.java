package app.regard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Figure;
import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.lab.Lab;
import app.regard.lab.Panel;
import app.regard.lab.Reads;
import app.regard.lab.Run;
import app.regard.lab.Setting;
import app.regard.lab.Setup;
import app.regard.lab.Snapshot;
import app.regard.lab.catalog.Labs;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.stage.WhyText;
import app.regard.trace.Experiment;
import app.regard.trace.Moment;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import app.regard.transformer.OneModel;
import app.regard.transformer.TinyModels;
import app.regard.words.Library;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that is said or drawn spells a piece as a byte-level tokenizer does: “·bank”, not “Ġbank”. Data keep its spelling. */
class PieceNamesTest {
    private static final String TEXT = "the bank of the river bank";
    private static final String MARK = "Ġ";

    /** Commands of a head; those that are refused say of which words they are. */
    private static final List<String> COMMANDS = """
            show
            show --hide 2
            show --edit X[bank@2,0]=2
            show --temperature 1e-320
            show --edit mask[1,*]=0
            show --edit X[bank@2,*]=1e300
            render --focus nothing -o FILE.svg
            render --what heatmap -o FILE.svg
            render --what arcs -o FILE.svg
            render --what bars -o FILE.svg
            render --what sheet -o FILE.svg
            render --stage 7 -o FILE.svg
            quiz --focus bank -o FILE.gift
            page -o FILE.html
            code --as java
            code --as latex
            code --as table
            code --as pgfplots
            lab parts --set query=nothing
            lab edit --edit X[bank@2,0]=2
            """.lines().toList();

    @TempDir
    private Path folder;

    private static String model(String name) {
        return TinyModels.folder(name).toString();
    }

    /** What a command says and writes. */
    private String said(String command, String name, boolean head) throws IOException {
        List<String> words = new ArrayList<>(
                List.of(command.replace("FILE", folder.resolve("it") + "").split(" ")));
        words.add(words.get(0).equals("lab") ? 2 : 1, TEXT);
        words.addAll(List.of("--model", model(name)));
        words.addAll(head ? List.of("--layer", "1", "--head", "1") : List.of());
        InProcess run = InProcess.run(words.toArray());
        int file = words.indexOf("-o");
        Path written = file < 0 ? folder.resolve("none") : Path.of(words.get(file + 1));
        String said = run.out() + run.err() + (Files.exists(written) ? Files.readString(written) : "");
        Files.deleteIfExists(written);
        assertThat(said).as(command).isNotBlank();
        return said;
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2-tiny", "roberta-tiny"})
    void noCommandSaysIt(String name) throws IOException {
        for (String command : COMMANDS) {
            assertThat(said(command, name, true)).as(command).doesNotContain(MARK);
        }
        for (String command : List.of("heads", "layers --word river", "layers --word river -o FILE.svg")) {
            assertThat(said(command, name, false)).as(command).doesNotContain(MARK);
        }
    }

    @Test
    void theListOfWordsInAScriptIsDataAndItsCommentsAreNot() throws IOException {
        List<String> marked = said("code --as numpy", "gpt2-tiny", true)
                .lines()
                .filter(line -> line.contains(MARK))
                .toList();
        assertThat(marked).singleElement().asString().startsWith("words = [\"the\", \"Ġbank\"");
    }

    /** A file that was opened is called by its tokens where it brings no text. */
    @Test
    void noPictureOfAFileSaysIt() throws IOException {
        Path file = Files.writeString(
                folder.resolve("of.json"),
                "{\"tokens\": [\"the\", \"Ġbank\", \"Ġ\"], \"weights\": [[1, 0, 0], [0.5, 0.5, 0], [0.2, 0.2, 0.6]]}");
        Path picture = folder.resolve("of.svg");
        for (String what : List.of("heatmap", "bars", "heads")) {
            assertThat(InProcess.run("render", "--attention", file, "--what", what, "-o", picture, "--force")
                            .code())
                    .isZero();
            assertThat(Files.readString(picture)).as(what).contains("·bank").doesNotContain(MARK);
        }
        for (String command : List.of("show", "show --merge", "show --hide 2", "lab heads", "lab bet")) {
            List<Object> words = new ArrayList<>(List.of((Object[]) command.split(" ")));
            words.addAll(List.of("--attention", file));
            InProcess run = InProcess.run(words.toArray());
            assertThat(run.code()).as(command).isZero();
            assertThat(run.out() + run.err()).as(command).doesNotContain(MARK);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt2-tiny", "roberta-tiny"})
    void noLabSaysIt(String name) throws IOException {
        Experiment e = Experiment.of(TEXT, new Source.Trained(model(name), 1, 1));
        Resolver resolver = new Resolver(new Library(), OneModel.trained());
        Content seen = resolver.content(e, Progress.NONE);
        Set<String> ran = new LinkedHashSet<>();
        for (Lab<?> lab : Labs.ALL.all()) {
            Set<Reads> reads = lab.reads(false, true);
            if (reads.contains(Reads.HEAD) || reads.contains(Reads.MODEL)) {
                String id = lab.about().id();
                assertThat(said("lab " + id, name, true)).as(id).doesNotContain(MARK);
                assertThat(said("lab " + id + " -o FILE.svg", name, true))
                        .as(id)
                        .doesNotContain(MARK);
                for (int query : new int[] {1, 7}) {
                    if (looksClean(lab, new Moment(e, 6, query), seen, resolver)) {
                        ran.add(id);
                    }
                }
            }
        }
        assertThat(ran).contains("heads", "edit", "compare", "contribution", "parts", "heads-together", "bet");
    }

    /** Looks at all that a lab says, also of what is pointed at; returns whether it takes such a head. */
    private static <S extends Record> boolean looksClean(Lab<S> lab, Moment here, Content seen, Resolver resolver) {
        Setup<S> setup = Setup.begin(lab, here, seen);
        Snapshot shown;
        try {
            shown = setup.run(resolver, Run.of(Progress.NONE)).at(0);
        } catch (Refusal tables) {
            assertThat(tables.getMessage()).doesNotContain(MARK);
            return false;
        }
        String id = lab.about().id();
        assertThat(shown.said()).as(id).doesNotContain(MARK);
        assertThat(setup.legible().toString()).as(id).doesNotContain(MARK);
        for (Setting<S> setting : setup.settings()) {
            assertThat(setting.form().allowed()).as(id + " " + setting.name()).doesNotContain(MARK);
        }
        for (Panel panel : shown.panels()) {
            String where = id + ", " + panel.id();
            assertThat(panel.title() + panel.numbers().rows() + panel.numbers().columns())
                    .as(where)
                    .doesNotContain(MARK);
            assertThat(panel.guesses().toString()).as(where).doesNotContain(MARK);
            for (Spot spot : spots(panel.base(panel.room(View.USUAL)))) {
                String why = panel.why(spot)
                        .map(w -> w.about() + WhyText.formula(w, 4) + w.note() + seen.said(w, 2))
                        .orElseGet(() -> panel.said(spot));
                assertThat(why).as("%s, %s", where, spot).doesNotContain(MARK);
            }
        }
        return true;
    }

    /** What can be pointed at in a figure. */
    private static Set<Spot> spots(Figure figure) {
        Set<Spot> found = new LinkedHashSet<>();
        for (double y = 3; y < figure.height(); y += 11) {
            for (double x = 3; x < figure.width(); x += 23) {
                figure.spotAt(x, y).filter(Spot::isCell).ifPresent(found::add);
            }
        }
        return found;
    }
}
