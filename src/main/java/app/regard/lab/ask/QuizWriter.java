package app.regard.lab.ask;

import app.regard.file.Digits;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Questions as Moodle's GIFT, which comes back as it went, and as text for Anki. */
public final class QuizWriter {
    private static final String SPECIAL = "~=#{}:";
    private static final int MOST_PLACES = 15;

    private QuizWriter() {}

    /** All questions as GIFT. */
    public static String gift(List<QuizQuestion> questions) {
        StringBuilder out = new StringBuilder();
        String topic = "";
        for (QuizQuestion q : questions) {
            if (!q.topic().equals(topic)) {
                topic = q.topic();
                out.append("$CATEGORY: ").append(line(topic).replace("/", "//")).append("\n\n");
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

    /** A number without an exponent, as far as that makes it no riddle. */
    private static String plain(double value) {
        BigDecimal exact = new BigDecimal(Digits.of(value)).stripTrailingZeros();
        return exact.scale() > MOST_PLACES || exact.scale() < -MOST_PLACES ? Digits.of(value) : exact.toPlainString();
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
}
