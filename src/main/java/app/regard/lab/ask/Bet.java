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
    private static final String LINES = "row-or-column";

    /** At the end of a bet that is not settled. */
    private static final String OPEN = "?";

    private static final double NUDGE = 0.05;
    private static final double ROUNDING = 0.011;

    /**
     * A bet on one row.
     *
     * @param query whose row, from 0
     * @param shares one a word, that sum to 1
     * @param settled whether the truth is shown
     * @param lines whether the bet is on "row or column?" instead
     * @param seed which of the two it is
     * @param guess the letter of the answer to that; empty for none
     */
    record Settings(int query, List<Double> shares, boolean settled, boolean lines, int seed, String guess) {
        Settings(int query, List<Double> shares, boolean settled) {
            this(query, shares, settled, false, 0, "");
        }

        Settings {
            shares = List.copyOf(shares);
        }

        Settings onLines(boolean on, int from, String answer) {
            return new Settings(query, shares, settled, on, from, answer);
        }

        static Settings even(int query, int words) {
            return new Settings(query, Collections.nCopies(words, 1.0 / words), false);
        }

        /** One bar at a height, the others shrunk or grown to the rest of the 1. */
        Settings with(int bar, double height) {
            double to = Math.max(0, Math.min(1, height));
            double rest = shares.stream().mapToDouble(s -> s).sum() - shares.get(bar);
            List<Double> changed = new ArrayList<>();
            for (int j = 0; j < shares.size(); j++) {
                double part = rest > 1e-9 ? shares.get(j) / rest : 1.0 / Math.max(1, shares.size() - 1);
                changed.add(j == bar ? to : (1 - to) * part);
            }
            return new Settings(query, changed, false);
        }
    }

    @Override
    public About about() {
        return new About(
                "bet",
                About.Group.ASK,
                "Bet",
                "Where will this word look?",
                "Drag the bars to what you expect of the row: they share 1. A click puts all on one word. Then have the truth "
                        + "shown; you may skip the bet. Or bet on “row or column?”: are these weights what the word gives, or what it is "
                        + "given?",
                "A total variation of 0 is a perfect bet, 1 the worst. What did you expect that is not so, and which stage "
                        + "says why?");
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        int words = seen.weights().to().size();
        return Settings.even(Math.min(here.query(), seen.weights().from().size() - 1), words);
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        Form.Choice words = new Form.Choice(seen.weights().from().words(), true);
        return List.of(
                new Setting<>(
                        "query",
                        "Whose row",
                        words,
                        s -> words.text(s.query),
                        (s, text) -> words.place(text) == s.query
                                ? s
                                : Settings.even(words.place(text), s.shares.size())
                                        .onLines(s.lines, s.seed, "")),
                new Setting<>(
                        "kind",
                        "The bet is on",
                        new Form.Choice(List.of(SHARES, LINES)),
                        s -> s.lines ? LINES : SHARES,
                        (s, text) -> text.equals(LINES) == s.lines ? s : s.onLines(text.equals(LINES), s.seed, "")),
                Setting.whole(
                        "seed",
                        "Row or column, drawn from",
                        Form.Range.whole(0, 9999),
                        Settings::seed,
                        (s, v) -> v == s.seed ? s : s.onLines(s.lines, v, "")),
                new Setting<>(
                        "guess",
                        "Row or column",
                        new Form.Gestured("a for the row, b for the column, or nothing"),
                        Settings::guess,
                        (s, text) -> s.onLines(s.lines, s.seed, text.strip())),
                new Setting<>(
                        "bet",
                        "The bet",
                        new Form.Gestured("as many shares as words, with commas between, that sum to 1"),
                        Bet::text,
                        (s, text) -> read(s, text, seen.weights().to().size())),
                new Setting<>(
                        "settle",
                        "Show the truth",
                        new Form.Press(),
                        s -> "",
                        (s, text) -> s.lines ? s : new Settings(s.query, s.shares, true)));
    }

    private static String text(Settings s) {
        return s.shares.stream().map(Form.Range::plain).collect(Collectors.joining(",")) + (s.settled ? "" : OPEN);
    }

    private static Settings read(Settings s, String text, int words) {
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
        boolean fits = shares.size() == words && shares.stream().allMatch(d -> d >= 0) && Math.abs(sum - 1) < ROUNDING;
        if (!fits) {
            throw new Refusal(
                    "“bet” takes " + words + " shares with commas between that sum to 1, not “" + text + "”.");
        }
        return new Settings(s.query, shares, settled, s.lines, s.seed, s.guess);
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        Content seen = resolver.content(here.experiment(), run);
        if (now.lines) {
            return Outcome.of(rowOrColumn(here, now, RowOrColumn.drawn(seen, now.query, now.seed)));
        }
        return Outcome.of(new BetShown(now, here, seen).snapshot());
    }

    private static Snapshot rowOrColumn(Moment here, Settings now, RowOrColumn asked) {
        QuizQuestion question = asked.question();
        boolean answered = !now.guess.isEmpty();
        Moment opened = new Moment(here.experiment(), Stages.WEIGHTS, now.query);
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
        if (now.lines) {
            boolean chosen = gesture.kind() == Gesture.Kind.CLICK && (row == 0 || row == 1);
            return chosen
                    ? new Answer.With<>(now.onLines(true, now.seed, QuizQuestion.letter(row)))
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
