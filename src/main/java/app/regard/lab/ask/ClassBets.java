package app.regard.lab.ask;

import app.regard.lab.About;
import app.regard.lab.Form;
import app.regard.lab.Lab;
import app.regard.lab.Outcome;
import app.regard.lab.Reads;
import app.regard.lab.Run;
import app.regard.lab.Setting;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.trace.Moment;
import app.regard.trace.Refusal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What did the class expect? The bets and answers in a folder, one file a reader, one figure a question: bars of choices, a histogram of numbers. */
public final class ClassBets implements Lab<ClassBets.Settings> {
    private static final String FOLDER = "folder";
    private static final int LONGEST_PATH = 1000;

    /**
     * @param folder where the files are, or empty
     * @param from which question is shown first, from 1
     */
    record Settings(String folder, int from) {}

    @Override
    public About about() {
        return new About(
                "class",
                About.Group.ASK,
                "The class’s answers",
                "What did the class expect, and answer?",
                "Let each reader save a bet or an answer: Labs ▸ Bet or Quiz, Export, numbers as JSON. Collect the files in one "
                        + "folder, and type its path.",
                "Where did most go wrong together? A belief that many share is worth the next quarter of an hour.");
    }

    @Override
    public Set<Reads> reads(boolean answered, boolean trained) {
        return Set.of();
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        return new Settings("", 1);
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        return List.of(
                new Setting<>(
                        FOLDER,
                        "Folder with the files",
                        new Form.Line(LONGEST_PATH, "none yet"),
                        Settings::folder,
                        (s, text) -> new Settings(text, 1)),
                Setting.of("from", "First question shown", Form.Range.whole(1, ClassAnswers.MOST_FILES)));
    }

    /** The folder stands in place of a sentence, for it is all that the lab is about. */
    @Override
    public String argument() {
        return FOLDER;
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        ClassAnswers all = now.folder.isEmpty() ? ClassAnswers.NONE : read(now.folder);
        return Outcome.of(new ClassShown(all, now.from).snapshot());
    }

    private static ClassAnswers read(String folder) {
        try {
            return ClassAnswers.read(Path.of(folder));
        } catch (InvalidPathException e) {
            throw new Refusal("“" + folder + "” is no path of a folder.");
        }
    }
}
