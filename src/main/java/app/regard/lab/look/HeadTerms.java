package app.regard.lab.look;

import app.regard.heads.Heads;
import app.regard.heads.Measure;
import app.regard.source.WeightsContent;
import app.regard.stage.Content;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The words in which readers are told what heads do, as they suit the heads' tokens.
 *
 * @param unit what a token is called: "piece"
 * @param first the token at the beginning, "[CLS]"
 * @param last the token at the end, "[SEP]"
 * @param average over which tokens the numbers are averaged
 * @param offered what can be told of these heads at all
 */
record HeadTerms(String unit, String first, String last, String average, List<Measure> offered) {
    /** The trained model's. */
    static final HeadTerms PIECES =
            new HeadTerms("piece", "[CLS]", "[SEP]", "all word pieces but [CLS] and [SEP]", List.of(Measure.values()));

    /** Of heads whose queries are not their keys nothing can be told. */
    static final HeadTerms NONE = new HeadTerms("token", "", "", "", List.of());

    HeadTerms {
        offered = List.copyOf(offered);
    }

    /** Those of the heads that belong to what the window shows: the open file's, else the trained model's. */
    static HeadTerms of(Content seen) {
        boolean learned =
                seen.trace().map(t -> t.in().learned()).orElse(true); // without a trace: made of a model's heads
        return WeightsContent.file(seen)
                .map(open -> seen.self() ? of(open.heads(), seen.read().words()) : NONE)
                .orElseGet(() -> learned ? pieces(seen.read().words()) : PIECES);
    }

    /** Those of a trained model's pieces, between what it adds, if it adds anything. */
    static HeadTerms pieces(List<String> words) {
        String first = words.get(0);
        String last = words.get(words.size() - 1);
        if ((first + last).equals("[CLS][SEP]") || (first + last).equals("<s></s>")) {
            String average = "all word pieces but " + first + " and " + last;
            return new HeadTerms("piece", first, last, average, PIECES.offered);
        }
        List<Measure> offered = PIECES.offered.stream()
                .filter(m -> m != Measure.CLS && m != Measure.SEP)
                .toList();
        return new HeadTerms("piece", "", "", "all word pieces", offered);
    }

    /** Those of any tokens: what makes no sense with these is left out. */
    static HeadTerms of(Heads heads, List<String> words) {
        int end = words.size() - 1;
        List<String> special = IntStream.rangeClosed(0, end)
                .filter(i -> heads.special(words, i))
                .mapToObj(words::get)
                .distinct()
                .toList();
        List<Measure> offered = new ArrayList<>(List.of(Measure.values()));
        if (!heads.special(words, 0)) {
            offered.remove(Measure.CLS);
        }
        if (!heads.special(words, end)) {
            offered.remove(Measure.SEP);
        }
        if (new HashSet<>(words).size() == words.size()) {
            offered.remove(Measure.SAME);
        }
        String but = special.isEmpty() ? "" : " but " + String.join(" and ", special);
        return new HeadTerms("token", words.get(0), words.get(end), "all tokens" + but, offered);
    }

    /** What a head does, in a few words: "the piece before". */
    String label(Measure what) {
        return switch (what) {
            case SELF -> "the " + unit + " itself";
            case PREVIOUS -> "the " + unit + " before";
            case NEXT -> "the " + unit + " after";
            case CLS -> first;
            case SEP -> last;
            case SAME -> "the same " + unit + " elsewhere";
            case SPREAD -> "how evenly it is spread (0 to 1)";
        };
    }

    /** Which heads are shown, likewise. */
    String choice(Measure what) {
        return what == Measure.SPREAD ? "evenly spread weight …" : noun(what) + " …";
    }

    /** The same as a noun: "weight on the piece before". */
    String noun(Measure what) {
        return what == Measure.SPREAD ? label(what) : "weight on " + label(what);
    }
}
