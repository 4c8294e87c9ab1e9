package app.regard.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import app.regard.Outside;
import app.regard.engine.Workers;
import app.regard.trace.Grid;
import app.regard.trace.Progress;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** BAAI's two models, where the build took them in, held against ONNX Runtime and Hugging Face's tokenizers on their files. */
@Tag("model")
class BgeTest {
    private static final List<String> CHINESE = List.of(
            "我爱自然语言处理。",
            "银行",
            "河岸上有一家银行。",
            "动物没有过马路,因为它太累了。",
            "动物没有过马路,因为它太宽了。",
            "北京是中国的首都。",
            "今天天气很好,我们去公园散步吧!",
            "他说他已经看过这部电影了。",
            "Attention 机制由 Q、K、V 三个矩阵组成。",
            "ABC abc Ångström naïve",
            "1234567890 元",
            "学而时习之,不亦说乎?",
            "𠮷野家的牛肉饭",
            "繁體字與简体字",
            "你好,世界 Hello World 😀",
            "、。!?《》",
            "请问去图书馆怎么走",
            "她把书放在桌子上,然后离开了房间。",
            "自注意力让每个词都看到所有其他的词。".repeat(8),
            "水".repeat(600));

    static Stream<BundledModel> models() {
        return Stream.of(KnownModels.BGE_ENGLISH, KnownModels.BGE_CHINESE);
    }

    private static List<String> sentences(BundledModel model) {
        return model == KnownModels.BGE_CHINESE
                ? CHINESE
                : Sentences.varied().stream().limit(20).toList();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyWeightAgreesWithOnnxRuntime(BundledModel known) throws Exception {
        Outside.only(known.present(), "built without -D" + known.property());
        Transformer model = known.load(Progress.NONE);
        int heads = known.shape().heads();
        double worstWeight = 0;
        double worstState = 0;
        try (Oracle oracle = Oracle.talking(known)) {
            for (String sentence : sentences(known)) {
                ForwardPass ours = model.pass(sentence, Workers.ALONE, Progress.NONE);
                int n = ours.pieces().size();
                Oracle.Answer theirs = oracle.run(ours.pieces());
                for (int layer = 0; layer <= known.shape().layers(); layer++) {
                    Grid state = ours.input(layer);
                    for (int cell = 0; cell < n * state.cols(); cell++) {
                        worstState = Math.max(
                                worstState,
                                Math.abs(state.at(cell / state.cols(), cell % state.cols())
                                        - theirs.hidden()[layer][cell]));
                    }
                }
                for (int map = 0; map < known.shape().allHeads(); map++) {
                    Grid a = ours.weights(map / heads, map % heads).a();
                    float[] b = theirs.weights()[map / heads];
                    for (int cell = 0; cell < n * n; cell++) {
                        worstWeight = Math.max(
                                worstWeight, Math.abs(a.at(cell / n, cell % n) - b[map % heads * n * n + cell]));
                    }
                }
            }
        }
        System.out.printf(
                "%s beside ONNX Runtime: weights differ by at most %.1e, hidden states by %.1e%n",
                known.shape().name(), worstWeight, worstState);
        assertThat(worstWeight).isLessThanOrEqualTo(2e-5);
        assertThat(worstState).isLessThanOrEqualTo(1e-4);
    }

    @ParameterizedTest
    @MethodSource("models")
    void piecesAreThoseOfHuggingFacesTokenizer(BundledModel known) throws Exception {
        Outside.only(known.present(), "built without -D" + known.property());
        Transformer model = known.load(Progress.NONE);
        List<String> texts = new ArrayList<>(CHINESE);
        texts.addAll(Sentences.varied());
        texts.removeIf(text -> text.contains("[") || text.length() > 500); // special tokens are text when typed
        try (InputStream in = BgeTest.class.getResourceAsStream(
                        known == KnownModels.BGE_CHINESE
                                ? "/bge-small-zh-v1.5-tokenizer.json"
                                : "/bge-small-en-v1.5-tokenizer.json");
                HuggingFaceTokenizer theirs = HuggingFaceTokenizer.newInstance(in, Map.of())) {
            for (String text : texts) {
                Encoding due = theirs.encode(text);
                assertThat(model.pieces(text).all().stream().mapToLong(Piece::id))
                        .as(text)
                        .containsExactly(Arrays.stream(due.getIds()).boxed().toArray(Long[]::new));
            }
        }
    }
}
