package app.regard.words;

import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.Head;
import app.regard.trace.Inputs;
import app.regard.trace.Matrix;
import app.regard.trace.Projection;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import app.regard.trace.Side;
import app.regard.trace.Source;
import app.regard.trace.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All tables, heads and examples: resolves a recipe to what attention needs. Read once, never changed. */
public final class Library {
    /** More words than this are kept in the text but take no part. */
    public static final int MOST_WORDS = 512;

    private final List<Example> examples;
    private final Map<String, Table> tables = new HashMap<>();
    private final Map<String, Head> simpleHeads = new HashMap<>();
    private final List<String> headNames = new ArrayList<>();

    public Library() {
        Table simple = Table.read("simple.tsv", "the simple table");
        tables.put(Source.SIMPLE_TABLE, simple);
        headNames.add(Heads.SIMILARITY);
        simpleHeads.put(Heads.SIMILARITY, Heads.similarity(simple.dimensions()));
        Heads.rules().forEach((name, rules) -> {
            headNames.add(name);
            simpleHeads.put(name, Heads.ofRules(name, rules, simple.dimensions()));
        });
        examples = Tsv.read("examples.tsv").rows().stream()
                .map(r -> new Example(r.get(0), r.get(1), r.get(2).equals("own"), r.get(3), r.get(4), r.get(5)))
                .toList();
        for (Example e : examples) {
            if (e.ownTable()) {
                tables.put(e.id(), Table.read("tables/" + e.id() + ".tsv", "this example’s own table"));
            }
        }
    }

    public List<Example> examples() {
        return examples;
    }

    public Optional<Example> example(String id) {
        return examples.stream().filter(e -> e.id().equals(id)).findFirst();
    }

    /** The names of the simple table's heads, similarity first. */
    public List<String> heads() {
        return headNames;
    }

    /** The first word of a text that takes part and that a source's table lacks, if there is one. */
    public Optional<String> missing(Source source, String text) {
        Table table = table(source);
        return Tokenizer.split(text, MOST_WORDS).stream()
                .filter(w -> !table.holds(w))
                .findFirst();
    }

    /** Whether a text has more words than so many; a long text is not read to its end for this. */
    public boolean longer(String text, int words) {
        return Tokenizer.split(text, words + 1).size() > words;
    }

    /**
     * Resolves a recipe.
     *
     * @throws Refusal if there is no word, or a name is not known; the message says what to do
     */
    public Inputs resolve(Experiment e) {
        Head head = edited(head(e.source()), e.edits());
        Side from = side(e.text(), e);
        Side to = e.keyText() == null ? from : side(e.keyText(), e);
        return new Inputs(from, to, head, e.mask(), e.positions(), e.temperature());
    }

    private Table table(Source source) {
        Table table = tables.get(source.table());
        if (table == null) {
            throw new Refusal("There is no table “" + source.table() + "”. Choose an example from the list.");
        }
        return table;
    }

    private Head head(Source source) {
        List<String> dimensions = table(source).dimensions();
        if (source instanceof Source.Seeded seeded) {
            return Heads.random(seeded.seed(), dimensions);
        }
        if (source instanceof Source.Simple simple) {
            Head head = simpleHeads.get(simple.head());
            if (head == null) {
                throw new Refusal("There is no head “" + simple.head() + "”. Choose one of "
                        + String.join(", ", headNames) + " or random.");
            }
            return head;
        }
        return Heads.own(source.table(), dimensions);
    }

    private Side side(String text, Experiment e) {
        Table table = table(e.source());
        List<String> words = Tokenizer.split(text);
        int used = Math.min(words.size(), MOST_WORDS);
        List<Token> tokens = words.stream()
                .limit(MOST_WORDS)
                .map(w -> new Token(w, !table.holds(w)))
                .toList();
        List<List<Double>> vectors =
                tokens.stream().map(t -> table.vector(t.text())).toList();
        Matrix x = Matrix.fill(used, table.dimensions().size(), (i, d) -> edit(
                        e.edits(), tokens.get(i).text(), d)
                .orElse(vectors.get(i).get(d)));
        return new Side(new Sentence(tokens, words.size() - used), x, table.label());
    }

    private static Optional<Double> edit(List<Edit> edits, String word, int col) {
        return last(edits.stream()
                .filter(e -> e.matrix().equals("X") && e.col() == col)
                .filter(e -> Tokenizer.folded(e.word()).equals(Tokenizer.folded(word)))
                .toList());
    }

    private static Head edited(Head head, List<Edit> edits) {
        return edits.isEmpty()
                ? head
                : new Head(
                        head.name(),
                        head.origin(),
                        head.dimensions(),
                        edited(head.q(), "W_Q", edits),
                        edited(head.k(), "W_K", edits),
                        edited(head.v(), "W_V", edits),
                        head.rules());
    }

    private static Projection edited(Projection p, String name, List<Edit> edits) {
        Matrix w = Matrix.fill(p.w().rows(), p.w().cols(), (i, j) -> last(edits.stream()
                        .filter(e -> e.matrix().equals(name) && e.row() == i && e.col() == j)
                        .toList())
                .orElse(p.w().at(i, j)));
        return new Projection(w, p.b(), p.columns());
    }

    private static Optional<Double> last(List<Edit> edits) {
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of(edits.get(edits.size() - 1).value());
    }
}
