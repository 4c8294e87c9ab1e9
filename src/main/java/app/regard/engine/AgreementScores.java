package app.regard.engine;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * How often a network chooses right between <i>is</i> and <i>are</i>, by kind of sentence.
 *
 * @param right the shares, 0 to 1
 * @param attention the mean weight of the last layer on the noun that decides, in plain sentences
 */
public record AgreementScores(Map<AgreementTexts.Kind, Double> right, double attention) {
    public AgreementScores {
        right = Map.copyOf(right);
    }

    public double right(AgreementTexts.Kind kind) {
        return right.getOrDefault(kind, Double.NaN);
    }

    /** Measures a network on sentences that are always the same. */
    public static AgreementScores of(TextNetwork network, AgreementTexts texts, Tests tests) {
        Map<AgreementTexts.Kind, Double> right = new EnumMap<>(AgreementTexts.Kind.class);
        double attention = 0;
        for (AgreementTexts.Kind kind : AgreementTexts.Kind.values()) {
            int count = 0;
            List<AskedText> all = tests.of(kind);
            for (AskedText text : all) {
                TextNetwork.Pass pass = network.read(text);
                count += texts.right(pass, text) ? 1 : 0;
                attention += kind == AgreementTexts.Kind.PLAIN
                        ? pass.weight(network.shape().layers() - 1, 0, text.subject()) / all.size()
                        : 0;
            }
            right.put(kind, (double) count / all.size());
        }
        return new AgreementScores(right, attention);
    }

    /** The sentences that a network is measured on, made once. */
    public record Tests(Map<AgreementTexts.Kind, List<AskedText>> sentences) {
        public Tests {
            sentences = Map.copyOf(sentences);
        }

        public static Tests of(AgreementTexts texts) {
            Map<AgreementTexts.Kind, List<AskedText>> all = new EnumMap<>(AgreementTexts.Kind.class);
            for (AgreementTexts.Kind kind : AgreementTexts.Kind.values()) {
                all.put(kind, texts.tests(kind));
            }
            return new Tests(all);
        }

        List<AskedText> of(AgreementTexts.Kind kind) {
            return sentences.getOrDefault(kind, List.of());
        }
    }
}
