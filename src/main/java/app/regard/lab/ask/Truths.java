package app.regard.lab.ask;

import app.regard.lab.About;
import app.regard.lab.Lab;
import app.regard.lab.Outcome;
import app.regard.lab.Reads;
import app.regard.lab.Run;
import app.regard.lab.Setting;
import app.regard.lab.Snapshot;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.trace.Moment;
import app.regard.words.Tsv;
import java.util.List;
import java.util.Set;

/** The index of what is true of attention: each statement opens the lab or stage where it is tested. */
public final class Truths implements Lab<Truths.Settings> {
    /** There is nothing to set. */
    record Settings() {}

    /**
     * A true statement.
     *
     * @param where the lab or stage that tests it, in words
     * @param show what is opened, as text
     * @param seen what then stands there
     */
    record Truth(String statement, String where, String show, String seen) {}

    /** All of them, in order. */
    static List<Truth> all() {
        return Tsv.read(Truths.class, "truths.tsv").rows().stream()
                .map(cells -> new Truth(cells.get(0), cells.get(1), cells.get(2), cells.get(3)))
                .toList();
    }

    @Override
    public About about() {
        return new About(
                "truths",
                About.Group.ASK,
                "Truths",
                "What is true of attention, and where can I test it?",
                "Choose a statement with ↑ and ↓, and click it or press Enter: it opens where it is tested. Ctrl+Z comes back.",
                "Believe none of them because it stands here: each names the number that must then be on the screen.");
    }

    @Override
    public Set<Reads> reads(boolean answered, boolean trained) {
        return Set.of();
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        return new Settings();
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        return List.of();
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        List<Truth> all = all();
        List<Moment> opened = all.stream()
                .map(t -> Shown.moment(t.show(), here.withLab(null), resolver.library())
                        .orElse(here))
                .toList();
        String said = all.size() + " statements that can be tested here, each with the number that then stands there.";
        return Outcome.of(new Snapshot(List.of(new TruthsPanel(all, opened)), said));
    }
}
