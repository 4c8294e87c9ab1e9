package app.regard.cli;

import app.regard.words.Example;
import app.regard.words.Library;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

/**
 * All that the command line writes of all examples, to be compared with what another build writes, byte for byte. Not a test:
 * run it by name on both builds, {@code mvn -q test -Dtest=Baseline -Dbaseline=FOLDER}, the second time also with
 * {@code -Dbaseline.before=FIRST}, and it fails with the names of the files that differ. A PDF differs from itself by its
 * identifier, so its pages are compared as they are drawn.
 */
public class Baseline {
    private static final List<String> MASKS = List.of("none", "causal", "local:2");
    private static final List<String> THEMES = List.of("light", "dark");

    private final Path folder = Path.of(System.getProperty("baseline", "target/baseline"));

    @Test
    public void writesAndCompares() throws Exception {
        if (Files.exists(folder)) {
            throw new IOException(folder + " exists: name a new folder with -Dbaseline=FOLDER");
        }
        for (Example example : new Library().all()) {
            for (String mask : MASKS) {
                if (example.keyText() == null || mask.equals("none")) { // between two sentences there is no order
                    write(example, mask);
                }
            }
        }
        modelOnly();
        pagesOfPdfs();
        Map<String, String> now = sums(folder);
        System.out.println(now.size() + " files written to " + folder.toAbsolutePath());
        String before = System.getProperty("baseline.before");
        if (before != null) {
            List<String> differing = differing(sums(Path.of(before)), now);
            if (!differing.isEmpty()) {
                throw new AssertionError(differing.size() + " files differ from those in " + before + ":\n"
                        + String.join("\n", differing));
            }
            System.out.println("all equal to those in " + before);
        }
    }

    private void write(Example example, String mask) throws IOException {
        String id = example.id();
        Path to = Files.createDirectories(folder.resolve(id).resolve(mask.replace(":", "-")));
        List<String> what = List.of("--preset", id, "--mask", mask);
        said(to.resolve("show.txt"), "show", what);
        for (String name : List.of("trace.json", "trace.npz", "scaled.csv")) {
            run("trace", what, "-o", to.resolve(name), name.endsWith("csv") ? "--matrix=scaled" : "");
        }
        for (String language : List.of("numpy", "java", "latex", "table")) {
            run("code", what, "--as", language, "-o", to.resolve("code-" + language + ".txt"));
        }
        if (!example.experiment().source().traits().trained()) { // 384 dimensions are more than a page holds
            run("page", what, "-o", to.resolve("page.html"));
        }
        for (String theme : THEMES) {
            for (String kind : List.of("heatmap", "arcs", "bars", "sheet")) {
                run("render", what, "--what", kind, "--theme", theme, "-o", to.resolve(theme + "-" + kind + ".png"));
            }
            for (int stage = 1; stage <= 8; stage++) {
                run("render", what, "--stage", stage, "--theme", theme, "-o", to.resolve(theme + "-" + stage + ".svg"));
            }
            run("render", what, "--what", "sheet", "--theme", theme, "-o", to.resolve(theme + "-sheet.pdf"));
            run("render", what, "--what", "gif", "--theme", theme, "-o", to.resolve(theme + "-steps.gif"));
        }
    }

    /** What there is of a trained model alone: derived weights, all heads, a word through the layers. */
    private void modelOnly() throws IOException {
        Path to = Files.createDirectories(folder.resolve("model"));
        List<String> what = List.of("The bank of the river", "--model", "minilm");
        List<List<String>> readings = List.of(
                List.of("--average", "heads", "--layer", "3"),
                List.of("--average", "all", "--merge"),
                List.of("--rollout", "--hide-special", "--rescale"));
        for (int i = 0; i < readings.size(); i++) {
            List<String> all = new ArrayList<>(what);
            all.addAll(readings.get(i));
            said(to.resolve("derived-" + i + ".txt"), "show", all);
            run("render", all, "-o", to.resolve("derived-" + i + ".svg"));
            run("trace", all, "-o", to.resolve("derived-" + i + ".json"));
        }
        List<String> sentence = what.subList(0, 1);
        said(to.resolve("heads.txt"), "heads", sentence);
        run("heads", sentence, "--json", "-o", to.resolve("heads.json"));
        run("render", sentence, "--model", "minilm", "--what", "heads", "-o", to.resolve("heads.svg"));
        List<Object> word = List.of("--word", "bank", "--with", "The bank lent money");
        for (String ending : List.of("svg", "csv", "json")) {
            run("layers", sentence, word.toArray(), "-o", to.resolve("layers." + ending));
        }
    }

    private static void said(Path to, String command, List<String> what) throws IOException {
        Files.writeString(to, run(command, what).out(), StandardCharsets.UTF_8);
    }

    private static InProcess run(String command, List<String> what, Object... more) {
        List<Object> words = new ArrayList<>(List.of(command));
        words.addAll(what);
        for (Object word : more) {
            words.addAll(
                    word instanceof Object[] several ? List.of(several) : word.equals("") ? List.of() : List.of(word));
        }
        InProcess done = InProcess.run(words.toArray());
        if (done.code() != 0) {
            throw new AssertionError(words + ": " + done.err());
        }
        return done;
    }

    private void pagesOfPdfs() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.filter(f -> f.toString().endsWith(".pdf")).toList();
        }
        for (Path file : files) {
            try (PDDocument document = Loader.loadPDF(file.toFile())) {
                PDFRenderer renderer = new PDFRenderer(document);
                for (int i = 0; i < document.getNumberOfPages(); i++) {
                    ImageIO.write(renderer.renderImage(i), "png", new File(file + ".page" + i + ".png"));
                }
            }
            Files.delete(file);
        }
    }

    private static Map<String, String> sums(Path folder) throws IOException {
        Map<String, String> sums = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(file).toString();
                sums.put(name, HexFormat.of().formatHex(sha256().digest(Files.readAllBytes(file))));
            }
        }
        return sums;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> differing(Map<String, String> before, Map<String, String> now) {
        return Stream.concat(before.keySet().stream(), now.keySet().stream())
                .distinct()
                .filter(name -> !Objects.equals(before.get(name), now.get(name)))
                .map(name -> name + (now.containsKey(name) ? before.containsKey(name) ? "" : " (new)" : " (gone)"))
                .toList();
    }
}
