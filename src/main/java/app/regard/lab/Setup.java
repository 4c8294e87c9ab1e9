package app.regard.lab;

import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.trace.Experiment;
import app.regard.trace.LabState;
import app.regard.trace.Moment;
import app.regard.trace.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A lab as it is set up: on a moment, with settings.
 *
 * @param here the moment below the lab
 * @param seen what that moment's experiment comes to
 */
public record Setup<S extends Record>(Lab<S> lab, Moment here, Content seen, S now) {
    public static <S extends Record> Setup<S> begin(Lab<S> lab, Moment here, Content seen) {
        return new Setup<>(lab, here, seen, lab.begin(here, seen));
    }

    public List<Setting<S>> settings() {
        return lab.settings(now, seen);
    }

    /** The value of a setting, as text. */
    public String text(String name) {
        return named(name).text().apply(now);
    }

    private Setting<S> named(String name) {
        List<Setting<S>> all = settings();
        return all.stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new Refusal("The lab “" + lab.about().id() + "” has no setting “" + name
                        + "”. It has "
                        + String.join(", ", all.stream().map(Setting::name).toList()) + "."));
    }

    /**
     * Returns this setup with another value of a setting.
     *
     * @throws Refusal if there is no such setting or value
     */
    public Setup<S> with(String name, String value) {
        return new Setup<>(lab, here, seen, named(name).set(now, value));
    }

    /** Returns this setup with other values, in the order given: one may decide what the next may be. */
    public Setup<S> with(Map<String, String> values) {
        Setup<S> changed = this;
        for (Map.Entry<String, String> one : values.entrySet()) {
            changed = changed.with(one.getKey(), one.getValue());
        }
        return changed;
    }

    /** Returns this setup with those values that make sense here: a word may be gone with the sentence it stood in. */
    public Setup<S> fitted(Map<String, String> values) {
        Setup<S> changed = this;
        for (Map.Entry<String, String> one : values.entrySet()) {
            try {
                changed = changed.with(one.getKey(), one.getValue());
            } catch (Refusal gone) {
                // the value that the lab begins with stays
            }
        }
        return changed;
    }

    private Set<Reads> reads() {
        Experiment e = here.experiment();
        return lab.reads(e.keyText() != null, e.source().traits().trained());
    }

    /** What the lab was made on: the sentence, or the lab itself where it reads none. */
    public String subject() {
        return reads().contains(Reads.SENTENCE)
                ? here.experiment().text()
                : lab.about().title();
    }

    /** The settings as they are kept. */
    public LabState state() {
        Map<String, String> values = new LinkedHashMap<>();
        settings().stream()
                .filter(Setting::kept)
                .forEach(s -> values.put(s.name(), s.text().apply(now)));
        return new LabState(lab.about().id(), values);
    }

    /** The settings that are kept as a reader sees them, by name: words without a tokenizer's marks. */
    public Map<String, String> legible() {
        Map<String, String> values = new LinkedHashMap<>(state().settings());
        settings()
                .forEach(s -> values.computeIfPresent(
                        s.name(),
                        (name, text) -> s.form() instanceof Form.Choice c && c.places() ? c.name(text) : text));
        return values;
    }

    /** What comes of it without work, if an outcome of the same lab on the same content holds all that is needed. */
    public Optional<Outcome> again(Setup<?> before, Outcome outcome) {
        return before.lab == lab && before.seen == seen ? lab.again(outcome, now) : Optional.empty();
    }

    /** Returns what there is to see before a run is begun. */
    public Outcome prepare(Resolver resolver, Run run) {
        return lab.prepare(here, now, resolver, run);
    }

    public Outcome run(Resolver resolver, Run run) {
        return lab.run(here, now, resolver, run);
    }

    /** Asks the lab what comes of a gesture, and tells the one who carries it out. */
    public void answer(Gesture gesture, Snapshot shown, Answer.Listener listener) {
        Answer<S> answer = lab.answer(gesture, here, now, shown);
        if (answer instanceof Answer.With<S> with) {
            listener.settings(new Setup<>(lab, here, seen, with.settings()).state());
        } else if (answer instanceof Answer.Change<S> change) {
            listener.change(change.experiment());
        } else if (answer instanceof Answer.Go<S> go) {
            listener.go(go.moment());
        } else {
            listener.nothing();
        }
    }
}
