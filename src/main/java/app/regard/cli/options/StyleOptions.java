package app.regard.cli.options;

import app.regard.draw.Figure;
import app.regard.draw.Ramp;
import app.regard.draw.Theme;
import app.regard.draw.View;
import app.regard.export.picture.FileSize;
import app.regard.export.picture.Format;
import app.regard.export.picture.Ground;
import app.regard.export.picture.Picture;
import app.regard.export.picture.PictureStyle;
import app.regard.export.picture.What;
import app.regard.stage.Stages;
import app.regard.trace.Refusal;
import app.regard.trace.Sentence;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options for how a picture looks. */
public final class StyleOptions {
    @Option(
            names = "--stage",
            paramLabel = "N",
            description = "The stage, 1 to 8: draws that stage unless --what says otherwise. Usually 6.")
    private @Nullable Integer stage;

    @Option(
            names = "--variant",
            paramLabel = "N",
            description = "Which of the ways to show a stage that has several, from 1: the window’s buttons.",
            defaultValue = "1")
    private int variant;

    @Option(names = "--focus", paramLabel = "WORD", description = "The focused word, or its place from 1.")
    private @Nullable String focus;

    @Option(names = "--theme", paramLabel = "THEME", description = "light or dark.", defaultValue = "light")
    private String theme;

    @Option(names = "--colours", paramLabel = "RAMP", description = "blue, cividis or grey.", defaultValue = "blue")
    private String ramp;

    @Mixin
    private RangeOptions colours;

    @Option(
            names = "--decimals",
            paramLabel = "N",
            description = "Decimals in cells, 0 to 6. Usually 2.",
            defaultValue = "2")
    private int decimals;

    @Option(
            names = "--ground",
            paramLabel = "GROUND",
            description = "theme, white or transparent.",
            defaultValue = "theme")
    private String ground;

    @Mixin
    private SizeOptions size;

    @Option(names = "--no-focus", description = "Does not mark the focused word.")
    private boolean noFocus;

    @Option(names = "--no-legend", description = "Leaves the legend of the colours out.")
    private boolean noLegend;

    @Option(names = "--no-labels", description = "Leaves the names of rows and columns out.")
    private boolean noLabels;

    @Option(names = "--no-caption", description = "Leaves sentence, head, seed and options out.")
    private boolean noCaption;

    public boolean asksForStage() {
        return stage != null;
    }

    /**
     * Refuses the options that say where in a sentence a picture is taken, for a card says that itself.
     *
     * @throws Refusal if one is given
     */
    public void noPlace() {
        if (stage != null || focus != null) {
            throw new Refusal("A card brings its stage and its word: leave --stage and --focus out.");
        }
    }

    /**
     * Refuses the options that a kind of picture does not have, whatever it shows.
     *
     * @param what the subject; null for all heads
     * @throws picocli.CommandLine.ParameterException if one was given
     */
    public void fit(Command command, @Nullable What what, Format format) {
        boolean film = format == Format.GIF;
        if (film || what != What.STAGE) {
            command.unused(
                    film ? "a film shows all stages" : "this is no picture of one stage; say --what stage",
                    "--stage",
                    "--variant");
        }
        if (what == null) {
            command.unused("all heads have no word in focus", "--focus", "--no-focus");
        }
        if (what == What.HEATMAP && noFocus) {
            command.unused("--no-focus marks no word; give one of the two", "--focus");
        }
        if (!film) {
            command.unused("only a film, .gif, has a pace", "--pace");
        }
        if (format == Format.SVG || format == Format.PDF) {
            command.unused("only .png and .gif have pixels; --width makes the picture larger", "--scale");
        }
        if (command.asked(this::ground) == Ground.WHITE) {
            command.unused("ink on white is dark; choose another --ground, or leave it out", "--theme");
        }
    }

    /**
     * Refuses the options that decide nothing of what is drawn.
     *
     * @param draw draws all that there is, with another look
     * @throws picocli.CommandLine.ParameterException if one was given
     */
    public static void refuseIdle(Command command, Picture picture, Function<Picture, List<Figure>> draw) {
        IdleOptions.refuse(command, picture.view(), view -> draw.apply(picture.with(view)));
        if (command.given("--no-focus")
                && IdleOptions.same(draw.apply(picture.withFocus(true)), draw.apply(picture.withFocus(false)))) {
            command.unused("what is drawn is the focused word’s own; leave it out", "--no-focus");
        }
    }

    int stage() {
        int number = stage == null ? Stages.WEIGHTS : stage;
        if (!Stages.has(number)) {
            throw new Refusal("--stage takes 1 to 8, not " + number + ".");
        }
        return number;
    }

    /** The size of the picture in its file. */
    public FileSize size() {
        return size.file();
    }

    public boolean transparent() {
        return ground() == Ground.TRANSPARENT;
    }

    private Ground ground() {
        return one("--ground", ground, Ground.values());
    }

    View view() {
        return new View(
                one("--theme", theme, Theme.values()),
                one("--colours", ramp, Ramp.values()),
                decimals(decimals),
                size.textSize(),
                !noLabels,
                !noLegend,
                colours.range());
    }

    /** The picture that the options ask for. */
    public Picture picture(What what, int query) {
        return Picture.of(what, stage(), query, style()).withFocus(!noFocus).withVariant(variant - 1);
    }

    /** How any picture looks. */
    public PictureStyle style() {
        stage(); // a stage that there is not is refused whatever is drawn
        SizeOptions.Units units = size.units();
        return new PictureStyle(view(), ground(), !noCaption, units.width(), units.height());
    }

    /** The focused query's place: the word asked for, else the usual one, else the first. */
    public int query(Sentence words, Optional<String> usual) {
        return focus == null ? usual(words, usual) : place(words, focus);
    }

    public static int usual(Sentence words, Optional<String> usual) {
        return usual.map(words.words()::indexOf).filter(i -> i >= 0).orElse(0);
    }

    /** The place of a word, or a place that was given as a number from 1. */
    public static int place(Sentence words, String wanted) {
        Optional<Integer> word = IntStream.range(0, words.size())
                .boxed()
                .filter(i -> words.word(i).equalsIgnoreCase(wanted) || words.called(i, wanted))
                .findFirst();
        if (word.isPresent()) {
            return word.get();
        }
        if (wanted.matches("\\d{1,6}")) {
            int place = Integer.parseInt(wanted);
            if (place >= 1 && place <= words.size()) {
                return place - 1;
            }
        }
        List<String> some = words.shown().stream().limit(12).toList();
        throw new Refusal("--focus “" + wanted + "” is no word of the sentence, nor a place from 1 to " + words.size()
                + ". Its words: " + String.join(", ", some) + (words.size() > 12 ? ", …" : "") + ".");
    }

    public static int decimals(int given) {
        if (given < 0 || given > 6) {
            throw new Refusal("--decimals takes 0 to 6, not " + given + ".");
        }
        return given;
    }

    /**
     * One of the names of an option.
     *
     * @param others what the option takes besides, to be named where it takes none of them
     */
    public static <E extends Enum<E>> E one(String option, String given, E[] all, String... others) {
        List<String> names = Stream.concat(Stream.of(all).map(StyleOptions::name), Stream.of(others))
                .toList();
        int at = names.indexOf(given.toLowerCase(Locale.ROOT));
        if (at < 0 || at >= all.length) {
            throw new Refusal(option + " takes " + String.join(", ", names) + ", not “" + given + "”.");
        }
        return all[at];
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
