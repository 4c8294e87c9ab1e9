package app.regard.ui;

import app.regard.draw.Numerals;
import app.regard.model.MiniLm;
import app.regard.trace.Experiment;
import app.regard.trace.Mask;
import app.regard.trace.Positions;
import app.regard.trace.Source;
import atlantafx.base.controls.Popover;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** What decides the numbers besides the words: head, seed, mask, positions, temperature. */
final class HeadPopover {
    private static final String OWN = "this example’s own";
    private static final String RANDOM = "random";
    private static final String FILE = "from a file…";
    private static final String TRAINED = "trained: " + MiniLm.NAME;

    /** The head that is shown first: in it "it" looks at what it may stand for. */
    private static final Source.Trained FIRST = new Source.Trained(MiniLm.NAME, 3, 1);

    private final Session session;
    private final AttentionFiles attention;
    private final Popover popover;
    private final ComboBox<String> head = new ComboBox<>();
    private final TextField seed = new TextField();
    private final Button generate = new Button("Generate");
    private final ComboBox<String> mask = new ComboBox<>();
    private final TextField radius = new TextField("2");
    private final ComboBox<String> positions = new ComboBox<>();
    private final TextField strength = new TextField();
    private final TextField temperature = new TextField();
    private final Label problem = new Label();
    private final TrainedPane trained;
    private final FilePane file;
    private final ReadingPane reading;
    private final Typed typed = new Typed();
    private boolean showing;

    /**
     * Makes it.
     *
     * @param heads shows all heads at once
     * @param files asks for files
     */
    HeadPopover(Session session, Runnable heads, Files files) {
        this.session = session;
        this.attention = new AttentionFiles(session, files);
        this.file = new FilePane(session, files);
        this.reading = new ReadingPane(session);
        this.trained = new TrainedPane(session, () -> {
            toggle(head);
            heads.run();
        });
        mask.getItems().addAll("none", "causal", "local window");
        positions.getItems().addAll("none", "sinusoidal");
        popover = new Popover(content());
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
        popover.setDetachable(false);
        popover.setHeaderAlwaysVisible(false);
        popover.addEventFilter(
                KeyEvent.KEY_PRESSED,
                e -> { // a closed list would swallow Escape
                    if (e.getCode() == KeyCode.ESCAPE
                            && !head.isShowing()
                            && !mask.isShowing()
                            && !trained.choosing()
                            && !file.choosing()
                            && !positions.isShowing()) {
                        popover.hide();
                        e.consume();
                    }
                });
        session.experiment().addListener((o, was, is) -> show(is));
        session.shown().addListener((o, was, is) -> reading.several(several()));
        show(session.experiment().get());
        act();
    }

    void toggle(Node owner) {
        if (popover.isShowing()) {
            popover.hide();
        } else {
            show(session.experiment().get());
            popover.show(owner);
            head.requestFocus();
        }
    }

    private GridPane content() {
        GridPane grid = new GridPane(12, 10);
        grid.getStyleClass().add("head-popover");
        row(grid, 0, "Head", head, "head-choice", "Head");
        head.setCellFactory(list -> new Choice(session.model().present()));
        grid.add(new VBox(12, trained, file, reading), 1, 1);
        row(grid, 2, "Seed", new HBox(8, seed, generate), "", "");
        name(seed, "seed", "Seed of the random projections");
        name(generate, "generate", "Generate new random projections");
        row(grid, 3, "Mask", line(mask, "± words", radius), "", "");
        name(mask, "mask", "Mask");
        name(radius, "radius", "How many words the local window reaches to either side");
        row(grid, 4, "Positions", line(positions, "strength λ", strength), "", "");
        name(positions, "positions", "Positions");
        name(strength, "strength", "Strength of the positions; 1 is the paper’s formula");
        row(grid, 5, "Temperature", temperature, "temperature", "Temperature; 1 is the paper’s formula");
        seed.setPrefColumnCount(9);
        radius.setPrefColumnCount(4);
        strength.setPrefColumnCount(5);
        temperature.setPrefColumnCount(5);
        temperature.setMaxWidth(Region.USE_PREF_SIZE);
        problem.getStyleClass().add("problem");
        problem.setId("head-problem");
        problem.setWrapText(true);
        problem.setMaxWidth(300);
        problem.managedProperty().bind(problem.textProperty().isNotEmpty());
        grid.add(problem, 0, 6, 2, 1);
        return grid;
    }

