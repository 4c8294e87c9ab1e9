package app.regard.export.page;

import app.regard.draw.ColourRole;
import app.regard.draw.Palette;
import app.regard.draw.Ramp;
import app.regard.draw.Theme;
import app.regard.draw.View;
import app.regard.export.picture.Markup;
import app.regard.stage.Content;
import app.regard.stage.Exportable;
import app.regard.stage.Stages;
import app.regard.stage.Subject;
import app.regard.stage.Words;
import app.regard.stage.patches.PatchPicture;
import app.regard.trace.Head;
import app.regard.trace.Moment;
import app.regard.trace.Refusal;
import app.regard.trace.Trace;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One moment, or a lesson's cards in order, as a web page of one file that asks nothing of any server: a reader steps
 * through the eight stages and points at rows and cells as in the window. Its script shows and hides; it computes nothing.
 * The page is HTML and well-formed XML at once.
 */
public final class Page {
    /** So many words, and so many dimensions, keep the file small enough to be opened anywhere. */
    public static final int MOST = 32;

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:";

    private final PageStyles styles = new PageStyles();

    /** The traces shown so far; cards of the same trace, and the same before, share what is drawn of it. */
    private final List<Drawn> traces = new ArrayList<>();

    private final View look;

    /** A trace with what it is compared with. */
    private record Drawn(Trace trace, Optional<Trace> before) {}

    private Page(View look) {
        this.look = look;
    }

    /**
     * One card of a lesson.
     *
     * @param title what it is about
     * @param notes paragraphs, one a line; may be empty
     * @param trace what is shown, or null where a picture is all that there is to see
     * @param stage the stage that it opens, 1 to 8
     * @param query the focused query's place, from 0
     * @param lab what a lab made of it, or a picture of it, shown above the stages, or null
     * @param seen what marks numbers that are the reader's own, or other than before, or null
     */
    public record Card(
            String title,
            String notes,
            @Nullable Trace trace,
            int stage,
            int query,
            @Nullable Exportable lab,
            @Nullable Content seen) {
        /** A card without a lab, of which no number is marked. */
        public Card(String title, String notes, Trace trace, int stage, int query) {
            this(title, notes, trace, stage, query, null, null);
        }

        public Card {
            if (!Stages.has(stage)) {
                throw new IllegalArgumentException("there are stages 1 to 8, not " + stage);
            }
            if (query < 0 || (trace != null && query >= trace.weights().from().size())) {
                throw new IllegalArgumentException("no query " + query + " in this trace");
            }
        }

        /**
         * A card of a moment.
         *
         * @param s what it shows; over an image the picture of its patches stands above the stages, or in their place
         * @throws Refusal if there is neither a trace nor an image
         */
        public static Card of(
                String title, String notes, Subject s, Moment m, @Nullable Exportable lab, @Nullable Content seen) {
            int query = Math.min(m.query(), s.weights().from().size() - 1);
            boolean picture = lab == null && s.image().isPresent();
            Trace t = picture ? s.trace().filter(Page::holds).orElse(null) : s.needed();
            return new Card(title, notes, t, m.stage(), query, picture ? new PatchPicture(s, query) : lab, seen);
        }
    }

    /**
     * Writes a page.
     *
     * @param look in whose range of colours its maps are
     * @throws Refusal if there is no card, or a card has more words or dimensions than a page holds
     * @throws IOException if the stream cannot be written
     */
    public static void write(String title, List<Card> cards, View look, OutputStream to) throws IOException {
        if (cards.isEmpty()) {
            throw new Refusal("There is no card yet: add a moment to the lesson, then share it.");
        }
        cards.stream().map(Card::trace).filter(Objects::nonNull).forEach(Page::fits);
        to.write(new Page(look).document(title, cards).getBytes(StandardCharsets.UTF_8));
        to.flush();
    }

    private static boolean holds(Trace t) {
        try {
            fits(t);
            return true;
        } catch (Refusal tooLarge) {
            return false;
        }
    }

    private static void fits(Trace t) {
        int words = Math.max(t.weights().from().size(), t.weights().to().size());
        Head head = t.in().head();
        int dimensions = Math.max(head.dModel(), Math.max(head.dK(), head.dV()));
        if (words > MOST) {
            throw new Refusal(
                    "A web page holds up to " + MOST + " words, for every cell of it can be asked: this sentence has "
                            + words + ". Shorten it, or export it as a picture.");
        }
        if (dimensions > MOST) {
            throw new Refusal("A web page holds up to " + MOST
                    + " dimensions, for every cell of it can be asked: this head has " + dimensions
                    + ". Choose a smaller head, or export pictures.");
        }
    }

