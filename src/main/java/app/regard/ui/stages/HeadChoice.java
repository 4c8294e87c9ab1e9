package app.regard.ui.stages;

import app.regard.trace.Experiment;
import app.regard.trace.HeadId;
import app.regard.trace.LabState;
import app.regard.trace.Source;
import app.regard.trace.Traits;
import app.regard.ui.kit.Command;
import app.regard.ui.kit.Controls;
import app.regard.ui.kit.FileDialogs;
import app.regard.ui.kit.Notice;
import app.regard.ui.kit.NumberFields;
import app.regard.ui.session.RuleEditing;
import app.regard.ui.session.TrainedModel;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/**
 * The choice of the head. The list holds what is at hand; a trained head and a file are buttons, for arrow keys that go through
 * a list must not read a model or ask for a file.
 */
final class HeadChoice extends HBox {
    private static final String OWN = "example’s own";
    private static final String RANDOM = "random";
    private static final String RULES = "own rules";
    private static final String LAYERS = "two-layers";
    private static final double WIDE = 150;

    /** Room for the arrow and around the name, in sizes of its letters. */
    private static final double AROUND = 3.2;

    /** The trained head that is shown first: in it "it" looks at what it may stand for. */
    private static final HeadId FIRST = new HeadId(3, 1);

    private final Workspace session;
    private final Label name = Controls.whole(new Label("Head"));
    private final ComboBox<String> head = new ComboBox<>();
    private final HeadName shown;
    private final TextField seed = new TextField();
    private final Button generate = new Button("Generate");
    private final Button trained = new Button();
    private final RulesButton rules;
    private final Button layers = new Button("Lab");
    private final HeadPopover popover;
    private boolean showing;

    /**
     * @param heads shows all heads at once
     * @param attention opens attention that another program computed
     */
    HeadChoice(Workspace session, Runnable heads, Command attention, FileDialogs files) {
        super(8);
        this.session = session;
        shown = new HeadName(session.library()::headName);
        rules = new RulesButton(session);
        popover = new HeadPopover(session, heads, files);
        setAlignment(Pos.CENTER_LEFT);
        head.setId("head-choice");
        head.setPrefWidth(WIDE); // the list says more of each than the choice has room for
        head.setAccessibleText("Head");
        head.setCellFactory(list -> new HeadName(session.library()::headLine));
        head.setButtonCell(shown);
        head.setOnAction(e -> {
            if (!showing && head.getValue() != null) {
                choose(head.getValue());
            }
        });
        Controls.named(seed, "seed", "Seed of the random projections");
        seed.setPrefWidth(46);
        seed.setMinWidth(Region.USE_PREF_SIZE);
        new NumberFields().onDone(seed, this::useSeed);
        Controls.named(generate, "generate", "Generate new random projections");
        generate.setTooltip(new Tooltip("New random W_Q, W_K and W_V: the next seed"));
        generate.setOnAction(e -> session.generate());
        Controls.named(layers, "layers-lab", "Both layers in their lab");
        layers.setTooltip(new Tooltip("Both layers side by side, with the residual between: the lab “Two layers”"));
        layers.setOnAction(e -> session.useLab(new LabState(LAYERS, Map.of())));
        Controls.named(trained, "head", "Layer and head of the trained model, or of the file");
        trained.setTooltip(new Tooltip("A head of the trained model: layer, head, averages over heads"));
        trained.setOnAction(e -> openTrained());
        Button file = Controls.whole(attention.button());
        file.getStyleClass().add("folder-button");
        file.setGraphic(Controls.icon("folder"));
        getChildren()
                .addAll(
                        name,
                        Controls.whole(head),
                        seed,
                        Controls.whole(generate),
                        Controls.whole(rules),
                        Controls.whole(layers),
                        Controls.whole(trained),
                        file);
    }

    /** The controls follow the experiment. */
    void show(ViewState is, Experiment e) {
        showing = true;
        Source source = e.source();
        Traits traits = source.traits();
        List<String> heads = new ArrayList<>();
        if (session.library().example(source.table()).isPresent()) {
            heads.add(OWN);
        }
        boolean layered = source.handmadeHead().flatMap(Source.Layered::named).isPresent();
        if (layered) {
            heads.addAll(Source.Layered.NAMES);
        }
        heads.addAll(session.library().heads());
        heads.add(RULES);
        heads.add(RANDOM);
        if (!heads.equals(head.getItems())) {
            head.getItems().setAll(heads);
        }
        shown.other = traits.file()
                ? "from a file"
                : traits.trained() ? "trained" : is.content().name();
        OptionalLong drawn = source.randomSeed();
        head.setValue(
                !traits.table() && !layered
                        ? null
                        : drawn.isPresent()
                                ? RANDOM
                                : !source.rules().isEmpty()
                                        ? RULES
                                        : source.handmadeHead().orElse(heads.contains(OWN) ? OWN : null));
        shown.tell(head.getValue());
        seed.setText(drawn.isPresent() ? Long.toString(drawn.getAsLong()) : "");
        Controls.show(seed, drawn.isPresent());
        Controls.show(generate, drawn.isPresent());
        Controls.show(rules, !source.rules().isEmpty());
        Controls.show(layers, layered);
        boolean several = is.experiment().source().traits().heads();
        trained.setText((several ? is.content().name() : "Trained") + " ▾");
        showing = false;
    }

    void shorten(boolean nameless) {
        Controls.show(name, !nameless);
        // the names decide how wide it is, and not the lines of its list
        head.setPrefWidth((nameless
                                ? List.of(shown.getText() == null ? "" : shown.getText())
                                : head.getItems().stream().map(shown::called).toList())
                        .stream().mapToDouble(this::width).max().orElse(0)
                + AROUND * shown.getFont().getSize());
    }

    private double width(String text) {
        Text measured = new Text(text);
        measured.setFont(shown.getFont());
        return measured.getLayoutBounds().getWidth();
    }

    private void choose(String chosen) {
        switch (chosen) {
            case RANDOM -> session.generate();
            case RULES -> new RuleEditing(session).begin();
            case OWN ->
                session.change(x -> x.withSource(new Source.Preset(x.source().table())));
            default -> session.useHead(chosen);
        }
    }

    private void useSeed() {
        NumberFields.whole(seed.getText())
                .ifPresentOrElse(
                        number -> {
                            FormulaStrip.settle(session);
                            session.useSeed(number);
                        },
                        () -> session.say(
                                new Notice(Notice.Kind.PROBLEM, "The seed is a whole number: type one, such as 7.")));
    }

    private void openTrained() {
        if (!session.experiment().get().source().traits().heads()) {
            if (!session.model().present()) {
                session.say(new Notice(Notice.Kind.PROBLEM, TrainedModel.MISSING));
                return;
            }
            session.useTrained(FIRST.layer(), FIRST.head());
            if (!session.experiment().get().source().traits().heads()) {
                return; // refused, and it was said why
            }
        }
        popover.toggle(trained);
    }

    /** A head in the list, or as the one that is chosen. */
    private static final class HeadName extends ListCell<String> {
        private final UnaryOperator<String> name;
        private String other = "";

        /** @param name what a head is called here */
        HeadName(UnaryOperator<String> name) {
            this.name = name;
        }

        @Override
        protected void updateItem(@Nullable String head, boolean empty) {
            super.updateItem(head, empty);
            tell(head);
        }

        /** Names the head, which is another one even where none of the list is chosen. */
        void tell(@Nullable String head) {
            setText(head == null ? other : called(head));
        }

        String called(String head) {
            return List.of(OWN, RULES, RANDOM).contains(head) ? head : name.apply(head);
        }
    }
}
