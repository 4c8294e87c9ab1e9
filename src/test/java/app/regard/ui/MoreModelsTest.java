package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.Outside;
import app.regard.trace.Source;
import app.regard.transformer.KnownModels;
import app.regard.ui.app.WindowTest;
import javafx.scene.control.ComboBox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Other models than the usual one, where the build took them in: under Head beside it. */
@Tag("model")
class MoreModelsTest extends WindowTest {
    @Test
    void theChineseModelStandsUnderHeadBesideTheUsualOne() {
        Outside.only(KnownModels.BGE_CHINESE.present(), "built without -Dbge-small-zh");
        interact(() -> session().useTrained(3, 1));
        until(() -> session().shown().get().experiment().source().equals(new Source.Trained("all-MiniLM-L6-v2", 3, 1)));
        click("head");
        ComboBox<?> models = node("model", ComboBox.class);
        assertThat(models.isVisible()).isTrue();
        assertThat(models.getValue()).isEqualTo("all-MiniLM-L6-v2");
        interact(() -> models.getSelectionModel().select(models.getItems().indexOf("bge-small-zh-v1.5")));
        until(() ->
                session().shown().get().experiment().source().equals(new Source.Trained("bge-small-zh-v1.5", 0, 0)));
        assertThat(label("about-trained")).contains("MIT", "Chinese");
        assertThat(node("layer", ComboBox.class).getItems().size()).isEqualTo(4);
        assertThat(node("layer-head", ComboBox.class).getItems().size()).isEqualTo(8);
        assertWeights();
    }
}
