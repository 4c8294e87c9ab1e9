package app.regard.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.Moment;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the first format of lessons cannot hold makes a lesson of the second, and nothing else does. */
class EditedRecipesTest {
    private static final Experiment PLAIN = Experiment.of("river bank", new Source.Simple("similarity"));

    @TempDir
    private Path folder;

    private String written(Experiment e) throws Exception {
        Path file = folder.resolve("a.regard");
        Lessons.write(file, true, Lesson.of(new Moment(e, 6, 0)));
        assertThat(Lessons.read(file).cards().get(0).moment().experiment()).isEqualTo(e);
        return Files.readString(file).replaceAll("\\s+", "");
    }

    @Test
    void editsOfTheFirstFormatAreWrittenAsTheyWere() throws Exception {
        assertThat(written(PLAIN.withEdits(List.of(Edit.of("X[bank,2]=1"), Edit.of("W_Q[0,3]=1.5")))))
                .contains("\"format\":1,")
                .contains("{\"matrix\":\"X\",\"word\":\"bank\",\"row\":0,\"col\":2,\"value\":1.0}")
                .contains("{\"matrix\":\"W_Q\",\"row\":0,\"col\":3,\"value\":1.5}")
                .doesNotContain("scaling");
    }

    @Test
    void otherEditsAndNoScalingBelongToTheSecond() throws Exception {
        assertThat(written(PLAIN.withScaling(false))).contains("\"format\":2,").contains("\"scaling\":\"none\"");
        for (String edit : List.of("b_Q[3]=1", "mask[0,1]=0", "W_Q[*,*]*=3", "X[bank,nature]=1", "X[*,2]/=4")) {
            assertThat(written(PLAIN.withEdits(List.of(Edit.of(edit))))).contains("\"format\":2,");
        }
    }

    @Test
    void theFirstFormatRefusesThem() {
        String card = "{\"stage\": 1, \"query\": 0, \"experiment\": {\"text\": \"a\", \"scaling\": \"none\", "
                + "\"source\": {\"kind\": \"simple\", \"head\": \"similarity\"}}}";
        assertThatThrownBy(() -> Lessons.read("{\"format\": 1, \"cards\": [" + card + "]}", "“l.regard”"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("belongs to format 2");
    }

    /** A later edit of the same cell takes the place of those before it, so that dragging does not pile them up. */
    @Test
    void anEditTakesThePlaceOfThoseOfItsCell() {
        Experiment e = PLAIN.withEdit(Edit.of("W_Q[0,0]=1"))
                .withEdit(Edit.of("W_Q[*,*]*=2"))
                .withEdit(Edit.of("W_Q[0,0]=3"));
        assertThat(e.edits()).map(Edit::text).containsExactly("W_Q[*,*]*=2", "W_Q[0,0]=3");
    }
}