    private static HBox line(Node choice, String label, Node field) {
        Label name = new Label(label);
        name.getStyleClass().add("quiet");
        name.disableProperty().bind(field.disableProperty());
        HBox line = new HBox(8, choice, name, field);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static void row(GridPane grid, int row, String label, Node control, String id, String spoken) {
        Label name = new Label(label);
        name.getStyleClass().add("quiet");
        grid.add(name, 0, row);
        grid.add(control, 1, row);
        if (!id.isEmpty()) {
            name(control, id, spoken);
        }
    }

    private static void name(Node control, String id, String spoken) {
        control.setId(id);
        control.setAccessibleText(spoken);
    }

    /** The controls follow the experiment. */
    private void show(Experiment e) {
        showing = true;
        List<String> heads = new ArrayList<>();
        if (session.library().example(e.source().table()).isPresent()) {
            heads.add(OWN);
        }
        heads.addAll(session.library().heads());
        heads.add(RANDOM);
        heads.add(TRAINED);
        heads.add(FILE);
        head.getItems().setAll(heads);
        Source source = e.source();
        head.setValue(choice(source));
        boolean isTrained = source instanceof Source.Trained;
        boolean isFile = source instanceof Source.Imported;
        part(trained, isTrained);
        part(file, isFile);
        part(reading, isTrained || isFile);
        reading.several(several());
        generate.setDisable(isFile);
        seed.setDisable(isFile);
        mask.setDisable(isFile); // the weights are what they are
        temperature.setDisable(isFile);
        if (source instanceof Source.Trained t) {
            trained.show(t);
        }
        seed.setText(source instanceof Source.Seeded s ? Long.toString(s.seed()) : "");
        seed.setPromptText("random");
        mask.setValue(
                switch (e.mask().kind()) {
                    case NONE -> "none";
                    case CAUSAL -> "causal";
                    case LOCAL -> "local window";
                });
        if (e.mask().kind() == Mask.Kind.LOCAL) {
            radius.setText(Integer.toString(e.mask().radius()));
        }
        radius.setDisable(isFile || e.mask().kind() != Mask.Kind.LOCAL);
        positions.setValue(e.positions().on() ? "sinusoidal" : "none");
        strength.setText(e.positions().on() ? plain(e.positions().strength()) : "0.25");
        positions.setDisable(isTrained || isFile); // they are inside
        strength.setDisable(!e.positions().on());
        temperature.setText(plain(e.temperature()));
        problem.setText("");
        showing = false;
    }

    private static void part(Region part, boolean shown) {
        part.setVisible(shown);
        part.setManaged(shown);
    }

    private boolean several() {
        return !(session.experiment().get().source() instanceof Source.Imported) || file.several();
    }

    private static String choice(Source source) {
        if (source instanceof Source.Simple s) {
            return s.head();
        }
        if (source instanceof Source.Imported) {
            return FILE;
        }
        return source instanceof Source.Preset ? OWN : source instanceof Source.Trained ? TRAINED : RANDOM;
    }

    /** A head in the list; the trained one is grey, with the reason, where the program came without it. */
    private static final class Choice extends ListCell<String> {
        private final boolean present;

        Choice(boolean present) {
            this.present = present;
        }

        @Override
        protected void updateItem(@Nullable String item, boolean empty) {
            super.updateItem(item, empty);
            boolean missing = TRAINED.equals(item) && !present;
            setText(item == null || empty ? "" : missing ? item + " (not in this copy)" : item);
            setDisable(missing);
        }
    }

    private void useTrained() {
        if (session.model().present()) {
            session.useTrained(FIRST.layer(), FIRST.head());
        } else {
            show(session.experiment().get());
            say(TrainedModel.MISSING);
        }
    }

    /** Where the reader chooses none, the head stays. */
    private void useFile() {
        show(session.experiment().get());
        attention.open();
    }

    private static String plain(double v) {
        return Numerals.chosen(v).replace('−', '-');
    }

    private void act() {
        head.setOnAction(e -> unlessShowing(() -> {
            if (RANDOM.equals(head.getValue())) {
                session.generate();
            } else if (TRAINED.equals(head.getValue())) {
                useTrained();
            } else if (FILE.equals(head.getValue())) {
                useFile();
            } else if (OWN.equals(head.getValue())) {
                session.change(x -> x.withSource(new Source.Preset(x.source().table())));
            } else if (head.getValue() != null) {
                session.useHead(head.getValue());
            }
        }));
        generate.setOnAction(e -> session.generate());
        onDone(seed, () -> Typed.whole(seed.getText())
                .ifPresentOrElse(
                        session::useSeed,
                        () -> say(seed.getText().isBlank() ? "" : "The seed is a whole number: type one, such as 7.")));
        mask.setOnAction(e -> unlessShowing(this::useMask));
        onDone(radius, this::useMask);
        positions.setOnAction(e -> unlessShowing(this::usePositions));
        onDone(strength, this::usePositions);
        onDone(temperature, () -> Typed.number(temperature.getText())
                .filter(t -> t >= 0.0001 && t <= 1000)
                .ifPresentOrElse(
                        t -> session.change(x -> x.withTemperature(t)),
                        () -> say("Type a temperature from 0.0001 to 1000; 1 is the paper’s formula.")));
    }

    private void useMask() {
        if ("local window".equals(mask.getValue())) {
            Typed.whole(radius.getText())
                    .filter(r -> r >= 0 && r <= 512)
                    .ifPresentOrElse(
                            r -> session.change(x -> x.withMask(Mask.local(r.intValue()))),
                            () -> say("The window is a whole number of words from 0 to 512."));
        } else {
            session.change(x -> x.withMask("causal".equals(mask.getValue()) ? Mask.CAUSAL : Mask.NONE));
        }
    }

    private void usePositions() {
        if ("none".equals(positions.getValue())) {
            session.change(x -> x.withPositions(Positions.NONE));
        } else {
            Typed.number(strength.getText())
                    .filter(s -> Math.abs(s) <= 1000)
                    .ifPresentOrElse(
                            s -> session.change(x -> x.withPositions(Positions.sinusoidal(s))),
                            () -> say(
                                    "The strength is a number; 1 is the paper’s formula, 0.25 suits the simple table."));
        }
    }

    private void say(String text) {
        problem.setText(text);
    }

    private void onDone(TextField field, Runnable action) {
        typed.onDone(field, () -> {
            say("");
            action.run();
        });
    }

    private void unlessShowing(Runnable action) {
        if (!showing) {
            action.run();
        }
    }
}
