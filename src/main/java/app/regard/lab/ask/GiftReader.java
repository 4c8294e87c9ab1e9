package app.regard.lab.ask;

import app.regard.trace.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reader of Moodle's GIFT: multiple choice with one right answer, and numbers; anything else is refused by its line. */
public final class GiftReader {
    /** More bytes, questions, answers or characters than these are not read. */
    public static final int MOST_BYTES = 1 << 20;

    static final int MOST_QUESTIONS = 2000;
    private static final int MOST_ANSWERS = 20;
    private static final int LONGEST = 4000;
    private static final String CATEGORY = "$CATEGORY:";
    private static final List<String> FORMATS = List.of("[html]", "[moodle]", "[plain]", "[markdown]");
    private static final String SHOW = "// show:";

    private final String name;
    private final List<QuizQuestion> found = new ArrayList<>();
    private String topic = "";
    private String show = "";
    private int line;

    private GiftReader(String name) {
        this.name = name;
    }

    /**
     * The questions of a text.
     *
     * @param name what messages call it: "“quiz.gift”"
     * @throws Refusal if a question is of another kind, or there are too many; the message names the line
     */
    public static List<QuizQuestion> read(String text, String name) {
        GiftReader reader = new GiftReader(name);
        StringBuilder block = new StringBuilder();
        int begun = 0;
        int number = 0;
        for (String one : (text + "\n").lines().toList()) {
            number++;
            String stripped = one.strip();
            boolean comment = stripped.startsWith("//");
            if (block.isEmpty() && (stripped.isEmpty() || comment || stripped.startsWith(CATEGORY))) {
                reader.note(stripped);
            } else if (!comment) {
                begun = block.isEmpty() ? number : begun;
                block.append(one).append('\n');
                reader.line = begun;
                if (block.length() > LONGEST) {
                    throw reader.refusal("a question of more than " + LONGEST + " characters");
                }
                if (closed(block)) {
                    reader.question(block.toString());
                    block.setLength(0);
                }
            }
        }
        if (!block.toString().isBlank()) {
            throw reader.refusal("a question without answers in braces");
        }
        if (reader.found.isEmpty()) {
            throw new Refusal(name + " holds no question in GIFT: ::Title:: Text {=right ~wrong}.");
        }
        return List.copyOf(reader.found);
    }

    private static boolean closed(CharSequence block) {
        return plain(block, '}', 0) >= 0;
    }

    private void note(String stripped) {
        if (stripped.startsWith(CATEGORY)) {
            topic = stripped.substring(CATEGORY.length()).strip().replace("//", "/");
        } else if (stripped.startsWith(SHOW)) {
            show = stripped.substring(SHOW.length()).strip();
        }
    }

    private Refusal refusal(String what) {
        return new Refusal(name + ", line " + line + ": " + what
                + ". Regard reads multiple choice with one right answer, and numbers.");
    }

    /** Where a sign first stands that no backslash takes its meaning from, or −1. */
    private static int plain(CharSequence text, char sign, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == sign) {
                return i;
            }
        }
        return -1;
    }

    private static String unescaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length()) {
                i++;
                out.append(text.charAt(i) == 'n' ? '\n' : text.charAt(i));
            } else {
                out.append(c == '\n' ? ' ' : c);
            }
        }
        return out.toString().strip();
    }

    private void question(String block) {
        int open = plain(block, '{', 0);
        int close = plain(block, '}', 0);
        if (open < 0 || open > close) {
            throw refusal("a brace that closes nothing");
        }
        if (!block.substring(close + 1).isBlank() || found.size() == MOST_QUESTIONS) {
            throw refusal("text after the answers, or more than " + MOST_QUESTIONS + " questions");
        }
        String head = block.substring(0, open).strip();
        String title = "";
        int end = head.startsWith("::") ? plain(head, ':', 2) : -1;
        while (end > 0 && !head.startsWith("::", end)) {
            end = plain(head, ':', end + 1);
        }
        if (end > 0) {
            title = unescaped(head.substring(2, end));
            head = head.substring(end + 2);
        }
        String body = block.substring(open + 1, close);
        int general = body.indexOf("####");
        String explanation = general < 0 ? "" : unescaped(body.substring(general + 4));
        String answers = general < 0 ? body : body.substring(0, general);
        String text = unescaped(unformatted(head.strip()));
        boolean numeric = answers.strip().startsWith("#");
        List<QuizQuestion.Choice> choices = numeric ? List.of() : choices(answers);
        Optional<QuizQuestion.Quantity> number = numeric ? Optional.of(number(answers.strip())) : Optional.empty();
        try {
            found.add(new QuizQuestion(topic, show, title, text, choices, number, explanation));
        } catch (IllegalArgumentException e) {
            throw refusal("a question has one answer that begins with = and others that begin with ~");
        }
        show = "";
    }

    /** A text without what Moodle says first of how it is written: "[plain]". */
    private static String unformatted(String text) {
        return FORMATS.stream()
                .filter(text::startsWith)
                .findFirst()
                .map(format -> text.substring(format.length()))
                .orElse(text);
    }

    private List<QuizQuestion.Choice> choices(String body) {
        List<QuizQuestion.Choice> choices = new ArrayList<>();
        int at = next(body, 0);
        if (at < 0 || !body.substring(0, at).isBlank()) {
            throw refusal("answers that begin neither with = nor with ~");
        }
        while (at >= 0) {
            int next = next(body, at + 1);
            String one = body.substring(at + 1, next < 0 ? body.length() : next);
            if (one.startsWith("%")) {
                throw refusal("an answer that is worth a part");
            }
            int hash = plain(one, '#', 0);
            choices.add(new QuizQuestion.Choice(
                    body.charAt(at) == '=',
                    unescaped(hash < 0 ? one : one.substring(0, hash)),
                    hash < 0 ? "" : unescaped(one.substring(hash + 1))));
            at = next;
            if (choices.size() > MOST_ANSWERS) {
                throw refusal("more than " + MOST_ANSWERS + " answers");
            }
        }
        return choices;
    }

    private static int next(String body, int from) {
        int right = plain(body, '=', from);
        int wrong = plain(body, '~', from);
        return right < 0 || wrong < 0 ? Math.max(right, wrong) : Math.min(right, wrong);
    }

    private QuizQuestion.Quantity number(String body) {
        int hash = plain(body, '#', 1);
        String asked = body.substring(1, hash < 0 ? body.length() : hash).strip();
        int colon = asked.indexOf(':');
        try {
            double value = Double.parseDouble(colon < 0 ? asked : asked.substring(0, colon));
            double tolerance = colon < 0 ? 0 : Double.parseDouble(asked.substring(colon + 1));
            if (!Double.isFinite(value) || !(tolerance >= 0 && Double.isFinite(tolerance))) {
                throw new NumberFormatException();
            }
            return new QuizQuestion.Quantity(value, tolerance, hash < 0 ? "" : unescaped(body.substring(hash + 1)));
        } catch (NumberFormatException e) {
            throw refusal("“" + asked + "” is not a number like #768:0");
        }
    }
}
