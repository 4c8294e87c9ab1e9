package app.regard.ui.session;

import app.regard.engine.Attention;
import app.regard.heads.AttentionFiles;
import app.regard.heads.Heads;
import app.regard.heads.Reading;
import app.regard.source.Derivation;
import app.regard.source.TraceContent;
import app.regard.source.WeightsContent;
import app.regard.stage.Content;
import app.regard.stage.Subject;
import app.regard.stage.Unusual;
import app.regard.trace.Experiment;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.transformer.ForwardPass;
import app.regard.transformer.MiniLm;
import app.regard.ui.kit.TaskRunner;
import app.regard.words.Library;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Computes what is asked for: short sentences at once, the rest away from the window's thread. */
final class Computing {
    /** Up to this many words everything is computed and painted at once. */
    static final int AT_ONCE = 64;

    private final Library library;
    private final TaskRunner background;
    private final TrainedModel.Client model;
    private final AttentionFiles elsewhere = new AttentionFiles();
    private final TaskRunner.Slot asked = new TaskRunner.Slot();

    Computing(Library library, TaskRunner background, TrainedModel model) {
        this.library = library;
        this.background = background;
        this.model = model.client();
    }

    /**
     * What is asked for.
     *
     * @param reading what is to be made of heads' weights, as far as there are any to choose from
     */
    record Asked(Experiment experiment, Reading reading) {
        /** What of the reading makes sense here: pieces of a file's words are not known, and a rule has one head. */
        Reading sensible() {
            return experiment.source() instanceof Source.Trained
                    ? reading
                    : experiment.source() instanceof Source.Imported ? reading.withMerge(false) : Reading.PLAIN;
        }
    }

    /**
     * What came of it.
     *
     * @param seen what there is to show, or nothing
     * @param said why there is nothing; else what is to be known of it, or empty
     */
    record Result(Asked of, Optional<Content> seen, String said) {}

    /** The session as one who asks for the trained model. */
    TrainedModel.Client model() {
        return model;
    }

    /** Files of attention. */
    AttentionFiles elsewhere() {
        return elsewhere;
    }

    /** Whether it is so much that the window should not wait for it. */
    boolean takesLong(Experiment e) {
        String keys = e.keyText() == null ? e.text() : e.keyText();
        return e.source() instanceof Source.Trained
                || e.source() instanceof Source.Imported
                || library.longer(e.text(), AT_ONCE)
                || library.longer(keys, AT_ONCE);
    }

    /** Computes now. */
    Result at(Asked now) {
        forget();
        return computed(now, Progress.NONE);
    }

    /**
     * Computes away from the window's thread; of several requests only the newest is answered, and the older ones end where
     * they next may.
     *
     * @param file whether a file has to be read for it, which must not hold up sentences
     * @param what says, away from that thread too, what is asked for
     * @param done is told what came of it
     * @param failed is told why it cannot even be asked
     */
    void later(boolean file, Supplier<Asked> what, Consumer<Result> done, Consumer<String> failed) {
        background.latest(
                file ? TaskRunner.Worker.FILES : TaskRunner.Worker.RESOLVE,
                asked,
                progress -> computed(what.get(), progress),
                done,
                e -> failed.accept(String.valueOf(e.getMessage())));
    }

    void forget() {
        asked.forget();
    }

    private Result computed(Asked of, Progress progress) {
        Experiment experiment = of.experiment();
        try {
            if (experiment.source() instanceof Source.Imported file) {
                return imported(of, file, progress);
            }
            if (experiment.source() instanceof Source.Trained head) {
                Trace trace = Attention.trace(model.inputs(experiment, progress));
                Content seen = of.sensible().plain() ? new TraceContent(trace) : derived(of, head, trace, progress);
                return new Result(of, Optional.of(seen), tooLong(trace));
            }
            Trace trace = Attention.trace(library.resolve(experiment));
            return new Result(of, Optional.of(new TraceContent(trace)), tooLong(trace));
        } catch (Refusal refusal) {
            return new Result(of, Optional.empty(), String.valueOf(refusal.getMessage()));
        }
    }

    private Content derived(Asked asked, Source.Trained of, Trace trace, Progress progress) {
        Reading reading = asked.sensible();
        ForwardPass passed = model.passed(asked.experiment().text(), progress);
        Heads heads = Heads.of(passed);
        Reading.Made combined = reading.combines()
                ? reading.combined(heads.each(progress::check), of.layer(), of.head())
                : new Reading.Made(
                        trace.weights(), Subject.of(trace, asked.experiment()).about());
        List<String> unusual = reading.combines() ? List.of() : Unusual.of(trace.in());
        return new Derivation(reading, heads, of.layer(), of.head(), asked.experiment(), unusual)
                .apart(combined, reading.changed(combined, heads), Optional.empty());
    }

    private Result imported(Asked of, Source.Imported file, Progress progress) {
        Reading reading = of.sensible();
        Heads heads = elsewhere.heads(of.experiment());
        Heads read = heads.each(progress::check);
        Reading.Made combined = reading.combined(read, file.layer(), file.head());
        WeightsContent.OpenFile open = new WeightsContent.OpenFile(
                elsewhere.arrays(file),
                elsewhere.array(file),
                heads,
                elsewhere.hasTokens(file),
                elsewhere.ownText(file));
        WeightsContent apart = new Derivation(reading, heads, file.layer(), file.head(), of.experiment(), List.of())
                .apart(combined, reading.changed(combined, heads), Optional.of(open));
        String uneven = elsewhere
                .uneven(file, combined.weights())
                .map(rows -> rows.text(reading))
                .orElse("");
        return new Result(of, Optional.of(apart), uneven);
    }

    private static String tooLong(Trace t) {
        int cut = Math.max(t.weights().from().left(), t.weights().to().left());
        if (cut == 0) {
            return "";
        }
        if (t.in().learned()) {
            return "The sentence has " + (cut + MiniLm.MOST_PIECES)
                    + " word pieces, [CLS] and [SEP] among them: the model reads " + MiniLm.MOST_PIECES
                    + " at most. The rest stays in the field.";
        }
        return "The sentence has " + (cut + Library.MOST_WORDS) + " words: the first " + Library.MOST_WORDS
                + " take part. The rest stays in the field.";
    }
}
