package app.regard.lab.look;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Spot;
import app.regard.draw.View;
import app.regard.export.picture.CardPictures;
import app.regard.export.picture.Picture;
import app.regard.export.picture.What;
import app.regard.file.Lesson;
import app.regard.lab.Run;
import app.regard.lab.Setup;
import app.regard.lab.ask.NumberQuestions;
import app.regard.lab.ask.QuizQuestion;
import app.regard.lab.catalog.Labs;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.stage.Exportable;
import app.regard.stage.Subject;
import app.regard.trace.Experiment;
import app.regard.trace.Moment;
import app.regard.trace.Progress;
import app.regard.trace.Reading;
import app.regard.trace.Source;
import app.regard.transformer.MiniLm;
import app.regard.transformer.OneModel;
import app.regard.transformer.TinyModels;
import app.regard.words.Library;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A lab begins with the word in focus, also where special tokens are hidden, so that rows and tokens stand in other places. */
@Tag("model")
class FocusedWordTest {
    private static final int RIVER = 2; // [CLS] the river bank of the river [SEP]
    private static final Experiment E =
            Experiment.of("the river bank of the river", new Source.Trained(MiniLm.NAME, 1, 2));
    private final Resolver resolver = new Resolver(new Library(), OneModel.trained());

    private Setup<?> begin(String lab, Experiment e, int token) {
        Moment here = new Moment(e, 6, token);
        return Setup.begin(Labs.ALL.named(lab), here, resolver.content(e, Progress.NONE));
    }

    @ParameterizedTest
    @EnumSource(Reading.Special.class)
    void itIsTheWordThatIsAskedAbout(Reading.Special special) {
        Experiment e = E.withReading(Reading.PLAIN.with(special).withMerge(special == Reading.Special.HIDDEN));
        Setup<?> bet = begin("bet", e, RIVER);
        assertThat(bet.text("query")).isEqualTo("river");
        assertThat(bet.run(resolver, Run.of(Progress.NONE))
                        .at(0)
                        .panels()
                        .get(0)
                        .title())
                .contains("“river”");
        Setup<?> together = begin("heads-together", e, RIVER);
        assertThat(together.text("query")).isEqualTo("river");
        for (String word : List.of("river", "bank", "[SEP]")) {
            assertThat(together.with("query", word)
                            .run(resolver, Run.of(Progress.NONE))
                            .at(0)
                            .said())
                    .contains("“" + word + "”");
        }
        assertThat(begin("layers", e, RIVER).text("word")).isEqualTo("river");
    }

    /** A decoder's pieces begin with a blank, which is none of the word's; what is no word by itself makes no sentence. */
    @Test
    void itIsTheWordAlsoWhereItsPieceBearsAMark() {
        Source decoder = new Source.Trained(TinyModels.folder("gpt2-tiny").toString(), 0, 0);
        Experiment bank = Experiment.of("the bank of the river", decoder);
        assertThat(begin("layers", bank, 1).text("word")).isEqualTo("bank");
        Experiment pieces = Experiment.of("unbelievably tired", E.source());
        for (Setup<?> compare : List.of(
                begin("compare", bank, 1),
                begin("compare", E, 0),
                begin("compare", E, RIVER),
                begin("compare", pieces, 2))) {
            assertThat(compare.run(resolver, Run.of(Progress.NONE)).at(0).said())
                    .isNotEmpty(); // and not refused
        }
        assertThat(begin("compare", E, RIVER).text("with")).isEqualTo("river");
    }

    /** Questions and cards keep the token; what is shown of it is its row. */
    @Test
    void questionsAndCardsAreOfTheSameWord() {
        Experiment e = E.withReading(Reading.PLAIN.with(Reading.Special.HIDDEN));
        Content seen = resolver.content(e, Progress.NONE);
        int row = seen.row(RIVER);
        assertThat(seen.weights().from().word(row)).isEqualTo("river");
        QuizQuestion asked =
                NumberQuestions.of(seen, e, row, List.of(new Spot("A", row, 0))).get(0);
        assertThat(asked.show()).startsWith("stage 6, query " + (RIVER + 1) + ", ");
        CardPictures.Contents contents = new CardPictures.Contents() {
            @Override
            public Subject subject(Moment of, Progress progress) {
                return resolver.content(of, progress).subject(of.experiment());
            }

            @Override
            public Optional<Exportable> lab(Moment of, Progress progress) {
                return Optional.empty();
            }
        };
        Picture look = Picture.of(What.STAGE, 1, 0, View.USUAL);
        Lesson.Card card = new Lesson.Card(new Moment(e, 6, RIVER), "", "");
        assertThat(new CardPictures(contents, What.STAGE, look)
                        .panel(card, 1, Progress.NONE)
                        .picture()
                        .query())
                .isEqualTo(row);
    }

    @Test
    void ofTwoOfAKindItIsTheOneInFocus() {
        assertThat(begin("layers", E, 6).text("word")).isEqualTo("6");
        assertThat(begin("layers", E, 5).text("word")).isEqualTo("5");
        assertThat(begin("layers", E, 0).text("word")).as("[CLS] is no word").isEqualTo("river");
    }
}
