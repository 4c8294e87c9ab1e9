package app.regard.lab.ask;

import app.regard.draw.ColourRole;
import app.regard.draw.Spot;
import app.regard.lab.About;
import app.regard.lab.BarsPanel;
import app.regard.lab.Facts;
import app.regard.lab.Form;
import app.regard.lab.Lab;
import app.regard.lab.Outcome;
import app.regard.lab.Panel;
import app.regard.lab.Reads;
import app.regard.lab.Run;
import app.regard.lab.Setting;
import app.regard.lab.Snapshot;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.stage.Operation;
import app.regard.stage.Term;
import app.regard.stage.Why;
import app.regard.trace.Moment;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** What did the class expect? The bets and answers in a folder, one file a reader, as one histogram a question. */
public final class ClassBets implements Lab<ClassBets.Settings> {
    /** More questions than these are not shown side by side. */
    private static final int MOST_SHOWN = 4;

    private static final int MOST_NAMED = 3;
    private static final int LONGEST_PATH = 1000;

    /** @param folder where the files are, or empty */
    record Settings(String folder) {}

    @Override
    public About about() {
        return new About(
                "class",
                About.Group.ASK,
                "The class’s bets",
                "What did the class expect?",
                "Let each reader save a bet or an answer: Labs ▸ Bet or Quiz, Export, numbers as JSON. Collect the files in one "
                        + "folder, and type its path.",
                "Where did most go wrong together? A belief that many share is worth the next quarter of an hour.");
    }

    @Override
    public Set<Reads> reads(boolean answered) {
        return Set.of();
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        return new Settings("");
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        return List.of(new Setting<>(
                "folder",
                "Folder with the files",
                new Form.Line(LONGEST_PATH, "none yet"),
                Settings::folder,
                (s, text) -> new Settings(text)));
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        ClassAnswers all = now.folder.isEmpty() ? new ClassAnswers(List.of(), List.of(), 0) : read(now.folder);
        List<Panel> panels = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_SHOWN, all.asked().size()); i++) {
            panels.add(panel("asked" + (i + 1), all.asked().get(i)));
        }
        panels.add(new Facts()
                .given("files", all.read(), "How many files were taken.")
                .given("refused", all.refused().size(), "How many were left out.")
                .given("questions", all.asked().size(), "How many different rows or questions they are about.")
                .panel("The folder"));
        return Outcome.of(new Snapshot(panels, said(now, all)));
    }

    private static ClassAnswers read(String folder) {
        try {
            return ClassAnswers.read(Path.of(folder));
        } catch (InvalidPathException e) {
            throw new app.regard.trace.Refusal("“" + folder + "” is no path of a folder.");
        }
    }

    private static Panel panel(String id, ClassAnswers.Asked asked) {
        BarsPanel.Series most = series(
                asked,
                "share of the class that put most on it",
                ColourRole.QUERY,
                j -> (double) asked.most(j) / asked.count());
        BarsPanel.Series mean = series(asked, "mean bet", ColourRole.KEY, asked::mean);
        boolean bets = IntStream.range(0, asked.names().size())
                .anyMatch(j -> mean.values().get(j) - most.values().get(j) != 0);
        return new BarsPanel(
                id,
                asked.title() + ": n = " + asked.count(),
                asked.names(),
                bets ? List.of(most, mean) : List.of(most),
                Set.of(),
                Optional.of(BarsPanel.spot(id, 0, 0)),
                at -> Optional.of(why(asked, at, at.col() == 0 ? most : mean)),
                Optional.empty());
    }

    private static BarsPanel.Series series(
            ClassAnswers.Asked asked, String name, ColourRole role, IntToDoubleFunction value) {
        return new BarsPanel.Series(
                name,
                role,
                IntStream.range(0, asked.names().size())
                        .mapToObj(value::applyAsDouble)
                        .toList());
    }

    private static Why why(ClassAnswers.Asked asked, Spot at, BarsPanel.Series series) {
        double value = series.values().get(at.row());
        String note = asked.most(at.row()) + " of " + asked.count() + " put most on it.";
        return new Why(
                at,
                value,
                asked.names().get(at.row()) + ": " + series.name(),
                "share",
                Operation.GIVEN,
                List.of(new Term("", List.of(value), List.of())),
                note);
    }

    private static String said(Settings now, ClassAnswers all) {
        if (now.folder.isEmpty()) {
            return "No folder yet.";
        }
        String refused = all.refused().isEmpty()
                ? ""
                : " Left out: "
                        + String.join(
                                " ", all.refused().stream().limit(MOST_NAMED).toList())
                        + (all.refused().size() > MOST_NAMED
                                ? " And " + (all.refused().size() - MOST_NAMED) + " more."
                                : "");
        return all.read() + " files, " + all.asked().size() + " questions." + refused;
    }
}
