package app.regard.ui.session;

import app.regard.draw.Spot;
import app.regard.source.GivenCell;
import app.regard.stage.Part;
import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.Grid;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Rule;
import app.regard.trace.Sentence;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The rules of a hand-made head and the words' named dimensions as lines of text, which can be written otherwise. */
public record RuleEditing(Workspace session) {
    /** The rule that a head begins with which has none to be read. */
    private static final Rule FIRST = new Rule("stand-in", "thing", 2);

    /** The present head with its rules as the reader's own; one that has none begins with one rule. */
    public void begin() {
        List<Rule> now = session.library().rules(session.experiment().get().source());
        session.change(e -> e.withSource(new Source.Ruled(now.isEmpty() ? List.of(FIRST) : now)));
    }

    /** The rules, a line each: "stand-in asks thing, 2". */
    public String rules() {
        return session.library().rules(session.experiment().get().source()).stream()
                .map(Rule::text)
                .collect(Collectors.joining("\n"));
    }

    /**
     * Takes other rules.
     *
     * @throws Refusal if a line is no rule or names no dimension; nothing changes then
     */
    public void takeRules(String lines) {
        Source.Ruled other = new Source.Ruled(
                lines.lines().filter(line -> !line.isBlank()).map(Rule::of).toList());
        take(session.experiment().get().withSource(other));
    }

    /** The words that ask, each once with the dimensions that are not 0: "river: place 1, nature 1". */
    public String words() {
        Trace t = trace();
        Grid x = t.in().from().x();
        Map<String, String> lines = new LinkedHashMap<>();
        for (int i = 0; i < x.rows(); i++) {
            StringBuilder said = new StringBuilder();
            for (int j = 0; j < x.cols(); j++) {
                if (x.at(i, j) != 0) {
                    said.append(said.isEmpty() ? " " : ", ")
                            .append(t.in().head().dimensions().get(j))
                            .append(' ')
                            .append(BigDecimal.valueOf(x.at(i, j))
                                    .stripTrailingZeros()
                                    .toPlainString());
                }
            }
            String word = t.in().from().words().word(i);
            lines.putIfAbsent(word, word + ":" + said);
        }
        return String.join("\n", lines.values());
    }

    /**
     * Takes other dimensions of words, as edits of X; what a line leaves out is 0.
     *
     * @throws Refusal if a line is of no word here, or names no dimension; nothing changes then
     */
    public void takeWords(String lines) {
        Trace t = trace();
        Experiment e = session.experiment().get();
        for (String line : lines.lines().filter(l -> !l.isBlank()).toList()) {
            int colon = line.lastIndexOf(':');
            String word = colon < 0 ? "" : line.substring(0, colon).strip();
            int row = row(t.in().from().words(), word, line);
            Map<String, Double> wanted =
                    dimensions(line.substring(colon + 1), t.in().head().dimensions());
            for (int j = 0; j < t.in().head().dModel(); j++) {
                double value = wanted.getOrDefault(t.in().head().dimensions().get(j), 0.0);
                if (value != t.in().from().x().at(row, j)) {
                    e = GivenCell.of(t, new Spot(Part.X.label(), row, j)).set(e, value);
                }
            }
        }
        take(e);
    }

    private static int row(Sentence words, String word, String line) {
        int row = words.words().indexOf(word);
        if (row < 0) {
            throw new Refusal("“" + line.strip() + "” is of no word here: write one such as " + words.word(0)
                    + ": thing 1, place 0.5");
        }
        return row;
    }

    private static Map<String, Double> dimensions(String said, List<String> names) {
        Map<String, Double> values = new HashMap<>();
        for (String one : List.of(said.split(",", -1))) {
            String part = one.strip();
            int blank = part.lastIndexOf(' ');
            String name = blank < 0 ? part : part.substring(0, blank).strip();
            if (part.isEmpty()) {
                continue;
            }
            if (!names.contains(name)) {
                throw new Refusal("There is no dimension “" + name + "”. Choose of " + String.join(", ", names) + ".");
            }
            try {
                values.put(name, Edit.number(part.substring(blank + 1)));
            } catch (NumberFormatException e) {
                throw new Refusal("“" + part + "” has no number: write " + name + " 0.5, for instance.");
            }
        }
        return values;
    }

    private Trace trace() {
        return session.shown().get().trace().orElseThrow(() -> new Refusal("There are no words' vectors here."));
    }

    /** What cannot be computed is refused before anything changes. */
    private void take(Experiment other) {
        session.resolver().content(other, Progress.NONE);
        session.experimentModel().adjust(e -> other);
    }
}
