package app.regard.ui.lab;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Spot;
import app.regard.export.picture.Format;
import app.regard.heads.LayerSimilarities;
import app.regard.stage.LayerPlot;
import app.regard.trace.Followed;
import app.regard.ui.kit.Controls;
import app.regard.ui.kit.FigureView;
import app.regard.ui.kit.Notice;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.session.TrainedModel;
import app.regard.ui.session.ViewState;
import app.regard.ui.session.Workspace;
import app.regard.words.SensePair;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A word followed through the layers of the trained model, as a plot whose numbers can be asked where they come from. */
public final class LayersPane extends VBox {
    private static final double STALE = 0.35;
    private static final String ABOUT =
            "Words tend to leave their own input behind, whatever they mean: compare the two words with what is usual"
                    + " for other words here.";

    private final Workspace session;
    private final TaskRunner tasks;
    private final TaskRunner.Slot following = new TaskRunner.Slot();
    private final LayersFiles files;
    private final List<SensePair> examples = SensePair.all();
    private final WordOfSentence here = new WordOfSentence("layers-sentence", "First sentence", this::typed, this::say);
    private final WordOfSentence there = new WordOfSentence("layers-second", "Second sentence", this::typed, this::say);
    private final Label notice = new Label();
    private final Label waiting = new Label();
    private final NumberWhy why = new NumberWhy("layers");
    private final MenuButton save = new MenuButton("Save");
    private final FigureView plot;
    private final TrainedModel.Client model;
    private final ChangeListener<Notice> told = (o, was, is) -> say(is.text());
    private Optional<LayersFound> found = Optional.empty();
    private Optional<SensePair> example = Optional.empty();
    private Spot asked = new Spot(LayerPlot.LAYERS, 0, 0);

    /** @param close closes this pane */
    public LayersPane(Workspace session, TaskRunner tasks, LayersFiles files, Runnable close) {
        super(8);
        this.session = session;
        this.tasks = tasks;
        this.files = files;
        model = session.model().client();
        plot = new FigureView("layers-plot", tasks, new Painting(), new Pointer());
        plot.setAccessibleText("A word through the layers");
        VBox.setVgrow(plot, Priority.ALWAYS);
        why.setMinHeight(NumberWhy.HEIGHT * session.shown().get().view().textScale());
        getStyleClass().add("heads-pane");
        notice.setId("layers-notice");
        notice.getStyleClass().add("quiet");
        waiting.setId("layers-waiting");
        for (Label text : List.of(notice, waiting)) {
            text.setWrapText(true);
            text.setMinHeight(Region.USE_PREF_SIZE);
        }
        getChildren().addAll(top(close), sentences(), notice, waiting, plot, why);
        begin();
        model.share().addListener((o, was, is) -> waiting(is.doubleValue()));
        session.notice().addListener(told);
        ask();
    }

    private HBox top(Runnable close) {
        Label title = new Label(
                "A word through the layers of " + session.model().shape().name());
        title.getStyleClass().add("side-title");
        MenuButton some = new MenuButton("Examples");
        some.setId("layers-examples");
        examples.forEach(one -> some.getItems().add(item(one)));
        save.setId("layers-save");
        save.setDisable(true);
        for (Format format : List.of(Format.PNG, Format.SVG, Format.PDF)) {
            String ending = format.extension();
            saver(ending, "Picture as " + format.name() + "…", f -> files.picture(f, format));
        }
        saver("csv", "Numbers as CSV…", files::csv);
        saver("json", "Numbers as JSON…", files::json);
        Button done = new Button("Close");
        done.setId("layers-close");
        done.setOnAction(e -> close.run());
        Label keys = Controls.quiet("Arrow keys move, Esc closes");
        HBox top = new HBox(10, title, keys, Controls.spring(), some, save, done);
        top.getChildren().stream().filter(n -> n != keys).forEach(Controls::whole);
        top.setAlignment(Pos.CENTER_LEFT);
        return top;
    }

    private void saver(String id, String text, Consumer<Followed> action) {
        MenuItem item = new MenuItem(text);
        item.setId("layers-save-" + id);
        item.setOnAction(e -> found.ifPresent(f -> action.accept(f.followed())));
        save.getItems().add(item);
    }

    private CustomMenuItem item(SensePair pair) {
        Label sentences = new Label(pair.sentence() + "\n" + pair.other());
        sentences.getStyleClass().add("example-sentence");
        Label what = Controls.quiet(pair.notice());
        what.setWrapText(true);
        what.setMaxWidth(470);
        CustomMenuItem item = new CustomMenuItem(new VBox(1, sentences, what));
        item.setId("layers-example-" + examples.indexOf(pair));
        item.setOnAction(e -> {
            here.set(pair.sentence(), new LayersAsked.Wish(pair.word(), -1));
            there.set(pair.other(), new LayersAsked.Wish(pair.otherWord(), -1));
            example = Optional.of(pair);
            ask();
        });
        return item;
    }

