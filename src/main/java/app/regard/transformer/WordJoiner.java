package app.regard.transformer;

/** The joiner of what a reader sees as one word and BERT parts: “didn’t”, “ice-cream” and “3.5” are merged to one again. */
final class WordJoiner {
    private WordJoiner() {}

    /** Whether what begins in place {@code i} goes on the word that ends right before it. */
    static boolean joined(BertNormalizer text, int i) {
        if (joiner(text, i)) {
            return i > 0 && i + 1 < text.size() && fits(text, i - 1, i, i + 1);
        }
        return i > 1 && joiner(text, i - 1) && fits(text, i - 2, i - 1, i);
    }

    private static boolean joiner(BertNormalizer text, int i) {
        return "'’-.,".indexOf(text.point(i)) >= 0;
    }

    private static boolean fits(BertNormalizer text, int before, int joiner, int after) {
        int a = text.point(before);
        int b = text.point(after);
        boolean decimal = text.point(joiner) == '.' || text.point(joiner) == ',';
        return decimal
                ? Character.isDigit(a) && Character.isDigit(b)
                : Character.isLetterOrDigit(a) && Character.isLetterOrDigit(b);
    }
}