    private String document(String title, List<Card> cards) {
        Markup body = new Markup();
        header(body, title, cards);
        body.open("main");
        for (int c = 0; c < cards.size(); c++) {
            card(body, title, cards, c);
        }
        body.close("main").raw(FOOT);
        body.open("script")
                .raw("/*<![CDATA[*/\n" + resource("page.js") + "/*]]>*/")
                .close("script");
        Markup page = new Markup().raw("<!DOCTYPE html>\n");
        page.open("html", "xmlns=http://www.w3.org/1999/xhtml", "lang=en").open("head");
        page.empty("meta", "charset=utf-8");
        page.empty("meta", "http-equiv=Content-Security-Policy", "content=" + POLICY);
        page.empty("meta", "name=viewport", "content=width=device-width, initial-scale=1");
        page.leaf("title", title);
        page.open("style").raw(tones() + resource("page.css") + styles.css()).close("style");
        page.leaf("script", "document.documentElement.className = 'js'");
        page.close("head").open("body").raw(body.toString()).close("body").close("html");
        return page.raw("\n").toString();
    }

    private static void header(Markup out, String title, List<Card> cards) {
        out.open("header").leaf("h1", title, "dir=auto");
        if (cards.size() > 1) {
            out.open("nav", "class=cards", "aria-label=Cards");
            out.leaf("button", "◀", "type=button", "class=before", "aria-label=Card before (P)");
            out.leaf("span", "", "class=place");
            out.raw("<button type=\"button\" class=\"after accent\">Next card ▶</button>")
                    .close("nav");
        }
        out.leaf("button", "◐", "type=button", "class=theme", "aria-label=Dark or light", "title=Dark or light");
        out.close("header");
    }

    private void card(Markup out, String title, List<Card> cards, int c) {
        Card card = cards.get(c);
        Trace trace = card.trace();
        if (trace == null) {
            picture(out, card, c, cards.size());
            return;
        }
        Drawn drawing = new Drawn(trace, Optional.ofNullable(card.seen()).flatMap(Content::compared));
        int scene = traces.indexOf(drawing);
        boolean drawn = scene >= 0;
        if (!drawn) {
            scene = traces.size();
            traces.add(drawing);
        }
        out.open(
                "article",
                "class=" + (c == 0 ? "card here" : "card"),
                "data-scene=scene" + scene,
                "data-stage=" + card.stage(),
                "data-query=" + card.query(),
                "data-place=" + (c + 1) + " / " + cards.size());
        if (!card.title().isBlank() && !(cards.size() == 1 && card.title().equals(title))) {
            out.leaf("h2", card.title(), "dir=auto");
        }
        card.notes().lines().filter(l -> !l.isBlank()).forEach(line -> out.leaf("p", line, "dir=auto"));
        if (card.lab() != null) {
            new PagePicture(styles, look).markup(out, card.lab());
        }
        String word = Words.quoted(trace.weights().from().shown(card.query()));
        String again = drawn ? "The same sentence as above" : "Sentence: " + sentence(trace);
        out.leaf("p", again + ". Look at step " + card.stage() + " and the word " + word + ".", "class=unscripted");
        out.close("article");
        if (!drawn) {
            PageScene made = new PageScene(card, styles, look);
            out.raw(made.markup("scene" + scene, scene == 0));
        }
    }

    /** A card without stages: a picture and what it is of. */
    private void picture(Markup out, Card card, int number, int all) {
        String shown = number == 0 ? "card picture here" : "card picture";
        out.open("article", "class=" + shown, "data-place=" + (number + 1) + " / " + all);
        out.leaf("h2", card.title(), "dir=auto");
        card.notes().lines().filter(l -> !l.isBlank()).forEach(line -> out.leaf("p", line, "dir=auto"));
        new PagePicture(styles, look).markup(out, Objects.requireNonNull(card.lab()));
        out.close("article");
    }

    private static String sentence(Trace t) {
        String from = String.join(" ", t.weights().from().shown());
        return t.in().self()
                ? from
                : from + " → " + String.join(" ", t.weights().to().shown());
    }

    /** The palette as custom properties, light and dark. */
    private static String tones() {
        Palette light = Palette.of(Theme.LIGHT, Ramp.BLUE);
        Palette dark = Palette.of(Theme.DARK, Ramp.BLUE);
        StringBuilder css = new StringBuilder(":root {\n");
        for (ColourRole tone : ColourRole.values()) {
            css.append("  --")
                    .append(tone.label())
                    .append(": ")
                    .append(Palette.hex(light.of(tone)))
                    .append(";\n");
        }
        css.append("}\n@supports (color: light-dark(red, red)) {\n  :root {\n");
        for (ColourRole tone : ColourRole.values()) {
            css.append("    --").append(tone.label()).append(": light-dark(").append(Palette.hex(light.of(tone)));
            css.append(", ").append(Palette.hex(dark.of(tone))).append(");\n");
        }
        return css.append("  }\n}\n").toString();
    }

    private static final String FOOT = """
            <footer>
            <button type="button" class="back"></button>
            <span class="dots" aria-hidden="true"><i></i><i></i><i></i><i></i><i></i><i></i><i></i><i></i></span>
            <span class="keys"><kbd>←</kbd> <kbd>→</kbd> step <kbd>↑</kbd> <kbd>↓</kbd> word <kbd>1</kbd>–<kbd>8</kbd> stage</span>
            <button type="button" class="forth accent"></button>
            </footer>
            """;

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: " + name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
