package app.regard.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A system without JavaFX's libraries gets one line, not the stack traces that JavaFX prints on the way. */
class WithoutComplaintsTest {
    private static String heard(Optional<String> reason) {
        PrintStream before = System.err;
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        System.setErr(new PrintStream(heard, true, StandardCharsets.UTF_8));
        try {
            Cli cli = new Cli(folder -> Optional.empty());
            assertThat(cli.withoutComplaints(() -> {
                        System.err.println("java.lang.UnsatisfiedLinkError: libglass.so");
                        return reason;
                    }))
                    .isEqualTo(reason);
            System.err.println("afterwards");
        } finally {
            System.setErr(before);
        }
        return heard.toString(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsWrittenOnTheWayIsKeptBackWhereThereIsNoWindow() {
        assertThat(heard(Optional.of("no libraries"))).isEqualTo("afterwards" + System.lineSeparator());
    }

    @Test
    void aWindowThatOpensKeepsBackNothing() {
        assertThat(heard(Optional.empty())).contains("UnsatisfiedLinkError", "afterwards");
    }
}
