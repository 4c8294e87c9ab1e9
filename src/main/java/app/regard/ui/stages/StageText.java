package app.regard.ui.stages;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;

/** What a stage says in words: all of it, or in brief as many of its sentences as two lines hold, and all of it in its tip. */
final class StageText extends Label {
    /** The height of a line over the size of its letters. */
    private static final double LINE = 1.36;

    private static final int BRIEF_LINES = 2;
    private static final double WIDEST_TIP = 480;

    private final Tooltip whole = new Tooltip();
    private String said = "";
    private boolean brief;

    StageText() {
        getStyleClass().add("stage-text");
        setId("text");
        setWrapText(true);
        whole.setWrapText(true);
        whole.setMaxWidth(WIDEST_TIP);
        widthProperty().addListener((o, was, is) -> shorten());
        fontProperty().addListener((o, was, is) -> shorten());
    }

    /** @param hint what only the tip says besides */
    void say(String text, String hint) {
        said = text;
        whole.setText((text + "\n" + hint).strip());
        setAccessibleText(text);
        shorten();
    }

    boolean isBrief() {
        return brief;
    }

    void setBrief(boolean other) {
        brief = other;
        setTooltip(brief ? whole : null);
        shorten();
    }

    /** How high the texts of all stages are at least, so that stepping moves nothing below. */
    double room() {
        return (brief ? BRIEF_LINES : 3) * getFont().getSize() * LINE;
    }

    /** A sentence that breaks off says nothing; a first one that is too long breaks off all the same. */
    private void shorten() {
        int end = said.length();
        while (brief && end > 0 && lines(said.substring(0, end)) > BRIEF_LINES) {
            end = said.lastIndexOf(". ", end - 2) + 1;
        }
        setText(end > 0 ? said.substring(0, end) : said);
    }

    private long lines(String written) {
        Text measured = new Text(written);
        measured.setFont(getFont());
        measured.setLineSpacing(getLineSpacing());
        measured.setWrappingWidth(Math.max(1, getWidth() - 1));
        return Math.round(measured.getLayoutBounds().getHeight() / line());
    }

    /** How far one line is below the other. */
    double line() {
        Text two = new Text("x\nx");
        two.setFont(getFont());
        two.setLineSpacing(getLineSpacing());
        return two.getLayoutBounds().getHeight() / 2;
    }
}
