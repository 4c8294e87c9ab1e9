package app.regard.words;

import app.regard.engine.Edits;
import app.regard.trace.Experiment;
import app.regard.trace.Head;
import app.regard.trace.Inputs;
import app.regard.trace.Matrix;
import app.regard.trace.Refusal;
import app.regard.trace.Rule;
import app.regard.trace.Sentence;
import app.regard.trace.Side;
import app.regard.trace.Source;
import app.regard.trace.Token;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tables, heads and examples: resolves a recipe to what attention needs. Read when first asked for, never changed. */
public final class Library {
    /** More words than this are kept in the text but take no part. */
    public static final int MOST_WORDS = 512;

    /** A text of more characters is not split just to know whether it is long. */
    private static final int LONG = 20_000;

    private final List<Example> examples;
    private final List<TrainedExample> trainedExamples;
    private final Map<String, List<Rule>> rules;
    private final List<String> headNames;
    private final Map<String, List<String>> said;
    private final Map<String, Table> tables = new ConcurrentHashMap<>();
    private final Map<String, Head> heads = new ConcurrentHashMap<>();
    private final RecentTokens tokens;

    public Library() {
        this(MOST_WORDS);
    }

    /** @param mostWords how many words of a sentence take part */
    public Library(int mostWords) {
        this(text -> Tokenizer.split(text, mostWords));
    }

    /** @param split splits a text; each is asked for once while it is shown, however much is asked about it */
    Library(Function<String, Tokens> split) {
        this.tokens = new RecentTokens(split);
        rules = HandmadeHeads.rules();
        headNames = Stream.concat(Stream.of(HandmadeHeads.SIMILARITY), rules.keySet().stream())
                .toList();
        said = Tsv.read("heads-said.tsv").rows().stream().collect(Collectors.toMap(row -> row.get(0), row -> row));
        examples = Tsv.read("examples.tsv").rows().stream()
                .map(r -> new Example(
                        r.get(0), r.get(1), source(r), r.get(3), r.get(4), r.get(5), r.get(6), keys(r.get(7))))
                .toList();
        trainedExamples = TrainedExample.read();
    }

    private static Source source(List<String> example) {
        return example.get(2).equals("own") ? new Source.Preset(example.get(0)) : new Source.Simple(example.get(3));
    }

