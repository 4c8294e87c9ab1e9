package app.regard.lab.look;

import app.regard.heads.Heads;
import app.regard.heads.Measure;
import app.regard.lab.About;
import app.regard.lab.Form;
import app.regard.lab.Lab;
import app.regard.lab.Outcome;
import app.regard.lab.Reads;
import app.regard.lab.Run;
import app.regard.lab.Setting;
import app.regard.source.AttentionFiles;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.trace.Experiment;
import app.regard.trace.Moment;
import app.regard.transformer.ModelShape;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** All heads of the trained model, or of the open file, on the sentence: ordered and chosen by what they do, and opened. */
public final class AllHeads implements Lab<AllHeads.Settings> {
    private static final String PLACE = "place";
    private static final String ALL = "all";

    /**
     * Which heads, in which order.
     *
     * @param order what they are ordered by, those that do it most first; empty for layers down and heads across
     * @param show what those do that are shown; empty for all of them
     * @param least how much of that is enough, 0 to 1
     */
    record Settings(Optional<Measure> order, Optional<Measure> show, double least) {}

    @Override
    public About about() {
        return new About(
                "heads",
                About.Group.LOOK,
                "All heads at once",
                "What does each head do with this sentence?",
                "Point at a head to see it large. Order the heads, or see only those that do enough of something. A click "
                        + "opens a head in the eight stages.",
                "The numbers are averages over this one sentence. Many heads park their weight on the first or the last "
                        + "token: that is no sign that they look for anything there.",
                "H");
    }

    @Override
    public Set<Reads> reads(boolean answered, boolean trained) {
        return Set.of(Reads.SENTENCE, Reads.MODEL);
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        return new Settings(Optional.empty(), Optional.empty(), 0.4);
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        HeadTerms terms = HeadTerms.of(seen);
        return List.of(
                Setting.of(
                        "order",
                        "Order",
                        choice(PLACE, "layers and heads", terms, terms::label),
                        text(PLACE, Settings::order),
                        AllHeads::measure),
                Setting.of(
                        "show",
                        "Show",
                        choice(ALL, "all heads", terms, terms::choice),
                        text(ALL, Settings::show),
                        AllHeads::measure),
                Setting.of("least", "… at least", new Form.Range(0, 1, 0.05, false)));
    }

    private static Form choice(String none, String noneName, HeadTerms terms, Function<Measure, String> name) {
        return new Form.Choice(
                Stream.concat(Stream.of(none), terms.offered().stream().map(Measure::label))
                        .toList(),
                Stream.concat(Stream.of(noneName), terms.offered().stream().map(name))
                        .toList());
    }

    private static Function<Settings, String> text(String none, Function<Settings, Optional<Measure>> of) {
        return s -> of.apply(s).map(Measure::label).orElse(none);
    }

    private static Optional<Measure> measure(String text) {
        return Stream.of(Measure.values()).filter(m -> m.label().equals(text)).findFirst();
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        Experiment e = here.experiment();
        boolean file = e.source().traits().file();
        boolean own = e.source().traits().heads();
        Heads heads = own ? resolver.heads(e, run) : Heads.of(resolver.passed(e, e.text(), run));
        HeadsFound found = HeadsFound.read(heads, !file, run);
        ModelShape model = resolver.model(e);
        List<String> words =
                own ? List.of() : resolver.content(e, run).weights().from().words();
        HeadsView.Opening opening = new HeadsView.Opening(
                own ? e.source().headId() : Optional.empty(),
                file ? AttentionFiles.name(e) : model.name(),
                (id, from) -> new Moment(
                        own ? e.withHead(id) : e.withTrained(model.id(), id),
                        from.stage(),
                        own ? from.query() : query(words, from.query(), found)));
        return new HeadsView(found, now, opening);
    }

    /** Where the word at a place stands among the model's pieces: the first that reads so, else the same place. */
    private static int query(List<String> words, int place, HeadsFound found) {
        List<String> pieces = found.heads().weights(0, 0).from().words();
        return IntStream.range(0, pieces.size())
                .filter(i -> place < words.size() && pieces.get(i).equalsIgnoreCase(words.get(place)))
                .findFirst()
                .orElse(Math.min(place, pieces.size() - 1));
    }

    @Override
    public Optional<Outcome> again(Outcome before, Settings now) {
        return before instanceof HeadsView view ? Optional.of(view.with(now)) : Optional.empty();
    }
}
