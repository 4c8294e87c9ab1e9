package app.regard.lab.ask;

import app.regard.lab.About;
import app.regard.lab.Answer;
import app.regard.lab.Facts;
import app.regard.lab.Form;
import app.regard.lab.Gesture;
import app.regard.lab.Lab;
import app.regard.lab.Outcome;
import app.regard.lab.Run;
import app.regard.lab.Setting;
import app.regard.lab.Snapshot;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.stage.Stages;
import app.regard.trace.Moment;
import app.regard.trace.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import java.util.stream.Collectors;

/** Where will this word look? A row of weights is hidden, bars are drawn, and then both are shown in one picture. */
public final class Bet implements Lab<Bet.Settings> {
    static final String BARS = "bars";
    private static final String SHARES = "shares";
    static final String COLUMN = "column";
    private static final String LINES = "row-or-column";

    /** At the end of a bet that is not settled. */
    private static final String OPEN = "?";

    private static final double NUDGE = 0.05;
    private static final double ROUNDING = 0.011;

    /**
     * A bet on the row or the column of a word.
     *
     * @param query whose, from 0
     * @param shares one a word; of a row they sum to 1, of a column each is a share of another row
     * @param settled whether the truth is shown
     * @param kind what the bet is on: the row, the column, or which of the two it is
     * @param seed which of the two it is
     * @param guess the letter of the answer to that; empty for none
     */
    record Settings(int query, List<Double> shares, boolean settled, String kind, int seed, String guess) {
        Settings {
            shares = List.copyOf(shares);
        }

        boolean lines() {
            return kind.equals(LINES);
        }

        boolean column() {
            return kind.equals(COLUMN);
        }

        Settings guessing(int from, String answer) {
            return new Settings(query, shares, settled, kind, from, answer);
        }

        Settings settledWith(List<Double> bet, boolean shown) {
            return new Settings(query, bet, shown, kind, seed, guess);
        }

        /** One bar at a height; those of a row are shrunk or grown to the rest of the 1. */
        Settings with(int bar, double height) {
            double to = Math.max(0, Math.min(1, height));
            double rest = shares.stream().mapToDouble(s -> s).sum() - shares.get(bar);
            List<Double> changed = new ArrayList<>();
            for (int j = 0; j < shares.size(); j++) {
                double part = rest > 1e-9 ? shares.get(j) / rest : 1.0 / Math.max(1, shares.size() - 1);
                changed.add(j == bar ? to : column() ? shares.get(j) : (1 - to) * part);
            }
            return settledWith(changed, false);
        }
    }

    /** A bet of which nothing is known yet: every row is spread evenly. */
    private static Settings even(int query, String kind, int seed, Content seen) {
        int asking = seen.weights().from().size();
        int answering = seen.weights().to().size();
        boolean column = kind.equals(COLUMN);
        int word = Math.min(query, (column ? answering : asking) - 1);
        List<Double> shares = Collections.nCopies(column ? asking : answering, 1.0 / answering);
        return new Settings(word, shares, false, kind, seed, "");
    }

    private static RowOrColumn line(Settings s, Content seen) {
        return s.lines() ? RowOrColumn.drawn(seen, s.query, s.seed) : new RowOrColumn(seen, s.query, !s.column());
    }

    @Override
    public About about() {
        return new About(
                "bet",
                About.Group.ASK,
                "Bet",
                "Where will this word look?",
                "Drag the bars to what you expect of the row: they share 1. A click puts all on one word. Then have the truth "
                        + "shown; you may skip the bet. Or bet on its column, who looks at it, or on “row or column?”: are these "
                        + "weights what the word gives, or what it is given?",
                "What did you expect that is not so, and which stage says why?");
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        return even(seen.row(here.query()), SHARES, 0, seen);
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        var whose = now.column() ? seen.weights().to() : seen.weights().from();
        Form.Choice words = Form.Choice.of(whose);
        return List.of(
                new Setting<>(
                        "kind",
                        "The bet is on",
                        new Form.Choice(
                                List.of(SHARES, COLUMN, LINES), List.of("its row", "its column", "which of the two")),
                        Settings::kind,
                        (s, text) -> text.equals(s.kind) ? s : even(s.query, text, s.seed, seen)),
                new Setting<>(
                        "query",
                        now.column() ? "Whose column" : "Whose row",
                        words,
                        s -> words.text(s.query),
                        (s, text) -> words.place(text) == s.query ? s : even(words.place(text), s.kind, s.seed, seen)),
                new Setting<>(
                        "seed",
                        "Which of the two: seed",
                        Form.Range.whole(0, 9999),
                        s -> String.valueOf(s.seed),
                        (s, text) -> text.equals(String.valueOf(s.seed)) ? s : s.guessing(Integer.parseInt(text), "")),
                Setting.of(
                        "guess",
                        "Row or column",
                        new Form.Gestured("a for the row, b for the column, or nothing"),
                        Settings::guess,
                        String::strip),
                new Setting<>(
                        "bet",
                        "The bet",
                        new Form.Gestured("as many shares as words, with commas between; those of a row sum to 1"),
                        Bet::text,
                        Bet::read),
                new Setting<>(
                        "settle",
                        "Show the truth",
                        new Form.Press(),
                        s -> "",
                        (s, text) -> s.lines() ? s : s.settledWith(s.shares, true)));
    }

