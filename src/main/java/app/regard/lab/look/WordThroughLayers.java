package app.regard.lab.look;

import app.regard.draw.DecimalFormatter;
import app.regard.heads.LayerSimilarities;
import app.regard.lab.About;
import app.regard.lab.Form;
import app.regard.lab.Lab;
import app.regard.lab.Outcome;
import app.regard.lab.PlotPanel;
import app.regard.lab.Reads;
import app.regard.lab.Run;
import app.regard.lab.Setting;
import app.regard.lab.Snapshot;
import app.regard.source.Resolver;
import app.regard.stage.Content;
import app.regard.stage.LayerPlot;
import app.regard.trace.Followed;
import app.regard.trace.Moment;
import app.regard.trace.Refusal;
import app.regard.transformer.ForwardPass;
import app.regard.transformer.Pieces;
import app.regard.transformer.WordPieces;
import app.regard.words.SensePair;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A word followed through the layers of the trained model, and compared with one of the same or of a second sentence. */
public final class WordThroughLayers implements Lab<WordThroughLayers.Settings> {
    static final String ID = "layers";

    private static final int LONGEST = 12_000;
    private static final int DECIMALS = 4;
    private static final String ABOUT =
            "Words tend to leave their own input behind, whatever they mean: compare the two words with what is usual"
                    + " for other words here.";

    private final List<SensePair> pairs = SensePair.all();

    /**
     * Which words.
     *
     * @param words the words of the sentence, to choose from
     * @param word which of them is followed, from 0
     * @param with a second sentence; blank for the same one
     * @param other which word of that is compared, from 0
     */
    record Settings(List<String> words, int word, String with, int other) {
        List<String> others() {
            List<String> second = with.isBlank() ? words : WordPieces.words(with);
            return second.isEmpty() ? words : second;
        }

        /** The word that is compared where none was chosen: the same in a second sentence, else the longest other one. */
        private int usual() {
            int same = with.isBlank() ? -1 : place(others(), words.get(word));
            return same >= 0 ? same : longest(others(), words.get(word));
        }

        /** Other settings, where what was not chosen follows. */
        private Settings follow(Settings changed) {
            boolean chosen = other != usual();
            int still = chosen ? place(changed.others(), others().get(other)) : -1;
            return changed.to(still >= 0 ? still : changed.usual());
        }

        private Settings to(int which) {
            return new Settings(words, word, with, which);
        }
    }

    @Override
    public About about() {
        return new About(
                ID,
                About.Group.LOOK,
                "A word through its layers",
                "How far does a word’s vector move, layer by layer?",
                "Choose a word and one to compare it with, in this sentence or in a second one. Point at a number to see "
                        + "where it comes from. A pair opens with a click.",
                ABOUT,
                "L");
    }

    @Override
    public Set<Reads> reads(boolean answered, boolean trained) {
        return Set.of(Reads.SENTENCE, Reads.WORD, Reads.MODEL);
    }

    @Override
    public Settings begin(Moment here, Content seen) {
        String text = here.experiment().text();
        List<String> words = WordPieces.words(text);
        if (words.isEmpty()) {
            throw new Refusal("No word yet: type a sentence.");
        }
        List<String> shown = seen.weights().from().tokens().stream()
                .map(t -> t.shown().startsWith("·") && t.shown().length() > 1
                        ? t.shown().substring(1)
                        : t.text())
                .toList(); // without the blank that a decoder's piece begins with
        int focused = seen.row(here.query());
        String asked = shown.get(focused);
        long before = shown.subList(0, focused).stream()
                .filter(asked::equalsIgnoreCase)
                .count();
        int word = IntStream.range(0, words.size())
                .filter(i -> words.get(i).equalsIgnoreCase(asked))
                .skip(before)
                .findFirst()
                .orElseGet(() -> place(words, asked) >= 0 ? place(words, asked) : longest(words, ""));
        String with = SensePair.about(pairs, words.get(word))
                .map(p -> p.other().equals(text) ? p.sentence() : p.other())
                .orElse("");
        Settings begun = new Settings(words, word, with, 0);
        return begun.to(begun.usual());
    }

