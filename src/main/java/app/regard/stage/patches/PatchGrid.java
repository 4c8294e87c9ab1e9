package app.regard.stage.patches;

import app.regard.trace.Refusal;
import java.util.Optional;

/**
 * The square of patches that the tokens of an image are, line by line from the top left.
 *
 * @param side how many patches lie beside each other, and below each other
 * @param first the place of the token of the first patch: 1 where a token for the whole image stands before
 */
public record PatchGrid(int side, int first) {
    /** The grid of so many tokens: g² of them, or g² + 1; nothing where they are neither. */
    public static Optional<PatchGrid> of(int tokens) {
        int whole = (int) Math.sqrt(tokens);
        int less = (int) Math.sqrt(tokens - 1);
        return tokens > 0 && whole * whole == tokens
                ? Optional.of(new PatchGrid(whole, 0))
                : tokens > 1 && less * less == tokens - 1 ? Optional.of(new PatchGrid(less, 1)) : Optional.empty();
    }

    /**
     * The grid of so many tokens.
     *
     * @throws Refusal if they make no square; it names the nearest counts that do
     */
    public static PatchGrid require(int tokens) {
        return of(tokens).orElseThrow(() -> {
            int g = (int) Math.sqrt(tokens);
            return new Refusal("Patches of an image are g × g tokens, or one more before them; here " + tokens
                    + " answer, and the nearest squares are " + g + " × " + g + " = " + g * g + " and " + (g + 1)
                    + " × " + (g + 1) + " = " + (g + 1) * (g + 1) + ". Leave other tokens out with --hide.");
        });
    }

    /** The token of the patch in a line and column of the grid, from 0. */
    public int token(int line, int column) {
        return first + line * side + column;
    }
}
