package app.regard.transformer.text;

/** The joiner of what a reader sees as one word and a tokenizer parts: “didn’t”, “ice-cream” and “3.5” are merged to one again. */
public final class WordJoiner {
    private WordJoiner() {}

    /** Whether what begins in place {@code i} of some code points goes on the word that ends right before it. */
    public static boolean joined(int[] points, int i) {
        if (joiner(points[i])) {
            return i > 0 && i + 1 < points.length && fits(points[i - 1], points[i], points[i + 1]);
        }
        return i > 1 && joiner(points[i - 1]) && fits(points[i - 2], points[i - 1], points[i]);
    }

    private static boolean joiner(int c) {
        return "'’-.,".indexOf(c) >= 0;
    }

    private static boolean fits(int before, int joiner, int after) {
        boolean decimal = joiner == '.' || joiner == ',';
        return decimal
                ? Character.isDigit(before) && Character.isDigit(after)
                : Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
    }
}
