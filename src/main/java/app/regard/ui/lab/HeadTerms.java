package app.regard.ui.lab;

import app.regard.heads.Heads;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How readers are told what heads do, in the words that suit their tokens.
 *
 * @param unit what a token is called: "piece"
 * @param first the token at the beginning, "[CLS]"
 * @param last the token at the end, "[SEP]"
 * @param average over which tokens the numbers are averaged
 * @param offered what can be told of these heads at all
 */
record HeadTerms(String unit, String first, String last, String average, List<HeadDoes> offered) {
    /** The trained model's. */
    static final HeadTerms PIECES =
            new HeadTerms("piece", "[CLS]", "[SEP]", "all word pieces but [CLS] and [SEP]", List.of(HeadDoes.values()));

    /** Of heads whose queries are not their keys nothing can be told. */
    static final HeadTerms NONE = new HeadTerms("token", "", "", "", List.of(HeadDoes.PLACE));

    HeadTerms {
        offered = List.copyOf(offered);
    }

    /** Those of any tokens: what makes no sense with these is left out. */
    static HeadTerms of(Heads heads, List<String> words) {
        int end = words.size() - 1;
        List<String> special = IntStream.rangeClosed(0, end)
                .filter(i -> heads.special(words, i))
                .mapToObj(words::get)
                .distinct()
                .toList();
        List<HeadDoes> offered = new ArrayList<>(List.of(HeadDoes.values()));
        if (!heads.special(words, 0)) {
            offered.remove(HeadDoes.FIRST);
        }
        if (!heads.special(words, end)) {
            offered.remove(HeadDoes.LAST);
        }
        if (new HashSet<>(words).size() == words.size()) {
            offered.remove(HeadDoes.SAME);
        }
        String but = special.isEmpty() ? "" : " but " + String.join(" and ", special);
        return new HeadTerms("token", words.get(0), words.get(end), "all tokens" + but, offered);
    }

    /** What heads are ordered by, in a few words. */
    String label(HeadDoes what) {
        return switch (what) {
            case PLACE -> "layers and heads";
            case SELF -> "the " + unit + " itself";
            case PREVIOUS -> "the " + unit + " before";
            case NEXT -> "the " + unit + " after";
            case FIRST -> first;
            case LAST -> last;
            case SAME -> "the same " + unit + " elsewhere";
            case SPREAD -> "how evenly it is spread (0 to 1)";
        };
    }

    /** Which heads are shown, likewise. */
    String choice(HeadDoes what) {
        return switch (what) {
            case PLACE -> "all heads";
            case SPREAD -> "heads as evenly spread as …";
            default -> "heads that give " + label(what) + " …";
        };
    }
}
