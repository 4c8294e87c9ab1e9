package app.regard.lab.change;

import app.regard.lab.About;
import app.regard.lab.Answer;
import app.regard.lab.BarsPanel;
import app.regard.lab.Form;
import app.regard.lab.Gesture;
import app.regard.lab.Lab;
import app.regard.lab.Outcome;
import app.regard.lab.Run;
import app.regard.lab.Setting;
import app.regard.lab.Snapshot;
import app.regard.lab.TracedMoment;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.stage.Stages;
import app.regard.trace.Moment;
import app.regard.trace.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Why is this score what it is? A scaled score taken apart into products of a dimension that asks and one that answers. */
public final class Parts implements Lab<Parts.Settings> {
    static final String BARS = "parts";

    /**
     * Which score, and which of its parts are switched off.
     *
     * @param query the place of the word that asks, from 0
     * @param key the place of the word that answers, from 0
     * @param off names of parts, as "stand-in*thing"
     */
    record Settings(int query, int key, List<String> off) {
        Settings {
            off = List.copyOf(off);
        }
    }

    @Override
    public About about() {
        return new About(
                "parts",
                About.Group.CHANGE,
                "Parts of a score",
                "Why is this score what it is?",
                "Click a part to switch it off, and see what the score and the weights become.",
                "A score is a sum: what the one word is, times what the head makes of it, times what the other is. Few parts "
                        + "carry it, and each can be named.");
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        int query = Math.min(here.query(), seen.weights().from().size() - 1);
        return new Settings(query, seen.weights().strongest(query).get(0), List.of());
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        Form.Choice asking = Form.Choice.of(seen.weights().from());
        Form.Choice answering = Form.Choice.of(seen.weights().to());
        return List.of(
                Setting.of("query", "The word that asks", asking),
                Setting.of("key", "The word that answers", answering),
                Setting.of(
                        "off",
                        "Parts that are switched off",
                        new Form.Gestured(
                                "names of parts, such as stand-in*thing, with commas between; nothing for none"),
                        s -> String.join(",", s.off),
                        Parts::names));
    }

    private static List<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        for (String name : Facts.list(text)) {
            if (!name.isBlank()) {
                names.add(name.replace('·', '*'));
            }
        }
        return List.copyOf(names);
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        TracedMoment of = TracedMoment.of(new Moment(here.experiment(), Stages.WEIGHTS, now.query), resolver, run);
        int key = Math.min(now.key, of.trace().weights().to().size() - 1);
        ScoreParts parts = new ScoreParts(of.trace());
        List<String> unknown =
                now.off.stream().filter(name -> !parts.knows(name)).toList();
        if (!unknown.isEmpty()) {
            throw new Refusal("“off” names no part of this head: “" + unknown.get(0) + "”. Parts here are named like "
                    + parts.example() + ".");
        }
        return Outcome.of(new PartsShown(of, key, parts, Set.copyOf(now.off)).snapshot());
    }

    /** A click on a part switches it off or on. */
    @Override
    public Answer<Settings> answer(Gesture gesture, Moment here, Settings now, Snapshot shown) {
        boolean bars = gesture.at().panel().equals(BARS) && gesture.kind() == Gesture.Kind.CLICK;
        String name = bars
                ? ((BarsPanel) shown.panel(BARS).orElseThrow())
                        .names()
                        .get(gesture.at().spot().row())
                        .replace('·', '*')
                : "";
        if (name.isEmpty() || name.endsWith(PartsShown.REST)) {
            return new Answer.Nothing<>();
        }
        List<String> off = new ArrayList<>(now.off);
        if (!off.remove(name)) {
            off.add(name);
        }
        return new Answer.With<>(new Settings(now.query, now.key, off));
    }
}
