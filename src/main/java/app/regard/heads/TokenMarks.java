package app.regard.heads;

import app.regard.trace.Sentence;
import app.regard.trace.Token;
import app.regard.transformer.Pieces;
import app.regard.transformer.text.ByteLetters;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The marks by which tokenizers tell what stands at the beginning of a word: Ġ and Ċ of byte-level tokens, ▁, ## before
 * what goes on, @@ or the lack of &lt;/w&gt; after what goes on.
 *
 * @param kind which of them
 * @param tokens the tokens as the tokenizer wrote them
 */
record TokenMarks(Kind kind, List<String> tokens) {
    /** The kinds of marks. */
    enum Kind {
        /** Each character is a byte: Ġ a blank, Ċ the end of a line (GPT-2, Llama 3). */
        BYTES,
        /** ▁ is a blank, bytes stand as &lt;0xE2&gt; (SentencePiece). */
        BLANKS,
        /** ## goes on (WordPiece). */
        GOES_ON,
        /** What ends in @@ is gone on with (subword-nmt). */
        IS_GONE_ON,
        /** &lt;/w&gt; ends a word (CLIP, the first GPT). */
        ENDS
    }

    TokenMarks {
        tokens = List.copyOf(tokens);
    }

    /** The marks of some tokens, if they bear any. */
    static Optional<TokenMarks> of(List<String> tokens) {
        return kind(tokens).map(kind -> new TokenMarks(kind, tokens));
    }

    private static Optional<Kind> kind(List<String> tokens) {
        for (String token : tokens) {
            if (SpecialTokens.is(token)) {
                continue;
            }
            if (token.indexOf('Ġ') >= 0 || token.indexOf('Ċ') >= 0) {
                return Optional.of(Kind.BYTES);
            }
            if (token.indexOf('▁') >= 0) {
                return Optional.of(Kind.BLANKS);
            }
            if (token.startsWith("##") && token.length() > 2) {
                return Optional.of(Kind.GOES_ON);
            }
            if (token.endsWith("@@") && token.length() > 2) {
                return Optional.of(Kind.IS_GONE_ON);
            }
            if (token.endsWith("</w>")) {
                return Optional.of(Kind.ENDS);
            }
        }
        return Optional.empty();
    }

    /** A token as it is shown: blanks as ·, ends of lines as ↵, halves of characters as their bytes. */
    String shown(int i) {
        String token = tokens.get(i);
        if (SpecialTokens.is(token) || (kind != Kind.BYTES && kind != Kind.BLANKS)) {
            return token;
        }
        String read = text(i, i + 1);
        return read.isEmpty() ? token : ByteLetters.shown(read);
    }

    /** The words that the tokens make up, special tokens as words of their own. */
    List<Pieces.Word> words() {
        List<Pieces.Word> words = new ArrayList<>();
        for (int from = 0; from < tokens.size(); ) {
            int to = from + 1;
            while (to < tokens.size() && !begins(to)) {
                to++;
            }
            boolean special = SpecialTokens.is(tokens.get(from));
            String text = special
                    ? tokens.get(from)
                    : text(from, to).replace("\n", "↵").strip();
            words.add(new Pieces.Word(text.isEmpty() ? shown(from) : text, from, to, special));
            from = to;
        }
        return words;
    }

    private boolean begins(int i) {
        String token = tokens.get(i);
        String before = tokens.get(i - 1);
        if (SpecialTokens.is(token) || SpecialTokens.is(before)) {
            return true;
        }
        return switch (kind) {
            case BYTES, BLANKS -> {
                String read = text(i, i + 1);
                yield read.startsWith(" ")
                        || read.startsWith("\n")
                        || text(i - 1, i).endsWith("\n");
            }
            case GOES_ON -> !token.startsWith("##");
            case IS_GONE_ON -> !before.endsWith("@@");
            case ENDS -> before.endsWith("</w>");
        };
    }

    /** What tokens spell, without marks; bytes that make no character stand as &lt;0xE2&gt;. */
    private String text(int from, int to) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (String token : tokens.subList(from, to)) {
            switch (kind) {
                case BYTES -> bytes.writeBytes(ByteLetters.bytes(token));
                case BLANKS -> {
                    boolean single = token.length() == 6 && token.startsWith("<0x") && token.endsWith(">");
                    int high = single ? Character.digit(token.charAt(3), 16) : -1;
                    int low = single ? Character.digit(token.charAt(4), 16) : -1;
                    if (high >= 0 && low >= 0) {
                        bytes.write(16 * high + low);
                    } else {
                        bytes.writeBytes(token.replace('▁', ' ').getBytes(StandardCharsets.UTF_8));
                    }
                }
                case GOES_ON ->
                    bytes.writeBytes(
                            (token.startsWith("##") ? token.substring(2) : token).getBytes(StandardCharsets.UTF_8));
                case IS_GONE_ON ->
                    bytes.writeBytes((token.endsWith("@@") ? token.substring(0, token.length() - 2) : token)
                            .getBytes(StandardCharsets.UTF_8));
                case ENDS -> bytes.writeBytes(token.replace("</w>", "").getBytes(StandardCharsets.UTF_8));
            }
        }
        return ByteLetters.text(bytes.toByteArray());
    }

    /** Returns tokens as a sentence, their marks read for display. */
    static Sentence sentence(List<String> tokens) {
        Optional<TokenMarks> marks = TokenMarks.of(tokens);
        return new Sentence(
                IntStream.range(0, tokens.size())
                        .mapToObj(i -> {
                            String text = tokens.get(i).isEmpty() ? "␣" : tokens.get(i);
                            return new Token(text, marks.map(m -> m.shown(i)).orElse(text), false);
                        })
                        .toList(),
                0);
    }
}
