package app.regard.cli.options;

import app.regard.lab.Reads;
import app.regard.trace.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The options for parts of a moment that a lab does not read: they would change nothing that comes of it. */
public final class UnreadOptions {
    private static final Map<Reads, List<String>> OPTIONS = Map.of(
            Reads.SENTENCE,
            List.of("--preset"),
            Reads.WORD,
            List.of("--focus"),
            Reads.MODEL,
            List.of("--model", "--layer", "--attention", "--array", "--tokens", "--key-tokens", "--transpose"),
            Reads.HEAD,
            List.of("--head", "--seed", "--rule", "--edit"),
            Reads.MASK,
            List.of("--mask"),
            Reads.POSITIONS,
            List.of("--positions"),
            Reads.TEMPERATURE,
            List.of("--temperature", "--unscaled"),
            Reads.KEYS,
            List.of("--keys"),
            Reads.BEFORE,
            Stream.of("text", "keys", "head", "seed", "mask", "positions", "temperature", "unscaled", "edit")
                    .map(name -> "--before-" + name)
                    .toList());

    private UnreadOptions() {}

    /**
     * Refuses what was given and is not read. The number of a trained head goes with its model.
     *
     * @param lab the lab's id
     * @param sentence whether a sentence was given
     * @throws picocli.CommandLine.ParameterException if there is such an option
     */
    public static void refuse(Command command, String lab, boolean sentence, Set<Reads> reads) {
        boolean numbered = reads.contains(Reads.MODEL) && (command.given("--model") || command.given("--attention"));
        boolean read = reads.contains(Reads.SENTENCE);
        String why = "the lab “" + lab + "” does not read " + (read ? "that" : "the sentence") + "; leave it out";
        if (sentence && !read) {
            command.asked(() -> {
                throw new Refusal("The sentence changes nothing here: " + why + ".");
            });
        }
        command.unused(
                why,
                Stream.of(Reads.values())
                        .filter(part -> !reads.contains(part))
                        .flatMap(part -> OPTIONS.getOrDefault(part, List.of()).stream())
                        .filter(option -> !numbered || !option.equals("--head"))
                        .toArray(String[]::new));
    }
}
