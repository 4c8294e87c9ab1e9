package app.regard.cli.options;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something made when it is first asked for, once, whichever thread asks. */
public final class Once<T> {
    private final Supplier<T> maker;
    private @Nullable T made;

    public Once(Supplier<T> maker) {
        this.maker = maker;
    }

    public synchronized T get() {
        T there = made == null ? maker.get() : made;
        made = there;
        return there;
    }
}
