package app.regard.ui.kit;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.control.TextField;

/** Numbers that are typed into fields: taken with Enter or when the field is left. */
public final class NumberFields {
    private static final Pattern NUMBER = Pattern.compile("\\s*+[+-]?(?:\\d++(?:\\.\\d++)?+|\\.\\d++)\\s*+");

    private final Map<TextField, String> found = new HashMap<>();

    /** Enter, or leaving the field, takes what was typed. */
    public void onDone(TextField field, Runnable take) {
        field.setOnAction(e -> take.run());
        field.focusedProperty().addListener((o, was, is) -> {
            if (is) {
                found.put(field, field.getText());
            } else if (was && !field.getText().equals(found.get(field))) { // passing through changes nothing
                take.run();
            }
        });
    }

    public static Optional<Long> whole(String text) {
        try {
            return Optional.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** A number with a point or a comma. */
    public static Optional<Double> number(String text) {
        String point = text.replace(',', '.');
        return NUMBER.matcher(point).matches() ? Optional.of(Double.parseDouble(point.strip())) : Optional.empty();
    }
}
