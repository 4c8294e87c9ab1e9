package app.regard.source;

import app.regard.file.PlainFile;
import app.regard.file.WholeFile;
import app.regard.file.array.Fingerprint;
import app.regard.heads.AttentionFile;
import app.regard.heads.Combination;
import app.regard.heads.DerivedWeights;
import app.regard.heads.GivenHead;
import app.regard.heads.Heads;
import app.regard.heads.TokenFile;
import app.regard.stage.Content;
import app.regard.text.Printable;
import app.regard.trace.Experiment;
import app.regard.trace.Progress;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import app.regard.trace.Weights;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Files of weights that another program computed, as sources of experiments. The text of such an experiment is its tokens with blanks
 * between; the file that was asked for last stays open, that is, its headers are kept.
 */
public final class AttentionFiles implements Provider {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /** @param fingerprint what the file was known by when it was opened */
    private record Open(String path, AttentionFile file, String fingerprint) {}

    private volatile @Nullable Open last;

    /**
     * Opens a file anew: the experiment that shows the first head of its first array.
     *
     * @throws Refusal if it is missing, damaged or holds no attention
     */
    public Experiment open(Path file) {
        String path = file.toAbsolutePath().normalize().toString();
        Open opened = opened(path);
        AttentionFile.Array first = opened.file().arrays().get(0);
        return of(new Source.Imported(path, first.name(), 0, 0, false, opened.fingerprint()));
    }

    /**
     * Takes a file that is open already: the experiment that shows one of its arrays.
     *
     * @param opened with the tokens that it is to be shown on
     * @param transposed whether rows and columns are exchanged
     */
    public Experiment take(Path file, AttentionFile opened, int array, boolean transposed) {
        String path = file.toString();
        last = new Open(path, opened, "");
        String name = opened.arrays().get(array).name();
        AttentionFile seen = transposed ? opened.transposed() : opened;
        boolean same = seen.answering(array).equals(seen.asking(array));
        return Experiment.of("", new Source.Imported(path, name, 0, 0, transposed, ""))
                .withKeyText(same ? null : "");
    }

    /** The same head with rows and columns exchanged, on the tokens that belong to it then. */
    public Experiment turned(Experiment e) {
        return of(source(e).turned());
    }

    /** The first head of another array of the file of an experiment, with that array's tokens. */
    public Experiment withOther(Experiment e, String array) {
        return of(source(e).withArray(array));
    }

    private Experiment of(Source.Imported source) {
        AttentionFile read = file(source);
        String asking = joined(read.asking(place(source)));
        String answering = joined(read.answering(place(source)));
        return Experiment.of(asking, source).withKeyText(answering.equals(asking) ? null : answering);
    }

    @Override
    public boolean serves(Source source) {
        return source instanceof Source.Imported;
    }

    @Override
    public Content content(Experiment e, Progress progress) {
        Source.Imported source = source(e);
        Heads heads = heads(e, progress);
        Combination by = new Combination(e.applicableReading(), heads, source.layer(), source.head());
        if (e.applicableReading().plain()) {
            Optional<GivenHead> given = file(source).given(place(source), source.layer(), source.head());
            if (given.isPresent()) {
                return given(e, heads, given.get());
            }
        }
        DerivedWeights combined = by.with(heads.each(progress::check)).combined();
        return new Derivation(by, e, List.of()).content(combined, Optional.of(openFile(e, heads, combined)));
    }

    /** Whether weights are computed of queries and keys that the file has, so that a mask or a temperature changes them. */
    public boolean computes(Experiment e) {
        Source.Imported source = source(e);
        return file(source).given(place(source), 0, 0).isPresent();
    }

    private Content given(Experiment e, Heads heads, GivenHead given) {
        Source.Imported source = source(e);
        Weights shown = heads.weights(source.layer(), source.head());
        boolean computed = file(source).computed(place(source));
        DerivedWeights whole = new DerivedWeights(shown, heads.about(source.layer(), source.head()));
        return GivenContent.of(
                e, given, shown, computed ? Optional.empty() : Optional.of(shown.a()), openFile(e, heads, whole));
    }

    private WeightsContent.OpenFile openFile(Experiment e, Heads heads, DerivedWeights combined) {
        Source.Imported source = source(e);
        AttentionFile read = file(source);
        int at = place(source);
        AttentionFile.Array array = read.arrays().get(at);
        return new WeightsContent.OpenFile(
                source,
                read.arrays(),
                array,
                heads,
                read.headed(),
                read.labelled(),
                joined(read.asking(at)),
                read.said(at),
                read.caution(at, combined.weights(), e.applicableReading()));
    }

