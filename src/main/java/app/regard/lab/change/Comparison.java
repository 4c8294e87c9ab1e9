package app.regard.lab.change;

import app.regard.lab.About;
import app.regard.lab.Form;
import app.regard.lab.Lab;
import app.regard.lab.Outcome;
import app.regard.lab.Reads;
import app.regard.lab.Run;
import app.regard.lab.Setting;
import app.regard.lab.TracedMoment;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.stage.Stages;
import app.regard.trace.Edit;
import app.regard.trace.Experiment;
import app.regard.trace.HeadId;
import app.regard.trace.Moment;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import app.regard.trace.Source;
import app.regard.words.Example;
import app.regard.words.Library;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Same word, two sentences: same vector? Or two heads, two temperatures, with and without ÷√d_k, edited and not. */
public final class Comparison implements Lab<Comparison.Settings> {
    static final String NONE = "none";
    private static final int LONGEST = 2000;

    /**
     * What is compared.
     *
     * @param with another sentence, or none
     * @param word the place of the word that is followed, from 0
     * @param wanted the place of the one that is followed wherever the other sentence has it, also once it was half typed
     * @param change what else is otherwise: "head=…", "temperature=…", "scaling=none", "edits=none", or none
     * @param typed whether the sentence was chosen by the reader
     * @param chosen whether the word was
     */
    record Settings(String with, int word, int wanted, String change, boolean typed, boolean chosen) {}

    private final Library library = new Library();

    @Override
    public About about() {
        return new About(
                "compare",
                About.Group.CHANGE,
                "Compare",
                "Same word, two sentences: same vector?",
                "Type another sentence with the same word, or another head, temperature or scaling, and compare.",
                "The word goes in with the same vector, and W_Q, W_K and W_V are the same numbers. Only the weights are new, "
                        + "for they are computed for each sentence: they are not trained.");
    }

    @Override
    public Set<Reads> reads(boolean answered, boolean trained) {
        return Reads.ALL;
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        String other = here.before() == null ? usual(here, seen) : NONE;
        int word = Math.min(here.query(), seen.weights().from().size() - 1);
        return new Settings(other, shared(seen, other, word), word, NONE, false, false);
    }

    /** A word's place if another sentence has it too; else that of the first word that both have, if there is one. */
    private int shared(Content seen, String other, int word) {
        if (other.isBlank() || other.equals(NONE)) {
            return word;
        }
        List<String> here = plain(seen.weights().from());
        List<String> there = library.resolve(
                        Experiment.of(other, new Source.Simple(library.heads().get(0))))
                .from()
                .words()
                .words();
        return IntStream.concat(IntStream.of(word), IntStream.range(0, here.size()))
                .filter(i -> find(there, here.get(i)).isPresent())
                .findFirst()
                .orElse(word);
    }

    /** The other sentence of the example's pair; else the word alone, if it can be. */
    private String usual(Moment here, Content seen) {
        String text = here.experiment().text();
        return library.examples().stream()
                .filter(e -> e.sentence().equals(text) && !e.pair().isEmpty())
                .flatMap(e -> library.example(e.pair()).stream())
                .map(Example::sentence)
                .findFirst()
                .orElseGet(() -> alone(
                        seen.weights().from(),
                        Math.min(here.query(), seen.weights().from().size() - 1)));
    }

    /** A word as a sentence of its own; nothing of a piece that would be read as others there. */
    private static String alone(Sentence words, int place) {
        String word = words.word(place);
        return word.equals(words.plain(place)) && !word.startsWith("##") ? word : NONE;
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        Form.Choice words = Form.Choice.of(seen.weights().from());
        return List.of(
                new Setting<>(
                        "with", "The other sentence, or none", new Form.Line(LONGEST), Settings::with, (s, text) -> {
                            boolean typed = !text.equals(NONE) && !text.equals(s.with);
                            if (typed && !s.change.equals(NONE)) {
                                throw both();
                            }
                            int word = s.chosen ? s.word : shared(seen, text, s.wanted);
                            return new Settings(text, word, s.wanted, s.change, typed || s.typed, s.chosen);
                        }),
                new Setting<>("word", "The word that is followed", words, s -> words.text(s.word), (s, text) -> {
                    int place = words.place(text);
                    return new Settings(s.with, place, s.wanted, s.change, s.typed, s.chosen || place != s.word);
                }),
                new Setting<>(
                        "change",
                        "What else is otherwise: head=…, temperature=…, scaling=none, edits=none, or none",
                        new Form.Line(100),
                        Settings::change,
                        (s, text) -> {
                            boolean none = text.equals(NONE);
                            if (!none && s.typed && !s.with.equals(NONE)) {
                                throw both();
                            }
                            return new Settings(none ? s.with : NONE, s.word, s.wanted, text, s.typed, s.chosen);
                        }));
    }

