package app.regard.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a cold process takes to draw a heat map, beside Python with NumPy and matplotlib in the same run. Not a test: run
 * it by name, on a machine that does nothing else, after {@code mvn -q -DskipTests package}.
 */
public class RenderSpeed {
    private static final int ROUNDS = 15;
    private static final String SENTENCE = "The animal didn't cross the street because it was too tired.";

    /** The same size in pixels, the same number of cells, numbers and labels. */
    private static final String PYTHON = """
            import numpy as np, matplotlib
            matplotlib.use("Agg")
            import matplotlib.pyplot as plt
            words = "The animal didn't cross the street because it was too tired .".split()
            n = len(words)
            q, k = np.random.default_rng(1).normal(size=(2, n, 16))
            s = q @ k.T / 4
            e = np.exp(s - s.max(axis=1, keepdims=True))
            a = e / e.sum(axis=1, keepdims=True)
            figure, axes = plt.subplots(figsize=(7.3, 7.7))
            image = axes.imshow(a, cmap="Blues", vmin=0)
            axes.set_xticks(range(n), words)
            axes.set_yticks(range(n), words)
            for i in range(n):
                for j in range(n):
                    axes.text(j, i, f"{a[i, j]:.2f}", ha="center", va="center")
            figure.colorbar(image, orientation="horizontal")
            figure.savefig("map-python.png", dpi=100)
            """;

    @TempDir
    private Path folder;

    @Test
    public void coldProcesses() throws Exception {
        Path jar = Path.of("target/regard.jar").toAbsolutePath();
        if (!Files.exists(jar)) {
            throw new IllegalStateException("run “mvn -q -DskipTests package” first: there is no " + jar);
        }
        List<String> regard = List.of(
                System.getProperty("java.home") + "/bin/java",
                "-jar",
                jar.toString(),
                "render",
                SENTENCE,
                "--head",
                "coreference",
                "--scale",
                "1",
                "--force",
                "-o",
                "map.png");
        Files.writeString(folder.resolve("map.py"), PYTHON);
        List<String> python = List.of(python(), "map.py");
        double[] ours = new double[ROUNDS];
        double[] theirs = new double[ROUNDS];
        for (int i = -1; i < ROUNDS; i++) { // the first round fills the disk's cache
            double one = seconds(regard);
            double other = seconds(python);
            if (i >= 0) {
                ours[i] = one;
                theirs[i] = other;
            }
        }
        say(
                "12-word heat map, whole cold process, median (least) of %d: regard %.2f (%.2f) s, matplotlib %.2f (%.2f) s; "
                        + "ratio of medians %.2f (aim 0.6)",
                ROUNDS, median(ours), ours[0], median(theirs), theirs[0], median(ours) / median(theirs));
    }

    @Test
    public void aMapOf2048Words() throws Exception {
        List<String> words = List.of("dog", "river", "bank", "money", "tree", "house", "ran", "big", "small", "red");
        StringBuilder text = new StringBuilder();
        java.util.Random random = new java.util.Random(1);
        for (int i = 0; i < 2048; i++) {
            text.append(words.get(random.nextInt(words.size()))).append(' ');
        }
        List<String> command = new ArrayList<>(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-jar",
                Path.of("target/regard.jar").toAbsolutePath().toString(),
                "render",
                text.toString(),
                "--scale",
                "1",
                "--force",
                "-o",
                "large.png"));
        double[] times = new double[5];
        for (int i = 0; i < times.length; i++) {
            times[i] = seconds(command);
        }
        command.addAll(0, List.of("/usr/bin/time", "-f", "%M"));
        String memory = "not measured: there is no /usr/bin/time";
        if (Files.exists(Path.of("/usr/bin/time"))) {
            Process timed =
                    new ProcessBuilder(command).directory(folder.toFile()).start();
            String said = new String(timed.getErrorStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            memory = Long.parseLong(said.strip()) / 1024 + " MB";
        }
        say(
                "2048 × 2048 heat map, the sentence computed and drawn by a cold process: median %.2f s (aim 2), peak memory %s "
                        + "(aim 600)",
                median(times), memory);
    }

    private static String python() {
        for (String candidate : List.of("/usr/bin/python3", "python3")) {
            try {
                Process tried = new ProcessBuilder(candidate, "-c", "import numpy, matplotlib").start();
                if (tried.waitFor() == 0) {
                    return candidate;
                }
            } catch (IOException | InterruptedException e) {
                say("%s: %s", candidate, e);
            }
        }
        throw new IllegalStateException("there is no python3 with numpy and matplotlib to compare with");
    }

    private double seconds(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int code = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
        if (code != 0) {
            throw new IllegalStateException(command + " ended with " + code);
        }
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] times) {
        Arrays.sort(times);
        return times[times.length / 2];
    }

    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
