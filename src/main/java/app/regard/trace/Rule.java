package app.regard.trace;

/**
 * A rule of a head: a word of one kind asks for words of another, this strongly.
 *
 * @param asks a named dimension of the word that asks
 * @param wanted a named dimension of the words that answer
 * @param strength a finite number, negative where it turns away
 */
public record Rule(String asks, String wanted, double strength) {
    private static final String ASKS = " asks ";

    public Rule {
        if (!Double.isFinite(strength)) {
            throw new Refusal("The strength of a rule is a finite number, not " + strength + ".");
        }
    }

    /**
     * Reads a rule as it is written: "stand-in asks thing, 2".
     *
     * @throws Refusal if it is none; the message says what one looks like
     */
    public static Rule of(String text) {
        String line = text.strip();
        int verb = line.indexOf(ASKS);
        int end = Math.max(line.lastIndexOf(','), line.lastIndexOf(' '));
        try {
            if (verb > 0 && end > verb + ASKS.length()) {
                String wanted = line.substring(verb + ASKS.length(), end).replace(",", "");
                return new Rule(line.substring(0, verb).strip(), wanted.strip(), Edit.number(line.substring(end + 1)));
            }
        } catch (NumberFormatException e) {
            // said below with what a rule looks like
        }
        throw new Refusal("“" + text.strip() + "” is no rule: write one such as stand-in asks thing, 2");
    }

    /** The rule as it is written: "stand-in asks thing, 2". */
    public String text() {
        boolean whole = strength == Math.rint(strength) && Math.abs(strength) < 1e15;
        return asks + ASKS + wanted + ", " + (whole ? String.valueOf((long) strength) : String.valueOf(strength));
    }
}