    private GridPane sentences() {
        there.field().setPromptText("empty: another word of the same sentence");
        GridPane grid = new GridPane(8, 6);
        ColumnConstraints grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(new ColumnConstraints(), grow);
        grid.addRow(0, Controls.quiet("Sentence"), here.field(), Controls.quiet("word"), here.choice());
        grid.addRow(1, Controls.quiet("Second"), there.field(), Controls.quiet("word"), there.choice());
        grid.getChildren().stream().filter(Label.class::isInstance).forEach(Controls::whole);
        return grid;
    }

    /** Begins with the window's sentence and the word that is focused there. */
    private void begin() {
        String text = session.experiment().get().text();
        ViewState is = session.shown().get();
        String word = is.weights().from().word(is.focus().query());
        Optional<SensePair> known = SensePair.about(examples, word);
        here.set(text, new LayersAsked.Wish(word, -1));
        there.set(
                known.map(p -> p.other().equals(text) ? p.sentence() : p.other())
                        .orElse(""),
                LayersAsked.ANY);
    }

    /** What gets the keyboard. */
    public Node first() {
        return plot;
    }

    /** It was closed: what is still being read for it is not wanted. */
    public void closed() {
        model.leave();
        session.notice().removeListener(told);
        following.forget();
    }

    private void typed() {
        example = Optional.empty();
        ask();
    }

    private void ask() {
        LayersAsked wanted = new LayersAsked(here.text(), here.wish(), there.text(), there.wish());
        Optional<LayersFound> before = found;
        model.begin();
        waiting(model.share().get());
        TaskRunner.Work<LayersFound> work =
                progress -> LayersFound.of(wanted, before, text -> model.passed(text, progress));
        tasks.latest(following, work, this::show, e -> {
            model.end();
            plot.setOpacity(STALE);
            save.setDisable(true);
            say(TrainedModel.problem(e));
        });
    }

    private void show(LayersFound what) {
        model.end();
        found = Optional.of(what);
        plot.setOpacity(1);
        save.setDisable(false);
        say("");
        here.offer(LayerSimilarities.words(what.here()), what.word());
        there.offer(LayerSimilarities.words(what.there()), what.other());
        notice.setText(String.join(
                        " ", example.map(SensePair::notice).orElse(ABOUT), LayerPlot.pieces(what.followed()), cut(what))
                .strip());
        asked = LayerPlot.start(what.followed());
        plot.repaint();
        speak();
    }

    private String cut(LayersFound what) {
        boolean all = what.here().pieces().cut() + what.there().pieces().cut() == 0;
        return all
                ? ""
                : "The model reads the first " + session.model().shape().mostPieces()
                        + " word pieces; the rest is left out.";
    }

    private void waiting(double share) {
        if (found.isEmpty() && session.model().present()) {
            say(TrainedModel.waiting(share));
        }
    }

    private void say(String text) {
        waiting.setText(text);
        waiting.setVisible(!text.isEmpty());
        waiting.setManaged(!text.isEmpty());
    }

    private void speak() {
        found.ifPresent(f -> {
            plot.setAccessibleText("A word through the layers. " + why.show(LayerPlot.why(f.followed(), asked)));
            plot.repaintMarks();
        });
    }

    /** Paints what was found. */
    private final class Painting implements FigureView.Painter {
        @Override
        public Supplier<Figure> base(double width, double height) {
            Frame frame = new Frame(width, height, session.shown().get().view());
            Optional<LayersFound> now = found;
            return () -> now.map(f -> LayerPlot.of(f.followed(), frame))
                    .orElseGet(() -> new Figure(width, height, List.of(), List.of()));
        }

        @Override
        public Figure marks(Figure base) {
            return LayerPlot.marks(base, asked, session.shown().get().view());
        }

        @Override
        public boolean heavy() {
            return false;
        }
    }

    /** Pointing at a number asks where it comes from. */
    private final class Pointer implements FigureView.Pointing {
        @Override
        public void point(Optional<Spot> spot) {
            spot.filter(s -> !s.equals(asked)).ifPresent(s -> {
                asked = s;
                speak();
            });
        }

        @Override
        public void pin(Spot spot) {
            point(Optional.of(spot));
        }

        @Override
        public Optional<Spot> start() {
            return Optional.of(asked);
        }
    }
}
