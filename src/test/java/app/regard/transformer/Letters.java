package app.regard.transformer;

import java.util.Random;

/** Texts drawn from a seed: scripts, accents, marks, emoji, controls, white space, signs and very long words. */
public final class Letters {
    private static final String[] WORDS = {
        "the",
        "Unbelievable",
        "İstanbul",
        "ΣΊΣΥΦΟΣ",
        "Straße",
        "Ångström",
        "naïve",
        "o’clock",
        "don't",
        "e-mail",
        "3.14",
        "1,000,000",
        "½",
        "ﬁre",
        "①",
        "日本語",
        "東京都",
        "한국어",
        "ひらがな",
        "カタカナ",
        "Привет",
        "ѐлка",
        "שָׁלוֹם",
        "مَرْحَبًا",
        "नमस्ते",
        "ภาษาไทย",
        "😀",
        "👩‍👩‍👧",
        "🇫🇷",
        "❤️",
        "𝔘𝔫𝔦",
        "Ǆ",
        "ŉ",
        "ß",
        "ẞ",
        "№",
        "™"
    };
    private static final int[] RANGES = { // first and last, each range as likely as another
        0x20, 0x7E, 0xA0, 0xFF, 0x100, 0x17F, 0x180, 0x24F, 0x300, 0x36F, 0x370, 0x3FF, 0x400, 0x4FF, 0x5D0, 0x5EA,
        0x591, 0x5C7, 0x620, 0x65F, 0x900, 0x97F, 0xE00, 0xE4E, 0x1E00, 0x1EFF, 0x2000, 0x206F, 0x20A0, 0x20BF, 0x2100,
        0x21FF, 0x3000, 0x30FF, 0x4E00, 0x9FA5, 0xAC00, 0xD7A3, 0xF900, 0xFA6D, 0xFF01, 0xFFEE, 0x1D400, 0x1D7FF,
        0x1F300, 0x1F64F, 0x20000, 0x20100, 0xE000, 0xE010, 0x00, 0x1F, 0x7F, 0x9F
    };

    private Letters() {}

    public static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int parts = 1 + random.nextInt(12);
        for (int part = 0; part < parts; part++) {
            switch (random.nextInt(6)) {
                case 0, 1 -> text.append(WORDS[random.nextInt(WORDS.length)]);
                case 2 -> strewn(text, random, 1 + random.nextInt(8));
                case 3 -> inOneScript(text, random, 1 + random.nextInt(random.nextInt(20) == 0 ? 130 : 10));
                case 4 -> text.append((char) ('a' + random.nextInt(26))).append((char) (0x300 + random.nextInt(0x50)));
                default -> text.append(WORDS[random.nextInt(10)].repeat(1 + random.nextInt(12)));
            }
            if (random.nextInt(3) > 0) {
                text.append(" \t\n\u00A0\u3000\u2009".charAt(random.nextInt(3) == 0 ? random.nextInt(6) : 0));
            }
        }
        return text.toString();
    }

    private static void strewn(StringBuilder text, Random random, int count) {
        for (int i = 0; i < count; i++) {
            inOneScript(text, random, 1);
        }
    }

    private static void inOneScript(StringBuilder text, Random random, int count) {
        int range = 2 * random.nextInt(RANGES.length / 2);
        for (int i = 0; i < count; i++) {
            text.appendCodePoint(RANGES[range] + random.nextInt(RANGES[range + 1] - RANGES[range] + 1));
        }
    }
}
