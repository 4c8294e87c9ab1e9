package app.regard.lab.ask;

import java.util.List;
import java.util.Optional;

/**
 * A question with its right answer, and an explanation for every answer.
 *
 * @param topic what it is about; empty for none
 * @param show what is opened to see it, as text; empty for nothing
 * @param choices to choose from, one of them right; none where a number is asked for
 * @param number the number that is asked for, if one is
 * @param explanation what is said after any answer
 */
public record QuizQuestion(
        String topic,
        String show,
        String title,
        String text,
        List<Choice> choices,
        Optional<Quantity> number,
        String explanation) {
    /** One answer to choose, and what is said of it. */
    public record Choice(boolean right, String text, String feedback) {}

    /** A number with how far an answer may lie from it. */
    public record Quantity(double value, double tolerance, String feedback) {}

    public QuizQuestion {
        choices = List.copyOf(choices);
        long right = choices.stream().filter(Choice::right).count();
        if (number.isPresent() ? !choices.isEmpty() : right != 1 || choices.size() < 2) {
            throw new IllegalArgumentException("a question has one right answer, or asks for a number");
        }
    }

    /** Whether an answer is right: the letter of a choice, or a number. */
    public boolean right(String answer) {
        if (number.isEmpty()) {
            int choice = choice(answer);
            return choice >= 0 && choices.get(choice).right();
        }
        Quantity wanted = number.get();
        return number(answer)
                .filter(given ->
                        Math.abs(given - wanted.value()) <= wanted.tolerance() + 1e-9 * Math.abs(wanted.value()))
                .isPresent();
    }

    /** The finite number that an answer is, with a point or a comma; nothing where it is none. */
    static Optional<Double> number(String answer) {
        try {
            return Optional.of(Double.parseDouble(answer.replace(',', '.').replace('−', '-')))
                    .filter(Double::isFinite);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The place of the choice that a letter names, or −1. */
    public int choice(String letter) {
        int place = letter.length() == 1 ? Character.toLowerCase(letter.charAt(0)) - 'a' : -1;
        return place < choices.size() ? place : -1;
    }

    /** The letter of a choice: a, b, c, … */
    public static String letter(int choice) {
        return String.valueOf((char) ('a' + choice));
    }
}