    /** The sentence that answers, where it is another one. */
    private static @Nullable String keys(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    /** The examples that need nothing but what is here. */
    public List<Example> examples() {
        return examples;
    }

    /** The examples of heads of the trained model. */
    public List<TrainedExample> trainedExamples() {
        return trainedExamples;
    }

    /** All examples by what they teach. */
    public List<ExampleGroup> groups() {
        return ExampleGroup.read(this::example);
    }

    /** All examples, those of the trained model last. */
    public List<Example> all() {
        return Stream.concat(examples.stream(), trainedExamples().stream().map(TrainedExample::example))
                .toList();
    }

    public Optional<Example> example(String id) {
        return all().stream().filter(e -> e.id().equals(id)).findFirst();
    }

    /** The ids of the simple table's heads, similarity first. */
    public List<String> heads() {
        return headNames;
    }

    /** What there is to notice in the example that an experiment is, in a line; nothing where it is none, or was changed. */
    public String notice(Experiment e) {
        return all().stream()
                .filter(example -> example.experiment().equals(e))
                .map(Example::notice)
                .findFirst()
                .orElse("");
    }

    /** What a head of the simple table is called: that of the id similarity is a plain dot product. */
    public String headName(String head) {
        return said.getOrDefault(head, List.of(head, head, "")).get(1);
    }

    /** The same with what it does, in a line: "coreference: a stand-in asks for a thing"; other texts stay as they are. */
    public String headLine(String head) {
        List<String> row = said.get(head);
        return row == null ? head : row.get(1) + ": " + row.get(2);
    }

    /** The first word that takes part, asking or answering, and that the source's table lacks, if there is one. */
    public Optional<String> missing(Experiment e) {
        if (!e.source().traits().table()) {
            return Optional.empty(); // word pieces make up every word, and a file's tokens are only names
        }
        Table table = table(e.source());
        return Stream.of(e.text(), e.keyText() == null ? e.text() : e.keyText())
                .flatMap(text -> tokens.of(text).words().stream())
                .filter(w -> !table.holds(w))
                .findFirst();
    }

    /** Returns the source for words that have left their own table. */
    public Source simple(Source own) {
        return own.randomSeed().isPresent()
                ? new Source.Seeded(Source.SIMPLE_TABLE, own.randomSeed().getAsLong())
                : new Source.Simple(example(own.table()).map(Example::head).orElse(HandmadeHeads.SIMILARITY));
    }

    /** Whether a text has more words than so many, or so many characters that it may have. */
    public boolean longer(String text, int words) {
        return text.length() > LONG || tokens.of(text).count() > words;
    }

    /**
     * Resolves a recipe whose source is a table.
     *
     * @throws Refusal if there is no word, or a name is not known; the message says what to do
     */
    public Inputs resolve(Experiment e) {
        return resolve(e, head(e.source()));
    }

    /** The same with a head that comes from elsewhere and reads the source's table. */
    public Inputs resolve(Experiment e, Head own) {
        Side from = side(e.text(), e);
        Side to = e.keyText() == null ? from : side(e.keyText(), e);
        Inputs plain = new Inputs(from, to, own, e.mask(), e.positions(), e.temperature());
        return Edits.of(plain.withScaling(e.scaled()), e.edits(), WORDS);
    }

    /** All words of the simple table with their vectors, in alphabetical order. */
    public Side simpleTable() {
        Table table = table(new Source.Simple(HandmadeHeads.SIMILARITY));
        List<String> words = table.words().stream().sorted().toList();
        Matrix x = Matrix.of(words.stream().map(table::vector).toArray(double[][]::new));
        return new Side(Sentence.of(words.toArray(String[]::new)), x, table.label());
    }

    private Table table(Source source) {
        @Nullable Table table = tables.computeIfAbsent(source.table(), this::read);
        if (table == null) {
            throw new Refusal("There is no table “" + source.table() + "”. Choose one of " + tables() + ".");
        }
        return table;
    }

    private String tables() {
        Stream<String> own = examples.stream().filter(Example::ownTable).map(Example::id);
        return Stream.concat(Stream.of(Source.SIMPLE_TABLE), own).collect(Collectors.joining(", "));
    }

    /** A table is read when it is first asked for: most runs need one. */
    private @Nullable Table read(String name) {
        if (name.equals(Source.SIMPLE_TABLE)) {
            return Table.read("simple.tsv", "the simple table");
        }
        boolean own = example(name).filter(Example::ownTable).isPresent();
        return own ? Table.read("tables/" + name + ".tsv", "this example’s own table") : null;
    }

    private Head head(Source source) {
        boolean one = source.randomSeed().isPresent() || !source.rules().isEmpty(); // not one of a list
        return one ? made(source) : heads.computeIfAbsent(name(source), n -> made(source));
    }

    /** What sets a head that is listed apart: its table, and on the simple one its name. */
    private static String name(Source source) {
        return source.table() + source.handmadeHead().map(head -> "\t" + head).orElse("");
    }

    private Head made(Source source) {
        List<String> dimensions = table(source).dimensions();
        if (source.randomSeed().isPresent()) {
            return HandmadeHeads.random(source.randomSeed().getAsLong(), dimensions);
        }
        if (!source.rules().isEmpty()) {
            return ruled(source.rules(), dimensions);
        }
        if (source.handmadeHead().isPresent()) {
            return simpleHead(source.handmadeHead().get(), dimensions);
        }
        if (example(source.table()).filter(Example::ownTable).isEmpty()) {
            throw new Refusal(
                    "“" + source.table() + "” is no example with a head of its own. Choose one from the list.");
        }
        return HandmadeHeads.own(source.table(), dimensions);
    }

    private static Head ruled(List<Rule> own, List<String> dimensions) {
        for (Rule rule : own) {
            for (String name : List.of(rule.asks(), rule.wanted())) {
                if (!dimensions.contains(name)) {
                    throw new Refusal("There is no dimension “" + name + "” in the rule “" + rule.text()
                            + "”. Choose of " + String.join(", ", dimensions) + ".");
                }
            }
        }
        return HandmadeHeads.ofRules("own rules", own, dimensions);
    }

    /** The rules of a source's head, written ones or those of a head of the simple table; none where it has none. */
    public List<Rule> rules(Source source) {
        return source.rules().isEmpty()
                ? source.handmadeHead()
                        .map(h -> rules.getOrDefault(h, List.of()))
                        .orElse(List.of())
                : source.rules();
    }

    private Head simpleHead(String name, List<String> dimensions) {
        if (name.equals(HandmadeHeads.SIMILARITY)) {
            return HandmadeHeads.similarity(dimensions);
        }
        var own = rules.get(name);
        if (own == null) {
            throw new Refusal(
                    "There is no head “" + name + "”. Choose one of " + String.join(", ", headNames) + " or random.");
        }
        return HandmadeHeads.ofRules(name, own, dimensions);
    }

    private Side side(String text, Experiment e) {
        Table table = table(e.source());
        Tokens found = tokens.of(text).checked();
        List<Token> words =
                found.words().stream().map(w -> new Token(w, !table.holds(w))).toList();
        double[][] x = words.stream().map(t -> table.vector(t.text())).toArray(double[][]::new);
        int width = table.dimensions().size();
        Matrix vectors = words.isEmpty() ? Matrix.zeros(0, width) : Matrix.of(x);
        return new Side(new Sentence(words, found.left()), vectors, table.label());
    }

    /** Words as edits name them: looked up as tables do, wherever they stand. */
    public static final Edits.Rows WORDS = new Edits.Rows() {
        @Override
        public void check(String row) {
            if (Tokenizer.split(row, 1).checked().count() != 1) {
                throw new Refusal("The edit of X is of “" + row + "”, which is no single word.");
            }
        }

        @Override
        public boolean names(String row, Sentence words, int place) {
            return Tokenizer.folded(words.word(place)).equals(Tokenizer.folded(row));
        }
    };
}
