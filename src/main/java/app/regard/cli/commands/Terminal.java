package app.regard.cli.commands;

import app.regard.draw.DecimalFormatter;
import app.regard.stage.WeightFigures;
import app.regard.stage.Words;
import app.regard.text.Printable;
import app.regard.trace.Sentence;
import app.regard.trace.Token;
import app.regard.trace.Weights;
import java.io.PrintWriter;
import java.util.List;

/** Weights as text. */
public final class Terminal {
    /** How far from 1 a row of floats may sum, as files and the trained model have them. */
    private static final double EVEN = 1e-4;

    /** How far a row may be off where two decimals do not show it: half floats are. */
    private static final double NEARLY = 5e-3;

    /** What stands where a mask hides a weight: it is no small one. */
    private static final String MASKED = "–";

    private Terminal() {}

    /** Rows ask, columns answer. */
    public static void matrix(Weights w, int decimals, PrintWriter out) {
        List<String> asking = seen(w.from());
        List<String> answering = seen(w.to());
        int widest = answering.stream().mapToInt(Terminal::width).max().orElse(0);
        int column = Math.max(decimals + 4, widest + 2);
        int first = asking.stream().mapToInt(Terminal::width).max().orElse(0);
        StringBuilder head = new StringBuilder(" ".repeat(first));
        answering.forEach(word -> head.append(right(word, column)));
        out.println();
        out.println(head);
        boolean masked = false;
        for (int i = 0; i < w.from().size(); i++) {
            StringBuilder line = new StringBuilder(right(asking.get(i), first));
            for (int j = 0; j < w.to().size(); j++) {
                boolean hidden = w.masked(i, j);
                masked |= hidden;
                line.append(right(hidden ? MASKED : DecimalFormatter.text(w.a().at(i, j), decimals), column));
            }
            out.println(line + "    most: " + WeightFigures.strongest(w, i, Words::apart));
        }
        out.println(
                "Rows ask (query), columns answer (key); " + sums(w) + (masked ? " " + MASKED + " is masked." : ""));
        out.println();
        out.flush();
    }

    /** How much each weight changed; another sentence has no such cells. */
    public static void change(Weights now, Weights before, int decimals, PrintWriter out) {
        boolean same = before.a().rows() == now.a().rows()
                && before.a().cols() == now.a().cols();
        if (!same) {
            out.println("Before there were " + before.a().rows() + " × "
                    + before.a().cols() + " weights: they are not compared cell by cell.");
            matrix(before, decimals, out);
            return;
        }
        double most = 0;
        out.println("Change of each weight since before:");
        for (int i = 0; i < now.a().rows(); i++) {
            StringBuilder line = new StringBuilder();
            for (int j = 0; j < now.a().cols(); j++) {
                double by = now.a().at(i, j) - before.a().at(i, j);
                most = Math.max(most, Math.abs(by));
                line.append(right((by > 0 ? "+" : "") + DecimalFormatter.text(by, decimals), decimals + 6));
            }
            out.println(line);
        }
        out.println("The largest change is " + DecimalFormatter.claimed(most, Math.max(4, decimals)) + ".");
        out.println();
        out.flush();
    }

    /** What rows sum to, as far as it can be told of all of them. */
    private static String sums(Weights w) {
        double worst = 0;
        for (int i = 0; i < w.a().rows(); i++) {
            double sum = 0;
            for (int j = 0; j < w.a().cols(); j++) {
                sum += w.a().at(i, j);
            }
            worst = Math.max(worst, Math.abs(sum - 1));
        }
        return worst < EVEN
                ? "every row adds up to 1."
                : worst < NEARLY ? "every row adds up to about 1." : "not every row adds up to 1.";
    }

    private static List<String> seen(Sentence words) {
        return words.tokens().stream()
                .map(Token::shown)
                .map(Words::label)
                .map(Printable::isolated)
                .toList();
    }

    static int width(String text) {
        return (int) text.codePoints()
                .filter(c -> c != Printable.ISOLATE && c != Printable.ISOLATED)
                .count();
    }

    static String right(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }
}
