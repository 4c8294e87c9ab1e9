package app.regard.lab.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.cli.InProcess;
import app.regard.draw.View;
import app.regard.export.picture.ExportedPicture;
import app.regard.export.picture.FileSize;
import app.regard.export.picture.PictureStyle;
import app.regard.export.picture.Svg;
import app.regard.lab.Lab;
import app.regard.lab.Outcome;
import app.regard.lab.Reads;
import app.regard.lab.Run;
import app.regard.lab.Setup;
import app.regard.lab.Snapshot;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.HeadId;
import app.regard.trace.Mask;
import app.regard.trace.Moment;
import app.regard.trace.Positions;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import app.regard.transformer.MiniLm;
import app.regard.transformer.OneModel;
import app.regard.words.Library;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What labs say that they read, held to what comes of them on two moments that differ in that part alone. */
class ReadsTest {
    private static final Experiment PLAIN = Experiment.of("bank of river in money", new Source.Simple("similarity"));

    static Stream<Lab<?>> labs() {
        return Labs.ALL.all().stream();
    }

    private static final String REFUSED = "refused: ";
    private static final Experiment TRAINED = PLAIN.withTrained(MiniLm.NAME, new HeadId(1, 2));

    private static Map<Reads, Moment> others() {
        Map<Reads, Moment> all = others(PLAIN);
        all.put(Reads.HEAD, at(Experiment.of(PLAIN.text(), new Source.Simple("coreference"))));
        all.put(Reads.EDITS, at(PLAIN.withEdits(List.of(Edit.of("X[bank,2]=1"), Edit.of("X[river,0]=3")))));
        all.put(Reads.POSITIONS, at(PLAIN.withPositions(Positions.sinusoidal(3))));
        return all;
    }

    /** The input of a trained head holds its positions already, and edits are of it alone. */
    private static Map<Reads, Moment> othersTrained() {
        Map<Reads, Moment> all = others(TRAINED);
        all.put(Reads.EDITS, at(TRAINED.withEdits(List.of(Edit.of("X[bank@2,0]=9"), Edit.of("W_V[*,*]*=3")))));
        return all;
    }

    private static Map<Reads, Moment> others(Experiment plain) {
        Map<Reads, Moment> all = new LinkedHashMap<>();
        all.put(Reads.SENTENCE, at(Experiment.of("river river money of bank", plain.source())));
        all.put(Reads.WORD, new Moment(plain, 6, 2));
        all.put(Reads.MASK, at(plain.withMask(Mask.CAUSAL)));
        all.put(Reads.TEMPERATURE, at(plain.withTemperature(3)));
        all.put(Reads.BEFORE, new Moment(plain, 6, 0, plain.withTemperature(3), null));
        return all;
    }

    private static Moment at(Experiment e) {
        return new Moment(e, 6, 0);
    }

    /** All that is seen of a lab: its picture and what it says; of a training before it begins. */
    private static String seen(Lab<?> lab, Moment here) {
        Resolver resolver = new Resolver(new Library(), OneModel.trained());
        try {
            Content content = resolver.content(here.experiment(), here.before(), Progress.NONE);
            Setup<?> begun = Setup.begin(lab, here, content);
            // a bet that is open hides all that it is about
            Setup<?> setup = lab.about().id().equals("bet") ? begun.with("bet", "0.2,0.2,0.2,0.2,0.2") : begun;
            Outcome outcome = setup.prepare(resolver, Run.of(Progress.NONE));
            Snapshot shown = outcome.at(outcome.length() - 1);
            LabPage page = new LabPage(lab.about(), "", setup.here().experiment(), setup.state(), Map.of(), shown);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Svg.write(ExportedPicture.of(page, PictureStyle.of(View.USUAL)), FileSize.scaled(1), "", out);
            page.json(out);
            return out.toString(StandardCharsets.UTF_8);
        } catch (Refusal e) {
            return REFUSED + e.getMessage();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("labs")
    void whatIsNotReadDecidesNothing(Lab<?> lab) {
        if (lab.about().id().equals("cost")) {
            return; // it tells milliseconds, which no two runs share
        }
        decides(lab, PLAIN, others(), false);
        decides(lab, TRAINED, othersTrained(), false);
    }

    @ParameterizedTest
    @MethodSource("labs")
    void whatIsReadDecidesSomething(Lab<?> lab) {
        String id = lab.about().id();
        // trainings read letters or sentences of their own kind, a taught head what its first goal is chosen by
        if (List.of("discover", "induction", "teach").contains(id)) {
            return;
        }
        decides(lab, PLAIN, others(), true);
        decides(lab, TRAINED, othersTrained(), true);
    }

    /** That those parts decide something that are read, or those nothing that are not. */
    private static void decides(Lab<?> lab, Experiment e, Map<Reads, Moment> others, boolean read) {
        Set<Reads> reads = lab.reads(false, e.source().traits().trained());
        String plain = seen(lab, at(e));
        boolean refused = plain.startsWith(REFUSED); // some are not made for a trained head
        others.forEach((part, other) -> {
            if (reads.contains(part) == read && !(read && refused)) {
                assertThat(seen(lab, other).equals(plain))
                        .as("%s %s %s, on %s", lab.about().id(), read ? "with" : "without", part, e.source())
                        .isNotEqualTo(read);
            }
        });
    }

    @Test
    void commandsRefuseWhatALabDoesNotReadAndNeedNoSentenceForOneThatReadsNone() {
        for (List<String> args : List.of(
                List.of("sink", "--focus", "bank"),
                List.of("quiz", "--mask", "causal"),
                List.of("heads", "river bank", "--temperature", "3"),
                List.of("order", "river bank", "--before-mask", "causal"),
                List.of("positions", "river bank", "--mask", "causal"),
                List.of("cross", "--seed", "3"),
                List.of("distance", "bank of river", "--step", "1"))) {
            InProcess run = run(args);
            assertThat(run.code()).as("%s", args).isEqualTo(2);
            assertThat(run.problem()).as("%s", args).hasSize(1);
            assertThat(run.err()).contains("nothing here");
        }
        assertThat(run(List.of("scaling", "river bank")).err()).contains("reads no sentence");
        for (List<String> args : List.of(
                List.of("sink"),
                List.of("cross", "river bank"),
                List.of("two-layers"),
                List.of("cross"),
                List.of("cross", "river bank", "--keys", "money", "--seed", "3"),
                List.of("edit", "river bank", "--before-mask", "causal"))) {
            InProcess run = run(args);
            assertThat(run.code()).as("%s: %s", args, run.err()).isZero();
        }
    }

    private static InProcess run(List<String> args) {
        return InProcess.run(Stream.concat(Stream.of("lab"), args.stream()).toArray());
    }
}
