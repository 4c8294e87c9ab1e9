package app.regard.trace;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A value that is computed once, when it is first asked for, whichever thread asks: for what follows from something else, takes
 * its time and is seldom looked at. Whoever holds one compares what it follows from, so any two are equal.
 */
public final class Lazy<T> {
    private final Supplier<T> maker;
    private final AtomicReference<@Nullable T> kept = new AtomicReference<>();

    /** @param maker computes the value; what it throws is thrown, and the next who asks lets it try again */
    public Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    public T get() {
        T known = kept.get();
        return known == null ? computed() : known;
    }

    private synchronized T computed() {
        T known = kept.get(); // another thread was first
        if (known != null) {
            return known;
        }
        T made = maker.get();
        kept.set(made);
        return made;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Lazy;
    }

    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return kept.get() == null ? "not computed yet" : String.valueOf(kept.get());
    }
}
