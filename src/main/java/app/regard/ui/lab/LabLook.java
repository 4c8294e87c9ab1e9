package app.regard.ui.lab;

import app.regard.draw.Spot;
import app.regard.lab.Outcome;
import app.regard.lab.Panel;
import app.regard.lab.Pointed;
import app.regard.lab.Setup;
import app.regard.lab.Snapshot;
import app.regard.lab.catalog.LabPage;
import app.regard.stage.Why;
import app.regard.stage.WhyText;
import app.regard.trace.Moment;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * The point that is looked at: a step of what came of a lab.
 *
 * @param setup what it came of
 * @param step from 0
 */
record LabLook(Setup<?> setup, Outcome outcome, int step, Snapshot shown) {
    static LabLook of(Setup<?> setup, Outcome outcome, int step) {
        return new LabLook(setup, outcome, step, outcome.at(step));
    }

    /** The same at another step, or at the one nearest to it. */
    LabLook at(int wanted) {
        int to = Math.max(0, Math.min(outcome.length() - 1, wanted));
        return to == step ? this : of(setup, outcome, to);
    }

    /** The panel that something lies in, with that pointed at. */
    private <T> Optional<T> of(Pointed at, BiFunction<Panel, Spot, Optional<T>> ask) {
        return shown.panel(at.panel()).flatMap(panel -> ask.apply(panel.at(at), at.spot()));
    }

    /** What is pointed at, or else what the first panel asks about that asks about anything. */
    Optional<Pointed> asked(Pointed at) {
        return shown.panel(at.panel()).isPresent()
                ? Optional.of(at)
                : shown.panels().stream()
                        .flatMap(p -> p.start().map(spot -> new Pointed(p.id(), spot)).stream())
                        .findFirst();
    }

    Optional<Why> why(Pointed at) {
        return of(at, Panel::why);
    }

    Optional<Moment> opens(Pointed at, Moment now) {
        return of(at, (panel, spot) -> panel.opens(spot, now));
    }

    /** What a screen reader says of a spot. */
    String spoken(Pointed at, int decimals) {
        return why(at).map(w -> w.about() + ": " + WhyText.result(w, decimals)
                        + (w.note().isEmpty() ? "" : ". " + w.note()))
                .or(() -> of(at, (panel, spot) -> Optional.of(panel.said(spot))))
                .orElse(at.spot().matrix());
    }

    /** The same to be taken away, with what is pointed at. */
    LabPage page(Pointed at) {
        return LabPage.of(setup, shown.at(at));
    }
}