    private static Refusal both() {
        return new Refusal("“with” and “change” both say what is compared: set one of them to none.");
    }

    /** The experiment that is compared with. */
    private Experiment other(Moment here, Settings now) {
        Experiment kept = here.before();
        boolean own = !now.with.equals(NONE) || !now.change.equals(NONE);
        if (kept != null && own) {
            throw new Refusal("What is compared is kept already: set “with” and “change” to none, or leave out what "
                    + "was kept (--before-…).");
        }
        if (kept != null) {
            return kept;
        }
        Experiment e = here.experiment();
        e = now.with.equals(NONE) ? e : e.withText(now.with);
        return now.change.equals(NONE) ? e : changed(e, now.change);
    }

    /** An experiment with a change made as it is written. */
    private Experiment changed(Experiment e, String change) {
        int equals = change.indexOf('=');
        String name = equals < 0 ? change : change.substring(0, equals).strip().toLowerCase(Locale.ROOT);
        String value = change.substring(equals + 1).strip();
        return switch (name) {
            case "head" -> e.withSource(head(e.source(), value));
            case "temperature" ->
                e.withTemperature(new Form.Range(1e-4, 1000, 1e-4, true)
                        .read(value)
                        .map(Double::parseDouble)
                        .orElseThrow(() -> new Refusal("“temperature=” takes a number from 0.0001 to 1000.")));
            case "scaling" -> e.withScaling(!value.equals(NONE));
            case "edits" -> e.withEdits(value.equals(NONE) ? List.of() : e.edits());
            default ->
                throw new Refusal(
                        "“change” takes head=…, temperature=…, scaling=none or edits=none, not “" + change + "”.");
        };
    }

    /** A head of the simple table by its name; of a model or file HEAD of the same layer, or LAYER.HEAD. */
    private Source head(Source source, String name) {
        if (source.headId().isEmpty()) {
            if (!library.heads().contains(name)) {
                throw new Refusal("“head=” takes " + String.join(", ", library.heads()) + ", not “" + name + "”.");
            }
            return new Source.Simple(name);
        }
        int dot = name.indexOf('.');
        int layer = dot < 0 ? source.headId().get().layer() : Edit.placeOf(name.substring(0, dot));
        int head = Edit.placeOf(name.substring(dot + 1));
        if (layer < 0 || head < 0) {
            throw new Refusal(
                    "“head=” takes the number of a head of this layer, or LAYER.HEAD, from 0, not “" + name + "”.");
        }
        return source.withHead(new HeadId(layer, head));
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        TracedMoment is = TracedMoment.of(new Moment(here.experiment(), Stages.WEIGHTS, now.word), resolver, run);
        Experiment other = other(here, now);
        TracedMoment was = TracedMoment.of(new Moment(other, Stages.WEIGHTS, 0), resolver, run);
        String word = is.trace().weights().from().plain(is.query());
        List<String> there = plain(was.trace().weights().from());
        int same = is.query() < there.size() && there.get(is.query()).equalsIgnoreCase(word)
                ? is.query()
                : find(there, word)
                        .orElseThrow(() -> new Refusal("“" + other.text() + "” has no word “" + word
                                + "”: put it there, or choose another word."));
        TracedMoment before = TracedMoment.of(new Moment(other, Stages.WEIGHTS, same), resolver, run);
        return Outcome.of(new ComparisonShown(is, before).snapshot());
    }

    /** The words as one would type them, for a model has another piece for a word with a blank before it. */
    private static List<String> plain(Sentence words) {
        return IntStream.range(0, words.size()).mapToObj(words::plain).toList();
    }

    private static Optional<Integer> find(List<String> words, String word) {
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).equalsIgnoreCase(word)) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }
}
