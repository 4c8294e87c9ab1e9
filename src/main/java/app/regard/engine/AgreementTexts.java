package app.regard.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A small grammar in which a noun decides between <i>is</i> and <i>are</i>: "the (quality) noun", then up to two times
 * "near the (quality) noun", maybe with one such phrase in front. Every fifth pair of nouns is kept for tests.
 */
public final class AgreementTexts {
    private static final List<String> NOUNS =
            List.of("cat", "dog", "key", "book", "child", "bird", "tree", "car", "friend", "river", "bank", "teacher");
    private static final List<String> QUALITIES = List.of("old", "big", "new", "red");
    private static final List<String> PLACES = List.of("near", "behind", "beside", "with");
    private static final int THE = 0;
    private static final int SLOT = 1;
    private static final List<String> WORDS = Stream.of(
                    Stream.of("the", "___"),
                    QUALITIES.stream(),
                    PLACES.stream(),
                    NOUNS.stream().flatMap(n -> Stream.of(n, n.equals("child") ? "children" : n + "s")),
                    Stream.of("is", "are"))
            .flatMap(s -> s)
            .toList();
    private static final int IS = WORDS.size() - 2;

    /** As many tokens as any text has at most. */
    private static final int LONGEST = 24;

    /** How many sentences a test of a main kind has; the others have half as many. */
    private static final int TESTS = 400;

    /** The kinds of sentences that a test is made of; every other noun has the other number than the one that decides. */
    public enum Kind {
        /** As in training, with pairs of nouns that were never trained. */
        PLAIN("plain", "the cat near the dogs"),
        /** Pairs with the same words in the other order, and so the other answer. */
        MIRRORED("mirrored", "the dogs near the cat"),
        /** A phrase stands in front. */
        FRONTED("fronted", "near the dogs the cat"),
        /** The same with a quality before the noun that decides. */
        FRONTED_QUALITY("fronted, quality", "near the dogs the old cat"),
        /** Two phrases stand in front. */
        FRONTED_TWICE("fronted twice", "near the dogs behind the keys the cat"),
        /** Three qualities. */
        QUALITIES("three qualities", "the big old red cat near the dogs");

        private final String title;
        private final String example;

        Kind(String title, String example) {
            this.title = title;
            this.example = example;
        }

        public String title() {
            return title;
        }

        public String example() {
            return example;
        }
    }

    private final boolean next;

    /** @param next whether the verb is asked for as the next word; else a slot at the end stands for it */
    public AgreementTexts(boolean next) {
        this.next = next;
    }

    /** A word of the vocabulary. */
    public static String word(int token) {
        return WORDS.get(token);
    }

    /** The words that a sentence may have. */
    public static List<String> words() {
        return WORDS.stream().filter(w -> !w.equals(WORDS.get(SLOT))).toList();
    }

    /** The sentence of some nouns, while it is written. */
    private final class Draft {
        private final List<Integer> tokens = new ArrayList<>();
        private int subject;

        Draft the(int qualities, int noun, boolean plural, Random random) {
            tokens.add(THE);
            int first = random.nextInt(QUALITIES.size());
            for (int q = 0; q < qualities; q++) { // no quality twice
                tokens.add(2 + (first + q) % QUALITIES.size());
            }
            tokens.add(2 + QUALITIES.size() + PLACES.size() + 2 * noun + (plural ? 1 : 0));
            return this;
        }

        Draft near(Random random) {
            tokens.add(2 + QUALITIES.size() + random.nextInt(PLACES.size()));
            return this;
        }

        Draft subject() {
            subject = tokens.size() - 1;
            return this;
        }

        AskedText asked(boolean plural) {
            if (!next) {
                tokens.add(SLOT);
            }
            int[] all = tokens.stream().mapToInt(t -> t).toArray();
            int answer = (next ? IS : 0) + (plural ? 1 : 0);
            return new AskedText(all, new int[] {all.length - 1}, new int[] {answer}, subject);
        }
    }

    private static boolean kept(int subject, int distractor) {
        return (subject + 2 * distractor) % 5 == 0;
    }

    private static int quality(Random random) {
        return random.nextDouble() < 0.5 ? 1 : 0;
    }

    /**
     * One sentence.
     *
     * @param front whether a phrase stands in front; it has a quality half of the time where the verb is the next word
     * @param hard whether all other nouns have the other number, and the pair of nouns is one that is kept
     */
    private AskedText sentence(Random random, int distractors, boolean front, boolean hard) {
        int[] nouns;
        boolean[] plural = new boolean[distractors + 1];
        do {
            nouns = IntStream.rangeClosed(0, distractors)
                    .map(i -> random.nextInt(NOUNS.size()))
                    .toArray();
            for (int i = 0; i < plural.length; i++) {
                boolean drawn = random.nextBoolean();
                plural[i] = (hard && i > 0) ? !plural[0] : drawn;
            }
        } while (distractors > 0 && kept(nouns[0], nouns[1]) != hard);
        Draft draft = new Draft();
        if (front) {
            int qualities = next ? quality(random) : 0;
            boolean drawn = random.nextBoolean();
            draft.near(random).the(qualities, random.nextInt(NOUNS.size()), hard ? !plural[0] : drawn, random);
        }
        draft.the(quality(random), nouns[0], plural[0], random).subject();
        for (int i = 1; i <= distractors; i++) {
            draft.near(random).the(quality(random), nouns[i], plural[i], random);
        }
        return draft.asked(plural[0]);
    }

