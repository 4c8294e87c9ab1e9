package app.regard.engine;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** Texts that repeat themselves: 4 to 12 different tokens in any order, over and over, 24 in all. */
public final class CopyTexts {
    /** How many different tokens there are. */
    public static final int VOCABULARY = 16;

    /** How many tokens are read; the last one is only predicted. */
    public static final int READ = 23;

    private static final int SHORTEST = 4;
    private static final int LONGEST = 12;

    private CopyTexts() {}

    /**
     * A text that is asked for the next token everywhere.
     *
     * @param period after how many tokens it repeats
     */
    public record Drawn(AskedText text, int period) {}

    /** Draws a text. */
    public static Drawn draw(Random random) {
        int period = SHORTEST + random.nextInt(LONGEST - SHORTEST + 1);
        int[] order = IntStream.range(0, VOCABULARY).toArray();
        for (int i = 0; i < period; i++) { // Fisher and Yates, as far as it is needed
            int other = i + random.nextInt(VOCABULARY - i);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        int[] tokens = IntStream.range(0, READ).map(t -> order[t % period]).toArray();
        int[] next = IntStream.range(0, READ).map(t -> order[(t + 1) % period]).toArray();
        return new Drawn(new AskedText(tokens, TextNetwork.all(READ), next, -1), period);
    }

    /** The letter that stands for a token: A to P. */
    public static String letter(int token) {
        return String.valueOf((char) ('A' + token));
    }

    /** A text of letters that somebody typed, asked everywhere, if it has no others and is not too long. */
    public static Optional<AskedText> read(List<String> letters) {
        int[] tokens = letters.stream()
                .mapToInt(l -> l.length() == 1 ? Character.toUpperCase(l.charAt(0)) - 'A' : -1)
                .toArray();
        boolean known = IntStream.of(tokens).allMatch(t -> t >= 0 && t < VOCABULARY);
        return known && tokens.length > 0 && tokens.length <= READ
                ? Optional.of(new AskedText(tokens, TextNetwork.all(tokens.length), tokens, -1))
                : Optional.empty();
    }

    /**
     * The training of attention-only layers on such texts.
     *
     * @param places whether places are learned, or none are known
     */
    public static NetworkTraining.Recipe recipe(int layers, TextNetwork.Places places, int batch, long seed) {
        TextNetwork.Shape shape = new TextNetwork.Shape(VOCABULARY, VOCABULARY, READ, 32, 32, layers, places, true);
        return new NetworkTraining.Recipe(
                shape,
                0.15,
                batch,
                NetworkTraining.warm(0.01, 50),
                random -> draw(random).text(),
                seed);
    }
}
