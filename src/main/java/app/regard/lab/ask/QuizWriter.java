package app.regard.lab.ask;

import app.regard.trace.NumberTable;
import java.util.List;
import java.util.stream.Collectors;

/** Questions as Moodle's GIFT, which comes back as it went, and as text for Anki. */
public final class QuizWriter {
    private static final String SPECIAL = "~=#{}:";

    private QuizWriter() {}

    /** All questions as GIFT. */
    public static String gift(List<QuizQuestion> questions) {
        StringBuilder out = new StringBuilder();
        String topic = "";
        for (QuizQuestion q : questions) {
            if (!q.topic().equals(topic)) {
                topic = q.topic();
                out.append("$CATEGORY: ").append(line(topic)).append("\n\n");
            }
            if (!q.show().isEmpty()) {
                out.append("// show: ").append(line(q.show())).append('\n');
            }
            out.append("::")
                    .append(escaped(q.title()))
                    .append(":: ")
                    .append(escaped(q.text()))
                    .append(" {");
            q.number().ifPresent(n -> out.append('#')
                    .append(plain(n.value()))
                    .append(':')
                    .append(plain(n.tolerance()))
                    .append(n.feedback().isEmpty() ? "" : "#" + escaped(n.feedback())));
            for (QuizQuestion.Choice c : q.choices()) {
                out.append('\n').append(c.right() ? '=' : '~').append(escaped(c.text()));
                out.append(c.feedback().isEmpty() ? "" : "#" + escaped(c.feedback()));
            }
            out.append(q.explanation().isEmpty() ? "" : "\n####" + escaped(q.explanation()))
                    .append("\n}\n\n");
        }
        return out.toString();
    }

    private static String plain(double value) {
        return app.regard.lab.Form.Range.plain(value);
    }

    private static String line(String text) {
        return text.replace('\n', ' ').replace('\r', ' ');
    }

    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (SPECIAL.indexOf(c) >= 0 || c == '\\') {
                out.append('\\');
            }
            out.append(c == '\n' ? "\\n" : String.valueOf(c));
        }
        return out.toString();
    }

    /** All questions as notes for Anki: question, answer and topic, with tabs between, a line each. */
    public static String anki(List<QuizQuestion> questions) {
        StringBuilder out =
                new StringBuilder("#separator:tab\n#html:true\n#columns:Front\tBack\tTags\n#tags column:3\n");
        for (QuizQuestion q : questions) {
            String choices =
                    q.choices().stream().map(c -> "<br>• " + html(c.text())).collect(Collectors.joining());
            String right = q.number()
                    .map(n -> plain(n.value()) + " " + html(n.feedback()))
                    .orElseGet(() -> q.choices().stream()
                            .filter(QuizQuestion.Choice::right)
                            .map(c -> html(c.text()) + "<br>" + html(c.feedback()))
                            .collect(Collectors.joining()));
            String wrong = q.choices().stream()
                    .filter(c -> !c.right() && !c.feedback().isEmpty())
                    .map(c -> "<br>✗ " + html(c.text()) + " " + html(c.feedback()))
                    .collect(Collectors.joining());
            out.append(html(q.text()))
                    .append(choices)
                    .append('\t')
                    .append(right)
                    .append("<br>")
                    .append(html(q.explanation()))
                    .append(wrong)
                    .append('\t')
                    .append(line(q.topic()).replace(' ', '-').replace('\t', '-'))
                    .append('\n');
        }
        return out.toString();
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace('\t', ' ')
                .replace("\r", "")
                .replace("\n", "<br>");
    }

    /** Questions out of the numbers of a table: each cell asked for with the digits that are printed as tolerance. */
    public static List<QuizQuestion> of(NumberTable table, String what) {
        List<QuizQuestion> all = new java.util.ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            for (int j = 0; j < table.columns().size(); j++) {
                double value = Math.rint(table.values().at(i, j) * 10_000) / 10_000;
                String cell = "row “" + table.rows().get(i) + "”, column “"
                        + table.columns().get(j) + "”";
                all.add(new QuizQuestion(
                        what,
                        "",
                        cell,
                        what + ": which number stands in " + cell + "? Give four decimals.",
                        List.of(),
                        java.util.Optional.of(new QuizQuestion.Quantity(value, 0.00005, "")),
                        ""));
            }
        }
        return all;
    }
}
