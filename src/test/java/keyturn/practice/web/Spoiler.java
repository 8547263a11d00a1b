package keyturn.practice.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Takes a text apart and puts it together otherwise. */
final class Spoiler {

    private static final Pattern JSON = Pattern.compile("\"[^\"]*\"|[\\w.+-]+|.", Pattern.DOTALL);
    private static final Pattern PATH = Pattern.compile("[\\w.-]+|.", Pattern.DOTALL);

    private static final List<String> VALUES = List.of(
            "null",
            "{}",
            "[]",
            "-1",
            "1e400",
            "0.5",
            "99999999999999999999",
            "-9223372036854775808",
            "true",
            "\"\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"" + "x".repeat(5_000) + "\"",
            "[[[[]]]]",
            "\"2026-13-45T99:99:99Z\"",
            "\"-999999999-01-01T00:00:00Z\"",
            "\"999.1.1.1/99\"",
            "\"____\"",
            "\"AA==\"",
            "\u00ff\u00fe",
            "\"\u00c0\u0080\"",
            "}",
            "{\"a\":{\"a\":1}}");

    private static final List<String> PARTS = List.of(
            "..",
            ".",
            "%",
            "%00",
            "%zz",
            "%ff%fe",
            "%2f",
            "//",
            "/",
            "?",
            "&",
            "=",
            "#",
            "'",
            "(",
            ")",
            "-1",
            "999999999999",
            "$filter",
            "maxresults=0",
            "a".repeat(3_000),
            "\u00e9",
            "\t",
            "keys",
            "v1.0",
            "subscriptions",
            "Microsoft.Authorization",
            "providers");

    private final Random random;

    Spoiler(Random random) {
        this.random = random;
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    String json(String text) {
        return changed(text.isEmpty() ? "{}" : text, JSON, VALUES);
    }

    String path(String text) {
        return "/" + changed(text.substring(1), PATH, PARTS);
    }

    private String changed(String text, Pattern word, List<String> others) {
        List<String> words = new ArrayList<>(
                word.matcher(text).results().map(MatchResult::group).toList());
        for (int change = 1 + random.nextInt(3); change > 0 && !words.isEmpty(); change--) {
            int place = random.nextInt(words.size());
            switch (random.nextInt(5)) {
                case 0 -> words.remove(place);
                case 1 -> words.add(place, words.get(place));
                case 2 -> words.set(place, words.get(random.nextInt(words.size())));
                default -> words.set(place, one(others));
            }
        }
        return String.join("", words);
    }

    /** Some bytes are others, some are missing, and perhaps it ends early. */
    byte[] bent(byte[] bytes) {
        byte[] bent = bytes.clone();
        for (int change = random.nextInt(4); change > 0; change--) {
            bent[random.nextInt(bent.length)] = (byte) random.nextInt(256);
        }
        return random.nextBoolean() ? bent : java.util.Arrays.copyOf(bent, random.nextInt(bent.length));
    }

    byte[] noise(int most) {
        byte[] noise = new byte[random.nextInt(most)];
        random.nextBytes(noise);
        return noise;
    }
}
