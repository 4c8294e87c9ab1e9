package app.regard.export.page;

import static app.regard.export.page.PageTest.LOADING;
import static app.regard.export.page.PageTest.card;
import static app.regard.export.page.PageTest.data;
import static app.regard.export.page.PageTest.elements;
import static app.regard.export.page.PageTest.example;
import static app.regard.export.page.PageTest.page;
import static app.regard.export.page.PageTest.parsed;
import static app.regard.export.page.PageTest.simple;
import static app.regard.export.page.PageTest.withClass;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.trace.Refusal;
import app.regard.trace.Trace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A web page asks nothing of anybody, computes nothing, and takes words and titles as text. */
class PageScriptTest {
    @Test
    void asksNothingOfAnyServer() throws Exception {
        String text = page("A lesson", card(example("animal")));
        Document page = parsed(text);
        for (Element e : elements(page, "*")) {
            for (String name : LOADING) {
                assertThat(e.hasAttribute(name)).as(e.getTagName() + " " + name).isFalse();
            }
            assertThat(e.getTagName()).isNotIn("link", "img", "image", "iframe", "object", "embed", "use", "a", "form");
        }
        String others =
                text.replace("\"http://www.w3.org/1999/xhtml\"", "").replace("\"http://www.w3.org/2000/svg\"", "");
        assertThat(others).doesNotContain("http:", "https:", "url(", "@import", "//www");
        Element policy = elements(page, "meta").get(1);
        assertThat(policy.getAttribute("http-equiv")).isEqualTo("Content-Security-Policy");
        assertThat(policy.getAttribute("content")).startsWith("default-src 'none';");
    }

    /** What of the script is neither comment nor string: what stands in ${…} is code again. */
    private static String code(String script) {
        String plain = script.replaceAll("(?s)/\\*.*?\\*/", " ").replaceAll("(?m)(^|\\s)//.*$", " ");
        plain = plain.replaceAll("'[^'\\n]*'", "''");
        return Pattern.compile("`[^`]*`")
                .matcher(plain)
                .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(Pattern.compile("\\$\\{([^`]*?)\\}")
                        .matcher(m.group())
                        .results()
                        .map((MatchResult r) -> "(" + r.group(1) + ")")
                        .collect(Collectors.joining())));
    }

    @Test
    void theScriptShowsAndHidesAndCalculatesNothing() throws Exception {
        String script;
        try (var in = Page.class.getResourceAsStream("page.js")) {
            script = new String(java.util.Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
        String code = code(script);
        assertThat(code).contains("classList.toggle").doesNotContain("'use");
        assertThat(code).doesNotContain("+", "-", "*", "/", "%", "<<", ">>");
        assertThat(code)
                .doesNotContain("Math", "Number", "parseInt", "parseFloat", "toFixed", "BigInt", "eval", "Function");
        assertThat(code).doesNotContain("fetch", "XMLHttp", "WebSocket", "import", "innerHTML", "location", "Storage");
        assertThat(script.length()).isLessThan(16_000);
        // the check sees what it is meant to see
        assertThat(code("a = `x${b + 1}y` // - \n")).contains("+").doesNotContain("-", "x");
    }

    @Test
    void whatStandsInWordsAndTitlesIsTextWhateverItIs() throws Exception {
        String title = "<b>&\"'</title></script><script>alert(1)</script>]]>\u0001";
        String[] words = {
            "<b>&\"'",
            "</script>",
            "]]>",
            "<!--",
            "\u0000\uD800x",
            "👩\u200D👩\u200D👧",
            "\u202Eabc",
            "naïve",
            "\\u003c",
            "漢字",
            "`${x}`"
        };
        String text = page(title, new Page.Card(title, "one\r\n<i>two</i>", PageTest.of(3, words), 7, 1));
        Document page = parsed(text);
        assertThat(elements(page, "h1").get(0).getTextContent()).isEqualTo(title.replace('\u0001', '\uFFFD'));
        assertThat(elements(page, "script")).hasSize(3);
        assertThat(elements(page, "i").stream()
                        .filter(e -> e.getParentNode().getNodeName().equals("p")))
                .isEmpty();
        assertThat(text.split("</script>", -1)).hasSize(4); // nothing closes a script early
        List<String> drawn =
                elements(page, "text").stream().map(Node::getTextContent).toList();
        for (String word : List.of("<b>&\"'", "</script>", "]]>", "<!--", "naïve", "漢字", "`${x}`", "\uFFFD\uFFFDx")) {
            assertThat(drawn).contains(word);
        }
        assertThat(data(page).at("/whys/A/1/0/1").asText()).isEqualTo("“</script>” attends to “<b>&\"'”");
        assertThat(withClass(page, "article", "card").get(0).getTextContent())
                .contains("one")
                .contains("<i>two</i>");
    }

    @Test
    void cardsFollowInOrderAndShareWhatIsTheSame() throws Exception {
        Trace river = example("river");
        String text = page(
                "Two sentences",
                new Page.Card("First", "Look.", river, 1, 0),
                new Page.Card("Second", "", example("tired"), 6, 3),
                new Page.Card("Third", "Back.", example("river"), 8, 2));
        Document page = parsed(text);
        List<Element> cards = withClass(page, "article", "card");
        assertThat(cards.stream().map(c -> c.getElementsByTagName("h2").item(0).getTextContent()))
                .containsExactly("First", "Second", "Third");
        assertThat(cards.stream().map(c -> c.getAttribute("data-scene"))).containsExactly("scene0", "scene1", "scene0");
        assertThat(cards.stream().map(c -> c.getAttribute("data-stage") + c.getAttribute("data-query")))
                .containsExactly("10", "63", "82");
        assertThat(withClass(page, "section", "scene")).hasSize(2);
    }

    @Test
    void largerOnesAreRefusedWithTheReason() throws Exception {
        String[] words = IntStream.range(0, 33).mapToObj(i -> "w" + i).toArray(String[]::new);
        assertThatThrownBy(() -> page("", card(PageTest.of(4, words))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("up to 32 words")
                .hasMessageContaining("has 33")
                .hasMessageContaining("Shorten it");
        assertThatThrownBy(() -> page("", card(PageTest.of(33, "a", "b"))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("up to 32 dimensions")
                .hasMessageContaining("has 33");
        assertThatThrownBy(() -> page("no card")).isInstanceOf(Refusal.class).hasMessageContaining("no card");
        List<String> fits = new ArrayList<>(List.of(words).subList(0, 32));
        int largest =
                page("", card(PageTest.of(32, fits.toArray(String[]::new)))).length();
        assertThat(largest).isBetween(1_000_000, 25_000_000);
    }

    @Test
    void twelveWordsInSixteenDimensionsStaySmall() throws Exception {
        Trace t = simple("The animal didn't cross the street because it was too tired .", "coreference");
        assertThat(t.in().head().dModel()).isEqualTo(16);
        assertThat(page("", card(t)).getBytes(StandardCharsets.UTF_8).length).isLessThan(3_200_000);
    }
}
