package app.regard.ui;

import app.regard.draw.Figure;
import app.regard.draw.Frame;
import app.regard.draw.Spot;
import app.regard.draw.WordStrip;
import app.regard.stage.Light;
import app.regard.stage.Part;
import app.regard.stage.Speech;
import app.regard.stage.Stage;
import app.regard.stage.Stages;
import app.regard.stage.WeightFigures;
import app.regard.trace.Trace;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The middle of the window: the stage's name and texts, the words, the matrices, and the Why line below them. */
final class StagePane extends VBox {
    /** How a stage explains itself. */
    enum Level {
        /** In words. */
        PLAIN("Plain"),
        /** As formulas with shapes. */
        FORMULA("Formula"),
        /** As NumPy. */
        CODE("Code");

        private final String label;

        Level(String label) {
            this.label = label;
        }
    }

    private static final double MOST_STRIP = 106;

    private final Session session;
    private final Label step = new Label();
    private final Label title = new Label();
    private final Label text = new Label();
    private final Label reading = new Label();
    private final HBox chips = new HBox(6);
    private final HBox variants = new HBox();
    private final ToggleGroup variantGroup = new ToggleGroup();
    private final ToggleGroup levels = new ToggleGroup();
    private final FigureView strip;
    private final FigureView figure;

    StagePane(Session session, Background background) {
        this.session = session;
        strip = new FigureView("strip", background, new StripPainter(), new Pointer());
        figure = new FigureView("stage", background, new StagePainter(), new Pointer());
        getStyleClass().add("stage-pane");
        step.getStyleClass().add("step");
        title.getStyleClass().add("stage-title");
        title.setId("title");
        text.getStyleClass().add("stage-text");
        text.setId("text");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        reading.getStyleClass().add("reading");
        reading.setWrapText(true);
        reading.setMinHeight(Region.USE_PREF_SIZE);
        variants.getStyleClass().add("segments");
        variants.setMaxWidth(Region.USE_PREF_SIZE);
        VBox names = new VBox(1, new HBox(10, step, chips), title);
        HBox head = new HBox(12, names, Controls.spring(), segments());
        head.setAlignment(Pos.BOTTOM_LEFT);
        VBox.setVgrow(figure, Priority.ALWAYS);
        getChildren()
                .addAll(new NoticeBar(session), head, text, strip, variants, figure, reading, new WhyPane(session));
        widthProperty().addListener((o, was, is) -> fitStrip());
        session.shown().addListener((o, was, is) -> update(was, is));
        levels.selectedToggleProperty().addListener((o, was, is) -> texts());
        update(null, session.shown().get());
    }

    /** Puts the keyboard into the matrices. */
    void requestFigure() {
        figure.requestFocus();
    }

    private HBox segments() {
        HBox box = new HBox();
        box.getStyleClass().add("segments");
        for (Level level : Level.values()) {
            ToggleButton button = Controls.segment(level.label, levels);
            button.setUserData(level);
            button.setAccessibleText("Explain: " + level.label);
            box.getChildren().add(button);
        }
        levels.selectToggle(levels.getToggles().get(0));
        return box;
    }

    private void update(@Nullable Shown was, Shown is) {
        boolean numbers = was == null || !was.trace().equals(is.trace());
        boolean stage = was == null || was.focus().stage() != is.focus().stage();
        boolean look = was == null || !was.view().equals(is.view()) || was.variant() != is.variant();
        boolean query = was == null || was.focus().query() != is.focus().query();
        boolean column = was == null || !was.focus().column().equals(is.focus().column());
        if (numbers || stage || query) {
            texts();
        }
        if (numbers || stage || look) {
            variantButtons(is);
            reading(is);
        }
        if (numbers || look) {
            fitStrip();
        }
        if (numbers || query || column || look) {
            strip.repaint();
        }
        boolean follows = query && is.stage().result() == Part.WEIGHTED;
        boolean scrolled = was != null && !was.scroll().equals(is.scroll());
        if (numbers || stage || look || scrolled || follows) {
            figure.repaint();
        } else {
            figure.repaintMarks();
        }
        speak(is);
        if (query
                || !Objects.equals(
                        was == null ? null : was.focus().hover(), is.focus().hover())) {
            reveal(is);
        }
    }

    /** Brings the focused row, or the cell in question, back from behind a gap. */
    private void reveal(Shown is) {
        Spot hover = is.focus().hover();
        Spot wanted = hover != null && hover.isCell()
                ? hover
                : new Spot(is.stage().result().label(), is.focus().query(), 0);
        boolean mine = hover != null || is.stage().result().asks();
        if (mine && figure.hides(wanted)) {
            session.reveal(wanted);
        }
    }

    private void speak(Shown is) {
        Spot hover = is.focus().hover();
        String said = Speech.of(
                is.trace(),
                is.focus().query(),
                hover == null ? is.asked() : hover,
                is.view().decimals());
        figure.setAccessibleText(
                "Stage " + is.focus().stage() + ", " + is.stage().title() + ": " + said);
        strip.setAccessibleText("The words. "
                + Speech.of(
                        is.trace(), 0, new Spot(WeightFigures.WORDS, is.focus().query(), Spot.LABEL), 2));
    }

