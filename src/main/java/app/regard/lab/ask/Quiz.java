package app.regard.lab.ask;

import app.regard.lab.About;
import app.regard.lab.Answer;
import app.regard.lab.Facts;
import app.regard.lab.Form;
import app.regard.lab.Gesture;
import app.regard.lab.Lab;
import app.regard.lab.Outcome;
import app.regard.lab.Panel;
import app.regard.lab.Reads;
import app.regard.lab.Run;
import app.regard.lab.Setting;
import app.regard.lab.Snapshot;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.trace.Moment;
import app.regard.trace.Refusal;
import app.regard.words.Library;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Do you see it coming? Questions with an explanation for every answer, and a button that opens what proves it. */
public final class Quiz implements Lab<Quiz.Settings> {
    static final String PANEL = "quiz";
    static final String BUILT_IN = "built-in";
    private static final int MOST = 2000;
    private static final int LONGEST_PATH = 1000;

    /**
     * Which question, and what was answered.
     *
     * @param question from 1
     * @param answer the letter of a choice, or a number; empty for none
     * @param file a file in GIFT, or "built-in"
     */
    record Settings(int question, String answer, String file) {}

    @Override
    public About about() {
        return new About(
                "quiz",
                About.Group.ASK,
                "Quiz",
                "Do you see it coming?",
                "Click an answer, or type a number and Enter; + and − go to the next question and back.",
                "Every wrong answer is a belief that somebody holds, and says why it is not so. “Show me” opens what proves "
                        + "it.");
    }

    @Override
    public Set<Reads> reads(boolean answered, boolean trained) {
        return Set.of();
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        return new Settings(1, "", BUILT_IN);
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        int most = now.file.equals(BUILT_IN) ? Questions.builtIn().size() : MOST;
        return List.of(
                new Setting<>(
                        "file",
                        "Questions, a file in GIFT",
                        new Form.Line(LONGEST_PATH),
                        Settings::file,
                        (s, text) -> text.equals(s.file) ? s : new Settings(1, "", text)),
                new Setting<>(
                        "question",
                        "Question",
                        Form.Range.whole(1, most),
                        s -> String.valueOf(s.question),
                        (s, text) -> text.equals(String.valueOf(s.question))
                                ? s
                                : new Settings(Integer.parseInt(text), "", s.file)),
                Setting.of(
                        "answer",
                        "Your answer",
                        new Form.Gestured("the letter of an answer, or a number"),
                        Settings::answer,
                        String::strip));
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        List<QuizQuestion> all = now.file.equals(BUILT_IN) ? Questions.builtIn() : read(now.file);
        if (now.question > all.size()) {
            throw new Refusal("There are " + all.size() + " questions: choose one from 1 to " + all.size() + ".");
        }
        QuizQuestion asked = all.get(now.question - 1);
        Library library = resolver.library();
        QuizPanel panel = new QuizPanel(
                asked,
                now.answer,
                "Question " + now.question + " of " + all.size()
                        + (asked.topic().isEmpty() ? "" : " · " + asked.topic())
                        + (asked.title().isEmpty() ? "" : " · " + asked.title()),
                Shown.moment(asked.show(), here.withLab(null), library));
        boolean answered = !now.answer.isEmpty();
        Facts facts = new Facts()
                .given("question", now.question, "The number of the question.")
                .given("questions", all.size(), "How many there are.")
                .given("right", answered ? (asked.right(now.answer) ? 1 : 0) : Double.NaN, "1 for right, 0 for wrong.");
        return Outcome.of(new Snapshot(List.of(panel, facts.panel("So far")), said(asked, now.answer)));
    }

    private static List<QuizQuestion> read(String file) {
        try {
            return Questions.read(Path.of(file));
        } catch (InvalidPathException e) {
            throw new Refusal("“" + file + "” is no path of a file: type one, or " + BUILT_IN + ".");
        }
    }

    static String said(QuizQuestion asked, String answer) {
        if (answer.isEmpty()) {
            return asked.text();
        }
        String feedback = IntStream.of(asked.choice(answer))
                .filter(i -> i >= 0)
                .mapToObj(i -> asked.choices().get(i).feedback())
                .findFirst()
                .orElse(asked.number().map(QuizQuestion.Quantity::feedback).orElse(""));
        return (asked.right(answer) ? "Right. " : "Not so. ") + feedback + " " + asked.explanation();
    }

    /** A row that is clicked is the answer; a number that is typed is one; a nudge is another question. */
    @Override
    public Answer<Settings> answer(Gesture gesture, Moment here, Settings now, Snapshot shown) {
        int row = gesture.at().spot().row();
        int choices = shown.panel(PANEL)
                .map(Panel::numbers)
                .filter(numbers -> numbers.columns().contains(QuizPanel.CHOSEN))
                .map(numbers -> numbers.rows().size())
                .orElse(0);
        return switch (gesture.kind()) {
            case CLICK ->
                gesture.at().panel().equals(PANEL) && row >= 0 && row < choices
                        ? new Answer.With<>(new Settings(now.question, QuizQuestion.letter(row), now.file))
                        : new Answer.Nothing<>();
            case TYPE -> new Answer.With<>(new Settings(now.question, Form.Range.plain(gesture.amount()), now.file));
            case NUDGE -> {
                int last = (int) shown.fact("questions").orElse(1);
                int next = Math.max(1, Math.min(last, now.question + (int) gesture.amount()));
                yield next == now.question
                        ? new Answer.Nothing<>()
                        : new Answer.With<>(new Settings(next, "", now.file));
            }
            case DRAG, DROP -> new Answer.Nothing<>();
        };
    }
}
