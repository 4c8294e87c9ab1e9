package app.regard.ui.session;

import app.regard.engine.Attention;
import app.regard.heads.AttentionFiles;
import app.regard.heads.Combination;
import app.regard.heads.DerivedWeights;
import app.regard.heads.Heads;
import app.regard.source.Derivation;
import app.regard.source.TraceContent;
import app.regard.source.WeightsContent;
import app.regard.stage.Content;
import app.regard.stage.Subject;
import app.regard.stage.Unusual;
import app.regard.trace.Experiment;
import app.regard.trace.Progress;
import app.regard.trace.Reading;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import app.regard.trace.Trace;
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
     * What came of it.
     *
     * @param seen what there is to show, or nothing
     * @param said why there is nothing; else what is to be known of it, or empty
     */
    record Result(Experiment of, Optional<Content> seen, String said) {}

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
    Result at(Experiment now) {
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
    void later(boolean file, Supplier<Experiment> what, Consumer<Result> done, Consumer<String> failed) {
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

    private Result computed(Experiment of, Progress progress) {
        try {
            if (of.source() instanceof Source.Imported file) {
                return imported(of, file, progress);
            }
            if (of.source() instanceof Source.Trained head) {
                Trace trace = Attention.trace(model.inputs(of, progress));
                Content seen =
                        of.applicableReading().plain() ? new TraceContent(trace) : derived(of, head, trace, progress);
                return new Result(of, Optional.of(seen), tooLong(trace));
            }
            Trace trace = Attention.trace(library.resolve(of));
            return new Result(of, Optional.of(new TraceContent(trace)), tooLong(trace));
        } catch (Refusal refusal) {
            return new Result(of, Optional.empty(), String.valueOf(refusal.getMessage()));
        }
    }

    private Content derived(Experiment asked, Source.Trained of, Trace trace, Progress progress) {
        Reading reading = asked.applicableReading();
        Heads heads = Heads.of(model.passed(asked.text(), progress));
        Combination by = new Combination(reading, heads, of.layer(), of.head());
        DerivedWeights combined = reading.combines()
                ? by.with(heads.each(progress::check)).combined()
                : new DerivedWeights(trace.weights(), Subject.of(trace, asked).about());
        List<String> unusual = reading.combines() ? List.of() : Unusual.of(trace.in());
        return new Derivation(by, asked, unusual).content(combined, Optional.empty());
    }

    private Result imported(Experiment of, Source.Imported file, Progress progress) {
        Reading reading = of.applicableReading();
        Heads heads = elsewhere.heads(of);
        Combination by = new Combination(reading, heads, file.layer(), file.head());
        DerivedWeights combined = by.with(heads.each(progress::check)).combined();
        WeightsContent.OpenFile open = new WeightsContent.OpenFile(
                elsewhere.arrays(file),
                elsewhere.array(file),
                heads,
                elsewhere.hasTokens(file),
                elsewhere.ownText(file));
        WeightsContent apart = new Derivation(by, of, List.of()).content(combined, Optional.of(open));
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
