package app.regard.source;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.engine.Attention;
import app.regard.export.page.Page;
import app.regard.lab.Lab;
import app.regard.lab.Run;
import app.regard.lab.Setup;
import app.regard.lab.Snapshot;
import app.regard.lab.catalog.Labs;
import app.regard.stage.Content;
import app.regard.stage.Part;
import app.regard.stage.Stages;
import app.regard.stage.WeightFigures;
import app.regard.stage.Why;
import app.regard.stage.WhyText;
import app.regard.stage.Words;
import app.regard.trace.Experiment;
import app.regard.trace.Inputs;
import app.regard.trace.Mask;
import app.regard.trace.Moment;
import app.regard.trace.Positions;
import app.regard.trace.Progress;
import app.regard.trace.Sentence;
import app.regard.trace.Side;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.words.Example;
import app.regard.words.Library;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Whatever running text speaks of a word of the sentence marks it as one. The words here are such that no text would hold them
 * otherwise, so that none can hide.
 */
class MarkedWordsTest {
    private static final Pattern WORD = Pattern.compile("zq\\w*");
    private static final Pattern MARKED = Pattern.compile("“zq\\w*”");

    private final Library library = new Library();

    /** The example's numbers under words of our own. */
    private Trace renamed(Example example, boolean options) {
        Experiment plain = example.experiment();
        Experiment changed = plain.withTemperature(0.5).withPositions(Positions.sinusoidal(0.25));
        Experiment e = !options ? plain : plain.keyText() == null ? changed.withMask(Mask.CAUSAL) : changed;
        Inputs in = library.resolve(e);
        Side from = renamed(in.from(), "zq");
        return Attention.trace(new Inputs(
                from,
                in.self() ? from : renamed(in.to(), "zqx"),
                in.head(),
                in.mask(),
                in.positions(),
                in.temperature()));
    }

    private static Side renamed(Side side, String name) {
        Sentence words = Sentence.of(IntStream.range(0, side.words().size())
                .mapToObj(i -> name + (char) ('a' + i))
                .toArray(String[]::new));
        return new Side(words, side.x(), side.origin());
    }

    private static void bare(List<String> found, String where, String text) {
        String rest = MARKED.matcher(text).replaceAll("");
        if (WORD.matcher(rest).find()) {
            found.add(where + ": " + text);
        }
    }

    @Test
    void everyTextOfEveryStageOfEveryExampleMarksItsWords() {
        List<String> found = new ArrayList<>();
        int marked = 0;
        for (Example example : library.examples()) {
            for (boolean options : new boolean[] {false, true}) {
                Trace t = renamed(example, options);
                Content content = new TraceContent(t);
                int last = t.weights().from().size() - 1;
                for (int number = 1; number <= Stages.ALL.size(); number++) {
                    String where = example.id() + ", stage " + number;
                    bare(found, where, content.title(number) + content.shape(number) + content.below(number));
                    bare(found, where, content.plain(number, last));
                    bare(found, where, content.formula(number) + content.code(number));
                }
                for (String text : List.of(
                        content.name(),
                        content.provenance(),
                        content.subject(example.experiment()).about())) {
                    bare(found, example.id(), text);
                }
                for (Part part : Part.values()) {
                    for (Spot spot : spots(t, part)) {
                        if (spot.isCell()) {
                            Why why = content.why(last, spot);
                            String said = why.about() + " " + WhyText.formula(why, 4) + " " + why.note()
                                    + content.said(why, 2);
                            bare(found, example.id() + ", " + spot, said);
                            marked += MARKED.matcher(said).find() ? 1 : 0;
                        } else {
                            bare(found, example.id() + ", " + spot, content.said(spot));
                        }
                    }
                }
                for (int i = 0; i <= last; i++) {
                    bare(found, "most", WeightFigures.strongest(t.weights(), i, Words::quoted));
                    bare(found, "strip", content.said(new Spot(WeightFigures.ASKING, i, Spot.LABEL)));
                }
            }
        }
        assertThat(found).isEmpty();
        assertThat(marked).isGreaterThan(1000);
    }

    private static List<Spot> spots(Trace t, Part part) {
        List<Spot> spots = new ArrayList<>();
        for (int i = Spot.LABEL; i < part.rows(t).size(); i++) {
            for (int j = Spot.LABEL; j < part.cols(t).size(); j++) {
                if ((i >= 0 || j >= 0) && part.has(t, Math.max(0, i), Math.max(0, j)) && given(t, part)) {
                    spots.add(new Spot(part.label(), i, j));
                }
            }
        }
        return spots;
    }

    /** There are no biases, and what belongs to positions or another sentence, are there only with them. */
    private static boolean given(Trace t, Part part) {
        return switch (part) {
            case B_Q, B_K, B_V -> false;
            case X_KEYS -> !t.in().self();
            case P_KEYS, H_KEYS -> !t.in().self() && t.in().positions().on();
            case P, H -> t.in().positions().on();
            default -> true;
        };
    }

    /** A page holds texts of its own beside those of the stages: headings of bars, what a reader without scripts is told. */
    @Test
    void aPageMarksItsWordsToo() throws IOException {
        Trace t = renamed(library.examples().get(0), false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Page.write("A page", List.of(new Page.Card("", "", t, 3, 1)), View.USUAL, out);
        String page = out.toString(StandardCharsets.UTF_8);
        for (String element : List.of("h3", "p", "b")) {
            Pattern one = Pattern.compile("<" + element + "( [^>]*)?>([^<]*)</" + element + ">");
            List<String> found = new ArrayList<>();
            one.matcher(page)
                    .results()
                    .filter(r -> !r.group(2).startsWith("Sentence: "))
                    .forEach(r -> bare(found, element, r.group(2)));
            assertThat(found).isEmpty();
        }
        assertThat(page).contains("“zqb” attends to", "Who looks at “zqc”", "the word “zqb”");
    }

    private static <S extends Record> Snapshot shown(Lab<S> lab, Moment here, Content seen, Resolver resolver) {
        return Setup.begin(lab, here, seen).run(resolver, Run.of(Progress.NONE)).at(0);
    }

    @Test
    void whatALabSaysMarksItsWords() {
        Resolver resolver = new Resolver(library, new NoModel());
        Experiment e = Experiment.of("zqone zqtwo zqthree", new Source.Simple("similarity"));
        Content content = resolver.content(e, Progress.NONE);
        Snapshot shown = shown(Labs.ALL.named("contribution"), new Moment(e, 6, 0), content, resolver);
        List<String> found = new ArrayList<>();
        bare(found, "said", shown.said());
        shown.panels().forEach(panel -> bare(found, panel.id(), panel.title()));
        assertThat(found).isEmpty();
        assertThat(shown.said()).contains("“zqone”");
    }
}
