package app.regard.lab;

import app.regard.trace.Refusal;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * One setting of a lab: the same for its control, commands, files, lessons and undo.
 *
 * @param name in commands and files
 * @param help what it is, in a few words; a control bears them
 * @param text its value, as text
 * @param with the settings with another value, which {@link Form#read} has read
 */
public record Setting<S extends Record>(
        String name, String help, Form form, Function<S, String> text, BiFunction<S, String, S> with) {
    /** The component of that name among the settings, written as its type is: a number, a word by its place, or text. */
    public static <S extends Record> Setting<S> of(String name, String help, Form form) {
        return new Setting<>(
                name,
                help,
                form,
                s -> text(form, Components.get(s, name)),
                (s, text) -> Components.with(s, name, value(form, text, Components.type(s, name))));
    }

    private static String text(Form form, Object value) {
        if (form instanceof Form.Choice words && words.places()) {
            return words.text((int) value);
        }
        return value instanceof Double number ? Form.Range.plain(number) : String.valueOf(value);
    }

    private static Object value(Form form, String text, Class<?> type) {
        if (form instanceof Form.Choice words && words.places()) {
            return words.place(text);
        }
        return type == int.class ? Integer.valueOf(text) : type == double.class ? Double.valueOf(text) : text;
    }

    /** The component of that name among the settings, written and read in a way of its own. */
    public static <S extends Record> Setting<S> of(
            String name, String help, Form form, Function<S, String> text, Function<String, ?> read) {
        return new Setting<>(name, help, form, text, (s, value) -> Components.with(s, name, read.apply(value)));
    }

    /** The same under another name than the component's. */
    public Setting<S> named(String other) {
        return new Setting<>(other, help, form, text, with);
    }

    /**
     * The settings with another value of this one.
     *
     * @throws Refusal if it is none; the message says which there are
     */
    public S set(S now, String value) {
        String read = form.read(value)
                .orElseThrow(() -> new Refusal("“" + name + "” takes " + form.allowed() + ", not “" + value + "”."));
        return with.apply(now, read);
    }

    /** Whether it is kept: a button is not. */
    public boolean kept() {
        return !(form instanceof Form.Press);
    }
}
