package app.regard.ui;

import javafx.scene.control.TextField;

/** The sentence. Line breaks and tabs that are pasted become spaces, so that no two words grow together. */
final class SentenceField extends TextField {
    SentenceField(Session session) {
        setId("sentence");
        setPromptText("Type a sentence");
        setAccessibleText("Sentence");
        getStyleClass().add("sentence");
        setText(session.experiment().get().text());
        textProperty().addListener((o, was, is) -> session.type(is));
        session.experiment().addListener((o, was, is) -> {
            if (!is.text().equals(getText())) {
                setText(is.text());
                if (isFocused()) {
                    end();
                } else {
                    home(); // a long sentence is read from its beginning
                }
            }
        });
    }

    @Override
    public void replaceText(int start, int end, String text) {
        super.replaceText(start, end, spaced(text));
    }

    @Override
    public void replaceSelection(String text) {
        super.replaceSelection(spaced(text));
    }

    private static String spaced(String text) {
        return text.replaceAll("[\\r\\n\\t\\u0085\\u2028\\u2029]+", " ");
    }
}
