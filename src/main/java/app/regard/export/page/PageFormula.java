package app.regard.export.page;

import app.regard.draw.Formula;
import app.regard.export.picture.Markup;

/** A formula on a page: letters that stay text, set low and high by the browser, lines aligned in a grid. */
final class PageFormula {
    private PageFormula() {}

    static String markup(Formula formula) {
        Markup out = new Markup().open("div", "class=formula");
        for (Formula.Line line : formula.lines()) {
            String quiet = line.quiet() ? " quiet" : "";
            out.open("span", "class=before" + quiet);
            term(out, line.before());
            out.close("span").open("span", "class=parts" + quiet);
            for (Formula.Term part : line.parts()) {
                out.open("span");
                term(out, part);
                out.close("span").text(" ");
            }
            out.close("span");
        }
        return out.close("div").toString();
    }

    private static void term(Markup out, Formula.Term term) {
        if (term instanceof Formula.Letters letters) {
            out.text(letters.text());
        } else if (term instanceof Formula.Script script) {
            set(out, "sub", script.low());
            set(out, "sup", script.high());
        } else if (term instanceof Formula.Fraction fraction) {
            out.open("span", "class=fraction").open("span");
            term(out, fraction.over());
            out.close("span").leaf("i", "/").open("span");
            term(out, fraction.under());
            out.close("span").close("span");
        } else {
            ((Formula.Row) term).terms().forEach(one -> term(out, one));
        }
    }

    private static void set(Markup out, String element, Formula.Term term) {
        if (!(term instanceof Formula.Row row) || !row.terms().isEmpty()) {
            out.open(element);
            term(out, term);
            out.close(element);
        }
    }
}