    private AskedText training(Random random, double fronted) {
        int distractors = random.nextInt(3);
        return sentence(random, distractors, fronted > 0 && random.nextDouble() < fronted, false);
    }

    /** Sentences of a kind, always the same. */
    public List<AskedText> tests(Kind kind) {
        Random random = new Random(kind.title().hashCode());
        List<AskedText> all = new ArrayList<>();
        int many = kind == Kind.PLAIN || kind == Kind.MIRRORED || kind == Kind.FRONTED ? TESTS : TESTS / 2;
        while (all.size() < many) {
            switch (kind) {
                case PLAIN -> all.add(sentence(random, 1 + random.nextInt(2), false, true));
                case FRONTED -> all.add(sentence(random, next ? random.nextInt(2) : 0, true, true));
                case MIRRORED -> mirrored(random, all);
                default -> all.add(special(kind, random));
            }
        }
        return all;
    }

    private void mirrored(Random random, List<AskedText> all) {
        int one = random.nextInt(NOUNS.size());
        int other = (one + 1 + random.nextInt(NOUNS.size() - 1)) % NOUNS.size();
        boolean plural = random.nextBoolean();
        long seed = random.nextLong(); // the same word between them
        for (boolean turned : new boolean[] {false, true}) {
            Random same = new Random(seed);
            all.add(new Draft()
                    .the(0, turned ? other : one, plural != turned, same)
                    .subject()
                    .near(same)
                    .the(0, turned ? one : other, plural == turned, same)
                    .asked(plural != turned));
        }
    }

    private AskedText special(Kind kind, Random random) {
        int subject = random.nextInt(NOUNS.size());
        boolean plural = random.nextBoolean();
        Draft draft = new Draft();
        int fronts = kind == Kind.FRONTED_TWICE ? 2 : kind == Kind.FRONTED_QUALITY ? 1 : 0;
        for (int f = 0; f < fronts; f++) {
            draft.near(random).the(0, random.nextInt(NOUNS.size()), !plural, random);
        }
        int qualities = kind == Kind.QUALITIES ? 3 : kind == Kind.FRONTED_QUALITY ? 1 : 0;
        draft.the(qualities, subject, plural, random).subject();
        if (kind == Kind.QUALITIES) {
            draft.near(random).the(0, random.nextInt(NOUNS.size()), !plural, random);
        }
        return draft.asked(plural);
    }

    /**
     * A sentence that somebody typed, up to where the verb comes, as far as all its words are known.
     *
     * @param words a verb at the end is left out
     */
    public Optional<AskedText> read(List<String> words) {
        List<Integer> tokens = new ArrayList<>();
        for (String word : words) {
            tokens.add(WORDS.indexOf(word.toLowerCase(Locale.ROOT)));
        }
        if (!tokens.isEmpty() && tokens.get(tokens.size() - 1) >= IS) {
            tokens.remove(tokens.size() - 1);
        }
        boolean known = tokens.stream().allMatch(t -> t >= 0 && t != SLOT && t < IS);
        if (tokens.isEmpty() || !known || tokens.size() >= LONGEST) {
            return Optional.empty();
        }
        Draft draft = new Draft();
        draft.tokens.addAll(tokens);
        draft.subject = -1;
        return Optional.of(draft.asked(false));
    }

    /** How far the logits speak for <i>are</i> and against <i>is</i>, at the verb. */
    public double plural(TextNetwork.Pass pass) {
        int is = next ? IS : 0;
        return pass.logit(0, is + 1) - pass.logit(0, is);
    }

    /** Whether a network chooses right between the two verbs. */
    public boolean right(TextNetwork.Pass pass, AskedText text) {
        boolean plural = text.answers()[0] == (next ? IS : 0) + 1;
        return plural(pass) > 0 == plural;
    }

    /** The training of one head that sees the whole sentence and nothing but its own output. */
    public static NetworkTraining.Recipe oneHead(TextNetwork.Places places, double fronted, long seed) {
        AgreementTexts texts = new AgreementTexts(false);
        TextNetwork.Shape shape = new TextNetwork.Shape(IS, 2, LONGEST, 16, 8, 1, places, false);
        return new NetworkTraining.Recipe(
                shape, 0.3, 32, NetworkTraining.warm(0.01, 20), random -> texts.training(random, fronted), seed);
    }

    /**
     * The training of causal layers that are asked for the next word where the verb comes.
     *
     * @param steps how many there will be: over the second half the rate falls
     */
    public static NetworkTraining.Recipe layers(
            int layers, TextNetwork.Places places, double fronted, int steps, long seed) {
        AgreementTexts texts = new AgreementTexts(true);
        TextNetwork.Shape shape =
                new TextNetwork.Shape(WORDS.size(), WORDS.size(), LONGEST, 32, 32, layers, places, true);
        return new NetworkTraining.Recipe(
                shape,
                0.15,
                32,
                step -> NetworkTraining.warm(0.01, 50).applyAsDouble(step)
                        * Math.min(1, Math.max(0.02, (steps - step) / (steps * 0.5))),
                random -> texts.training(random, fronted),
                seed);
    }
}