    private void texts() {
        Shown is = session.shown().get();
        Stage stage = is.stage();
        Trace t = is.trace();
        step.setText("STEP " + is.focus().stage() + " / " + Stages.ALL.size());
        step.setAccessibleText("Step " + is.focus().stage() + " of " + Stages.ALL.size());
        title.setText(stage.title());
        Level level = levels.getSelectedToggle() == null
                ? Level.PLAIN
                : (Level) levels.getSelectedToggle().getUserData();
        text.setText(
                switch (level) {
                    case PLAIN -> stage.plain(t, is.focus().query());
                    case FORMULA -> stage.formula(t);
                    case CODE -> stage.code(t);
                });
        text.pseudoClassStateChanged(Controls.CODE, level == Level.CODE);
        chips.getChildren().setAll(Chips.of(t.in()));
    }

    private void variantButtons(Shown is) {
        List<String> names = is.stage().variants(is.trace());
        variants.setVisible(names.size() > 1);
        variants.setManaged(names.size() > 1);
        if (names.size() < 2) {
            return;
        }
        if (variants.getChildren().size() != names.size()) {
            variants.getChildren().clear();
            for (int v = 0; v < names.size(); v++) {
                int variant = v;
                ToggleButton button = Controls.segment(names.get(v), variantGroup);
                button.setAccessibleText("Show " + names.get(v));
                button.setOnAction(e -> session.showVariant(variant));
                variants.getChildren().add(button);
            }
        }
        chosenVariant(is.variant());
    }

    /** Where the way asked for does not fit, the buttons say what is shown instead. */
    private void chosenVariant(int shown) {
        for (int v = 0; v < variants.getChildren().size(); v++) {
            ToggleButton button = (ToggleButton) variants.getChildren().get(v);
            button.setSelected(v == shown);
            button.setDisable(v == 0 && session.shown().get().variant() == 0 && shown != 0);
        }
    }

    private void reading(Shown is) {
        List<String> rules = is.trace().in().head().rules();
        boolean shown = is.focus().stage() == 2 && !rules.isEmpty() && is.variant() != 4;
        reading.setVisible(shown);
        reading.setManaged(shown);
        reading.setText("This head, read aloud: " + String.join(" · ", rules));
    }

    private void fitStrip() {
        Shown is = session.shown().get();
        double width = getWidth() - getInsets().getLeft() - getInsets().getRight();
        double most = MOST_STRIP * is.view().textScale();
        double height = WordStrip.height(is.trace().weights().to().words(), Math.max(100, width), most, is.view());
        strip.setMinHeight(height);
        strip.setPrefHeight(height);
        strip.setMaxHeight(height);
    }

    private Frame frame(double width, double height) {
        Shown is = session.shown().get();
        return new Frame(width, height, is.view(), is.variant(), is.scroll());
    }

    /** The words as chips. */
    private final class StripPainter implements FigureView.Painter {
        @Override
        public Figure base(double width, double height) {
            Shown is = session.shown().get();
            return WeightFigures.strip(
                    is.trace().weights(), is.focus().query(), is.focus().column(), frame(width, height));
        }

        @Override
        public Figure marks(Figure base) {
            return new Figure(base.width(), base.height(), List.of(), List.of());
        }

        @Override
        public boolean heavy() {
            return false;
        }
    }

    /** The matrices. */
    private final class StagePainter implements FigureView.Painter {
        @Override
        public Figure base(double width, double height) {
            Shown is = session.shown().get();
            Frame frame = frame(width, height);
            int shown = is.stage().effective(is.trace(), is.focus().query(), frame);
            Platform.runLater(() -> chosenVariant(shown));
            return is.stage().base(is.trace(), is.focus().query(), frame);
        }

        @Override
        public Figure marks(Figure base) {
            Shown is = session.shown().get();
            return Light.over(base, is.trace(), is.focus(), is.asked(), is.view());
        }

        @Override
        public boolean heavy() {
            return session.shown().get().words() > Session.AT_ONCE;
        }
    }

    /** What is pointed at goes to the session; the wheel and dragging scroll what does not fit. */
    private final class Pointer implements FigureView.Pointing {
        private double restX;
        private double restY;

        @Override
        public void point(Optional<Spot> spot) {
            session.point(spot);
        }

        @Override
        public void pin(Spot spot) {
            session.pin(spot);
        }

        @Override
        public void scroll(Spot at, double right, double down, boolean zoom) {
            restX += right / 12;
            restY += down / 12;
            int cols = (int) restX;
            int rows = (int) restY;
            if (cols != 0 || rows != 0) {
                restX -= cols;
                restY -= rows;
                session.scrollMatrix(at.matrix(), rows, cols);
            }
        }
    }
}
