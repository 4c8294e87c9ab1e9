package app.regard;

import java.util.stream.IntStream;

/** The seeds that a training is tried with: two in every build, ten with {@code -Dseeds=10}. */
public final class Seeds {
    private Seeds() {}

    public static IntStream each() {
        return IntStream.range(0, Integer.getInteger("seeds", 2));
    }
}