    private static int place(List<String> words, String spelled) {
        return IntStream.range(0, words.size())
                .filter(i -> words.get(i).equalsIgnoreCase(spelled))
                .findFirst()
                .orElse(-1);
    }

    /** Long words mostly say more than short ones; of equals the first. */
    private static int longest(List<String> words, String but) {
        return IntStream.range(0, words.size())
                .filter(i -> words.get(i).codePoints().anyMatch(Character::isLetterOrDigit)
                        && !words.get(i).equalsIgnoreCase(but))
                .boxed()
                .max(Comparator.comparingInt((Integer i) -> words.get(i).length())
                        .thenComparing(Comparator.reverseOrder()))
                .orElse(0);
    }

    @Override
    public List<Setting<Settings>> settings(Settings now, Content seen) {
        Form.Choice words = new Form.Choice(now.words, true);
        Form.Choice others = new Form.Choice(now.others(), true);
        return List.of(
                new Setting<>(
                        "word",
                        "Word",
                        words,
                        s -> words.text(s.word),
                        (s, text) -> s.follow(new Settings(s.words, words.place(text), s.with, s.other))),
                new Setting<>(
                        "with",
                        "Second",
                        new Form.Line(LONGEST, "another word of the same sentence"),
                        Settings::with,
                        (s, text) -> s.follow(new Settings(s.words, s.word, text, s.other))),
                new Setting<>(
                        "other",
                        "Compared with",
                        others,
                        s -> others.text(s.other),
                        (s, text) -> s.to(others.place(text))));
    }

    @Override
    public Outcome run(Moment here, Settings now, Resolver resolver, Run run) {
        String text = here.experiment().text();
        boolean together = now.with.isBlank() || now.with.equals(text);
        ForwardPass second =
                resolver.passed(here.experiment(), together ? text : now.with, run); // first, for the last one is kept
        ForwardPass first = together ? second : resolver.passed(here.experiment(), text, run);
        int word = read(first, now.words, now.word);
        int other = read(second, now.others(), now.other);
        Followed followed = together && word == other
                ? LayerSimilarities.follow(first, word)
                : LayerSimilarities.compare(first, word, second, other);
        PlotPanel plot = new PlotPanel(
                "A word through the layers of " + first.model().name(),
                LayerPlot.plot(followed),
                LayerPlot.numbers(followed),
                LayerPlot.start(followed),
                at -> Optional.of(LayerPlot.why(followed, at)),
                at -> Optional.empty());
        boolean cut = first.pieces().cut() + second.pieces().cut() > 0;
        String left = cut
                ? "The model reads the first " + first.model().mostPieces() + " word pieces; the rest is left out."
                : "";
        String notice = pairs.stream()
                .filter(p -> p.sentence().equals(text) && p.other().equals(now.with))
                .findFirst()
                .map(SensePair::notice)
                .orElse("");
        String said = Stream.of(said(followed), notice, LayerPlot.pieces(followed), left)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
        return Outcome.of(new Snapshot(List.of(plot, new PairsPanel(pairs, resolver.library())), said));
    }

    /** The place of a word among the model's, which may be others, or fewer where it does not read all. */
    private static int read(ForwardPass passed, List<String> words, int word) {
        long before =
                words.subList(0, word).stream().filter(words.get(word)::equals).count();
        List<Pieces.Word> known = LayerSimilarities.words(passed);
        return IntStream.range(0, known.size())
                .filter(i -> known.get(i).text().equals(words.get(word)))
                .skip(before)
                .findFirst()
                .orElseThrow(() -> new Refusal("The model reads the first "
                        + passed.model().mostPieces() + " word pieces, and “" + words.get(word)
                        + "” is no word of them: choose a word among these."));
    }

    /** The numbers of the line that is asked about at first, in the input and at the end. */
    private static String said(Followed f) {
        int line = LayerPlot.start(f).row();
        Followed.Line of = f.lines().get(line);
        return "The cosine of " + LayerPlot.name(f, of.kind()) + " is " + number(of, 0) + " in the input and "
                + number(of, f.places() - 1) + " after the last layer.";
    }

    private static String number(Followed.Line line, int place) {
        return DecimalFormatter.claimed(line.values().get(place), DECIMALS);
    }
}
