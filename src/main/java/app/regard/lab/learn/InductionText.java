package app.regard.lab.learn;

import app.regard.engine.CopyTexts;
import app.regard.source.NetworkRecipe;
import app.regard.trace.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringTokenizer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The text whose maps are shown: the one that was typed where it is one of letters, else one that is always the same.
 *
 * @param place the place that is asked about in the last layer
 * @param repeats whether the same letter stands before it
 * @param source the place after the letter's last occurrence; where there is none, the place itself
 */
record InductionText(String text, int place, boolean repeats, int source) {
    private static final int PERIOD = 6;

    static InductionText of(String typed, NetworkRecipe recipe) {
        try {
            recipe.read(typed);
            List<String> letters = new ArrayList<>();
            StringTokenizer each = new StringTokenizer(typed.toUpperCase(Locale.ROOT));
            while (each.hasMoreTokens()) {
                letters.add(each.nextToken());
            }
            int last = letters.size() - 1;
            int before = letters.subList(0, last).lastIndexOf(letters.get(last));
            return new InductionText(typed, last, before >= 0, before < 0 ? last : before + 1);
        } catch (Refusal notLetters) {
            return fixed();
        }
    }

    private static InductionText fixed() {
        Random random = new Random(1);
        CopyTexts.Drawn drawn = CopyTexts.draw(random);
        while (drawn.period() != PERIOD) {
            drawn = CopyTexts.draw(random);
        }
        CopyTexts.Drawn found = drawn;
        String text = IntStream.range(0, found.text().size())
                .mapToObj(i -> CopyTexts.letter(found.text().token(i)))
                .collect(Collectors.joining(" "));
        return new InductionText(text, 2 * PERIOD + 1, true, PERIOD + 2);
    }
}
