package app.regard.lab;

import app.regard.trace.Refusal;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * One setting of a lab: the same for its control, commands, files, lessons and undo.
 *
 * @param name in commands and files
 * @param help what it is, in a few words; a control bears them
 * @param text its value, as text
 * @param with the settings with another value, which {@link Form#read} has read
 */
public record Setting<S>(String name, String help, Form form, Function<S, String> text, BiFunction<S, String, S> with) {
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

    /** A setting that is a whole number. */
    public static <S> Setting<S> whole(
            String name, String help, Form.Range form, ToLongFunction<S> get, BiFunction<S, Integer, S> with) {
        return new Setting<>(
                name,
                help,
                form,
                s -> String.valueOf(get.applyAsLong(s)),
                (s, text) -> with.apply(s, Integer.valueOf(text)));
    }
}
