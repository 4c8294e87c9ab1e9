package app.regard.ui.lesson;

import app.regard.draw.Spot;
import app.regard.file.Fact;
import app.regard.stage.AskedPair;
import app.regard.stage.Focus;
import app.regard.stage.Part;
import app.regard.trace.Experiment;
import app.regard.trace.LabState;
import app.regard.trace.Sentence;
import app.regard.trace.Source;
import app.regard.ui.session.ViewState;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The facts of what is shown, as conditions ask for them. A cell counts only while it is pointed at: what a stage asks about
 * by itself, nobody has found.
 *
 * @param lab the lab that is open, or null
 * @param results the numbers of that lab, by name
 */
record MomentFacts(ViewState shown, @Nullable LabState lab, Function<String, OptionalDouble> results) {
    private static final String NONE = "none";

    /** A fact, or nothing where there is none of its kind. */
    Optional<String> of(Fact fact, String name) {
        Experiment e = shown.experiment();
        Focus focus = shown.focus();
        return switch (fact) {
            case STAGE -> number(focus.stage());
            case FOCUS -> Optional.of(shown.weights().from().word(focus.query()));
            case PINNED -> yes(focus.pinned());
            case CELL -> cell().map(Spot::matrix);
            case ROW -> word(shown.weights().from(), pair().query());
            case COLUMN -> word(shown.weights().to(), focus.column().isPresent() ? focus.column() : pair().key());
            case VALUE -> cell().flatMap(spot -> number(shown.why().value()));
            case TEXT -> Optional.of(e.text());
            case KEYS -> Optional.of(e.keyText() == null ? NONE : e.keyText());
            case HEAD -> Optional.of(head(e.source()));
            case MASK -> Optional.of(e.mask().kind().name().toLowerCase(Locale.ROOT));
            case POSITIONS -> number(e.positions().strength());
            case TEMPERATURE -> number(e.temperature());
            case SCALING -> Optional.of(e.scaled() ? "sqrt(d_k)" : NONE);
            case EDITS -> number(e.edits().size());
            case KEPT -> yes(shown.content().before().isPresent());
            case LAB -> Optional.of(lab == null ? NONE : lab.id());
            case SETTING ->
                Optional.ofNullable(lab == null ? null : lab.settings().get(name));
            case RESULT ->
                results.apply(name).stream()
                        .boxed()
                        .flatMap(x -> number(x).stream())
                        .findFirst();
        };
    }

    private static Optional<String> number(double value) {
        return Double.isNaN(value) ? Optional.empty() : Optional.of(Double.toString(value));
    }

    private static Optional<String> yes(boolean so) {
        return Optional.of(so ? "yes" : "no");
    }

    private Optional<Spot> cell() {
        return Optional.ofNullable(shown.focus().hover())
                .filter(spot -> spot.isCell() && Part.named(spot.matrix()).isPresent());
    }

    private AskedPair pair() {
        return cell().map(spot -> AskedPair.of(shown.focus(), spot)).orElse(AskedPair.NONE);
    }

    private static Optional<String> word(Sentence words, OptionalInt place) {
        return place.isPresent() ? Optional.of(words.word(place.getAsInt())) : Optional.empty();
    }

    private static String head(Source source) {
        return source.headId()
                .map(id -> id.layer() + "." + id.head())
                .or(source::handmadeHead)
                .orElse(
                        source.randomSeed().isPresent()
                                ? "random"
                                : source.traits().table() ? "own" : "taught");
    }
}
