package app.regard.cli.options;

import app.regard.trace.Progress;
import java.io.Console;

/** A progress bar for a terminal; where nobody watches, nothing is printed. */
public final class ProgressBar implements Progress {
    private static final int WIDTH = 30;

    private final boolean watched = terminal();
    private final long start = System.nanoTime();
    private int shown = -1;

    /** Up to Java 21 there is a console only in a terminal; later ones have to be asked. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean terminal() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    /** Shown only where the work takes longer than half a second. */
    @Override
    public synchronized void at(double share) {
        int percent = (int) (100 * share);
        if (!watched || percent == shown || System.nanoTime() - start < 500_000_000L) {
            return;
        }
        shown = percent;
        int filled = WIDTH * percent / 100;
        System.err.print("\r[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + percent + " %"
                + (share >= 1 ? "\n" : ""));
        System.err.flush();
    }
}
