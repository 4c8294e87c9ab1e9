package app.regard.transformer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Texts to try a model on: short, long, cut, repeated, nonsense, and in other scripts. */
public final class Sentences {
    private Sentences() {}

    public static List<String> varied() {
        List<String> all = new ArrayList<>(List.of(
                "it",
                "Bank",
                "The animal didn't cross the street because it was too tired.",
                "The animal didn't cross the street because it was too wide.",
                "We sat on the bank of the river.",
                "The bank raised its interest rates again.",
                "Paris is the capital of France.",
                "The cats that the dog chased are hungry.",
                "She told him that he had been right all along.",
                "Colourless green ideas sleep furiously.",
                "3.14159 is not 22/7, but close: 0.04 % off!",
                "C'est l'été à Zürich – naïve façade, Ångström.",
                "日本語の文章です。",
                "Привет, мир! Как дела?",
                "مرحبا بالعالم",
                "नमस्ते दुनिया",
                "😀 😃 ❤️ 👩‍👩‍👧",
                "[CLS] [SEP] [MASK] as text",
                "a",
                "!?!?!?!?",
                "antidisestablishmentarianism pneumonoultramicroscopicsilicovolcanoconiosis",
                "https://example.org/a/b?c=d&e=f#g",
                "the the the the the the the the",
                "Buffalo buffalo Buffalo buffalo buffalo buffalo Buffalo buffalo.",
                "x".repeat(99),
                "x".repeat(101) + " unknown",
                "To be, or not to be, that is the question: whether 'tis nobler in the mind to suffer the slings and "
                        + "arrows of outrageous fortune, or to take arms against a sea of troubles.",
                String.join(" ", Collections.nCopies(62, "river")),
                String.join(" ", Collections.nCopies(700, "far too long"))));
        Random random = new Random(5);
        List<String> words =
                List.of("river", "bank", "it", "the", "dogs", "were", "unbelievably", "tired", ",", "Zürich", "7");
        for (int size : new int[] {2, 5, 17, 33, 100, 255, 400}) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < size; i++) {
                text.append(words.get(random.nextInt(words.size()))).append(' ');
            }
            all.add(text.toString());
        }
        return all;
    }
}
