package app.regard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;

/** Makes pipes with names: whoever opens one waits until somebody writes into it. */
public final class Fifo {
    private Fifo() {}

    public static Path at(Path place) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("mkfifo", place.toString()).start().waitFor())
                .as("the end of mkfifo")
                .isZero();
        return place;
    }
}