    /**
     * All heads of the file, on the tokens of the experiment.
     *
     * @throws Refusal if the file cannot be read, or the words in the text do not fit its weights
     */
    @Override
    public Heads heads(Experiment e, Progress progress) {
        Source.Imported source = source(e);
        AttentionFile read = file(source);
        int at = place(source);
        AttentionFile.Array array = read.arrays().get(at);
        List<String> asking = tokens(e.text(), read.asking(at));
        List<String> answering = e.keyText() == null && array.queries() == array.keys()
                ? asking
                : tokens(e.keyText() == null ? "" : e.keyText(), read.answering(at));
        return read.heads(at, asking, answering, name(source), e.mask());
    }

    /**
     * Returns the experiment with the tokens of a text file, one a line, for the side that they fit.
     *
     * @throws Refusal if the file is no text, or its number of lines fits neither side
     */
    public Experiment named(Experiment e, Path text) {
        Source.Imported source = source(e);
        AttentionFile.Array array = file(source).arrays().get(place(source));
        List<String> tokens = TokenFile.read(text);
        if (tokens.size() == array.queries()) {
            return e.withText(joined(tokens));
        }
        if (tokens.size() == array.keys()) {
            return e.withKeyText(joined(tokens));
        }
        throw new Refusal(
                "“" + text.getFileName() + "” has " + tokens.size() + (tokens.size() == 1 ? " line" : " lines")
                        + "; the weights are of " + array.queries() + " × " + array.keys()
                        + " tokens. Write one token on each line.");
    }

    /** Returns the name of the file, and of its array where it has one. */
    public static String name(Source.Imported source) {
        Path path = Path.of(source.file());
        Path name = path.getFileName() == null ? path : path.getFileName();
        return Printable.label(name + (source.array().isEmpty() ? "" : ", " + source.array()));
    }

    /** What the file of an experiment is called, likewise. */
    public static String name(Experiment e) {
        return name(source(e));
    }

    private static Source.Imported source(Experiment e) {
        if (e.source() instanceof Source.Imported imported) {
            return imported;
        }
        throw new IllegalArgumentException("no weights out of a file: " + e.source());
    }

    private AttentionFile file(Source.Imported source) {
        AttentionFile plain = same(source).file();
        return source.transposed() ? plain.transposed() : plain;
    }

    /** The file of a source, opened anew where it is another one than the last, or not the one that the source means. */
    private Open same(Source.Imported source) {
        Open known = last;
        boolean there = known != null && known.path().equals(source.file()) && means(source, known);
        Open open = known != null && there ? known : opened(source.file());
        if (!means(source, open)) {
            throw new Refusal(
                    "“" + source.file() + "” is not the file that it was when this was kept: open the file that "
                            + "is meant, or open this one anew.");
        }
        return open;
    }

    private static boolean means(Source.Imported source, Open file) {
        return source.fingerprint().isEmpty() || source.fingerprint().equals(file.fingerprint());
    }

    private Open opened(String path) {
        try {
            Path file = PlainFile.content(Path.of(path));
            AttentionFile read = AttentionFile.open(file);
            Open open = new Open(path, read, Fingerprint.of(file).text());
            last = open;
            return open;
        } catch (InvalidPathException e) {
            throw new Refusal("“" + path + "” is no name that a file can have here.");
        } catch (IOException e) {
            throw WholeFile.unreadable(Path.of(path), e);
        }
    }

    private int place(Source.Imported source) {
        List<String> names = same(source).file().arrays().stream()
                .map(AttentionFile.Array::name)
                .toList();
        int at = source.array().isEmpty() ? 0 : names.indexOf(source.array());
        if (at < 0) {
            throw new Refusal("There is no array “" + source.array() + "” in this file any more. There is “"
                    + String.join("”, “", names) + "”.");
        }
        return at;
    }

    /** Tokens as a line that can be typed; blanks and what is not seen inside a token show as ␣. */
    public static String joined(List<String> tokens) {
        return tokens.stream()
                .map(t -> t.isEmpty() ? "␣" : Printable.label(t).replace(' ', '␣'))
                .collect(Collectors.joining(" "));
    }

    /** The file's own tokens where the text is just these or empty; else what stands between blanks. */
    private static List<String> tokens(String text, List<String> own) {
        if (text.isBlank() || text.equals(joined(own))) {
            return own;
        }
        List<String> typed = List.of(BLANKS.split(text.strip(), -1));
        if (typed.size() != own.size()) {
            throw new Refusal("The file’s weights are of " + own.size() + (own.size() == 1 ? " token" : " tokens")
                    + "; there " + (typed.size() == 1 ? "is one word" : "are " + typed.size() + " words")
                    + " in the field. Type one for each, with blanks between, or empty the field for the file’s own.");
        }
        return typed;
    }
}
