package app.regard.cli.options;

import app.regard.lab.Reads;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The options for parts of a moment that a lab does not read: they would change nothing that comes of it. */
public final class UnreadOptions {
    static final Map<Reads, List<String>> OPTIONS = Map.of(
            Reads.WORD,
            List.of("--focus"),
            Reads.MODEL,
            List.of("--model", "--layer", "--attention", "--array", "--tokens", "--key-tokens", "--transpose"),
            Reads.HEAD,
            List.of("--head", "--seed", "--rule"),
            Reads.EDITS,
            List.of("--edit"),
            Reads.MASK,
            List.of("--mask"),
            Reads.POSITIONS,
            List.of("--positions"),
            Reads.TEMPERATURE,
            List.of("--temperature", "--unscaled"),
            Reads.KEYS,
            List.of("--keys"),
            Reads.BEFORE,
            Stream.of("text", "keys", "head", "rule", "seed", "mask", "positions", "temperature", "unscaled", "edit")
                    .map(name -> "--before-" + name)
                    .toList());

    private UnreadOptions() {}

    /**
     * Refuses what was given and is not read. The number of a trained head goes with its model.
     *
     * @param lab the lab's id
     * @throws picocli.CommandLine.ParameterException if there is such an option
     */
    public static void refuse(Command command, String lab, Set<Reads> reads) {
        boolean numbered = reads.contains(Reads.MODEL) && (command.given("--model") || command.given("--attention"));
        String why = "the lab “" + lab + "” does not read that; leave it out";
        command.unused(
                why,
                Stream.of(Reads.values())
                        .filter(part -> !reads.contains(part))
                        .flatMap(part -> OPTIONS.getOrDefault(part, List.of()).stream())
                        .filter(option -> !numbered || !option.equals("--head"))
                        .toArray(String[]::new));
    }
}