    private static String text(Settings s) {
        return s.shares.stream().map(Form.Range::plain).collect(Collectors.joining(",")) + (s.settled ? "" : OPEN);
    }

    private static Settings read(Settings s, String text) {
        int words = s.shares.size();
        boolean settled = !text.endsWith(OPEN);
        List<Double> shares = new ArrayList<>();
        StringTokenizer each = new StringTokenizer(settled ? text : text.substring(0, text.length() - 1), ",");
        try {
            while (each.hasMoreTokens() && shares.size() <= words) {
                shares.add(Double.parseDouble(each.nextToken()));
            }
        } catch (NumberFormatException e) {
            shares.clear();
        }
        double sum = shares.stream().mapToDouble(d -> d).sum();
        boolean fits = shares.size() == words
                && shares.stream().allMatch(d -> d >= 0 && d <= 1 + ROUNDING)
                && (s.column() || Math.abs(sum - 1) < ROUNDING);
        if (!fits) {
            throw new Refusal("“bet” takes " + words + " shares with commas between that "
                    + (s.column() ? "are from 0 to 1" : "sum to 1") + ", not “" + text + "”.");
        }
        return s.settledWith(shares, settled);
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        RowOrColumn line = line(now, resolver.content(here.experiment(), run));
        return Outcome.of(now.lines() ? rowOrColumn(here, now, line) : new BetShown(now, here, line).snapshot());
    }

    private static Snapshot rowOrColumn(Moment here, Settings now, RowOrColumn asked) {
        QuizQuestion question = asked.question();
        boolean answered = !now.guess.isEmpty();
        Moment opened =
                new Moment(here.experiment(), Stages.WEIGHTS, asked.seen().token(now.query));
        QuizPanel panel = new QuizPanel(question, now.guess, question.title(), Optional.of(opened));
        Facts facts = new Facts()
                .given("sum", answered ? asked.sum() : Double.NaN, "Of all the weights that are listed.")
                .given(
                        "right",
                        answered ? (question.right(now.guess) ? 1 : 0) : Double.NaN,
                        "1 for right, 0 for wrong.");
        String said = answered ? Quiz.said(question, now.guess) : question.text() + " Another seed asks anew.";
        return new Snapshot(List.of(panel, facts.panel("What they sum to")), said);
    }

    /** A bar is dragged to a height, typed or nudged; a click puts all on it. A settled bet is what it is. */
    @Override
    public Answer<Settings> answer(Gesture gesture, Moment here, Settings now, Snapshot shown) {
        int bar = gesture.from().spot().col();
        int row = gesture.at().spot().row();
        if (now.lines()) {
            boolean chosen = gesture.kind() == Gesture.Kind.CLICK && (row == 0 || row == 1);
            return chosen
                    ? new Answer.With<>(now.guessing(now.seed, QuizQuestion.letter(row)))
                    : new Answer.Nothing<>();
        }
        if (now.settled || !gesture.at().panel().equals(BARS) || bar < 0) {
            return new Answer.Nothing<>();
        }
        return switch (gesture.kind()) {
            case CLICK -> new Answer.With<>(now.with(bar, 1));
            case DRAG -> new Answer.With<>(now.with(bar, BetPanel.share(gesture.amount())));
            case NUDGE -> new Answer.With<>(now.with(bar, now.shares.get(bar) + NUDGE * gesture.amount()));
            case TYPE -> new Answer.With<>(now.with(bar, gesture.amount()));
            case DROP -> new Answer.Nothing<>();
        };
    }
}
