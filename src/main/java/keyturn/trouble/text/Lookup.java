package keyturn.trouble.text;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.trouble.Knowledge;
import keyturn.trouble.RootCause;

/** What somebody typed to look something up: a bare number, a symbol, a few words. */
final class Lookup {

    private static final Pattern BARE = Pattern.compile("(?i)(msg|code|error|http)?[ #:]{0,2}(\\d{1,5})");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}");

    /** As in "33049 3112". */
    private static final int FEW = 4;

    /** A longer text is no search. */
    private static final int LONGEST = 120;

    private static final int MOST = 12;
    private static final int SUGGESTED = 4;

    private final Knowledge knowledge;
    private final String text;

    Lookup(Knowledge knowledge, String text) {
        this.knowledge = knowledge;
        this.text = text;
    }

    /**
     * Everything that has one of these numbers: provider codes, messages, statuses. A word before a number says which of them is meant, where
     * there is one. Empty where there is more than a few numbers.
     */
    List<Clue> bare() {
        Matcher one = BARE.matcher(text);
        if (one.matches()) {
            return meant(Optional.ofNullable(one.group(1)).orElse(""), Integer.parseInt(one.group(2)));
        }
        List<String> words =
                Arrays.stream(text.split("[\\s,;/]+")).limit(FEW + 1L).toList();
        boolean areAll = words.size() <= FEW
                && words.stream().allMatch(word -> NUMBER.matcher(word).matches());
        return areAll
                ? words.stream()
                        .map(Integer::parseInt)
                        .flatMap(this::all)
                        .distinct()
                        .toList()
                : List.of();
    }

    /** One number was typed, perhaps with a word before it. */
    boolean isOneNumber() {
        return BARE.matcher(text).matches();
    }

    private List<Clue> meant(String word, int number) {
        List<Clue> named =
                switch (word.toLowerCase(Locale.ROOT)) {
                    case "msg", "error" ->
                        knowledge.message(number).stream()
                                .<Clue>map(Clue.OfMessage::new)
                                .toList();
                    case "code" ->
                        knowledge.code(number).stream()
                                .<Clue>map(Clue.OfCode::new)
                                .toList();
                    case "http" ->
                        knowledge.statuses(number).stream()
                                .<Clue>map(Clue.OfStatus::new)
                                .toList();
                    default -> List.of();
                };
        return named.isEmpty() ? all(number).toList() : named;
    }

    private Stream<Clue> all(int number) {
        return Stream.of(
                        knowledge.code(number).stream().map(Clue.OfCode::new),
                        knowledge.message(number).stream().map(Clue.OfMessage::new),
                        knowledge.statuses(number).stream().map(Clue.OfStatus::new))
                .flatMap(found -> found);
    }

    /** What has all of the words: codes, messages and causes; those with a word in their name first. */
    List<Clue> searched() {
        Set<String> words = words();
        if (words.isEmpty() || text.length() > LONGEST) {
            return List.of();
        }
        return Stream.of(
                        Arrays.stream(RootCause.values())
                                .map(cause -> entry(new Clue.OfCause(cause), cause.slug(), cause.title(), cause.fix())),
                        knowledge.codes().values().stream()
                                .map(code -> entry(new Clue.OfCode(code), code.symbol(), code.meaning())),
                        knowledge.messages().values().stream()
                                .map(one -> entry(new Clue.OfMessage(one), one.phrase(), one.meaning())))
                .flatMap(Function.identity())
                .filter(entry -> words.stream().allMatch(entry::has))
                .sorted(Comparator.comparingLong((Entry entry) ->
                                words.stream().filter(entry::isNamed).count())
                        .reversed())
                .limit(MOST)
                .map(Entry::found)
                .toList();
    }

    /** Numbers and symbols that differ by little from what was typed. */
    List<String> suggestions() {
        if (text.isEmpty() || text.length() > LONGEST / 2) {
            return List.of();
        }
        String typed = text.toLowerCase(Locale.ROOT);
        int most = Math.max(1, typed.length() / 4);
        Stream<String> known = Stream.of(
                        knowledge.codes().values().stream()
                                .flatMap(code -> Stream.of(code.symbol(), code.number() + "")),
                        knowledge.messages().keySet().stream().map(String::valueOf),
                        Arrays.stream(RootCause.values()).map(RootCause::slug))
                .flatMap(Function.identity());
        return known.distinct()
                .filter(one -> Math.abs(one.length() - typed.length()) <= most)
                .filter(one -> Distance.between(one.toLowerCase(Locale.ROOT), typed) <= most)
                .sorted(Comparator.comparingInt(one -> Distance.between(one.toLowerCase(Locale.ROOT), typed)))
                .limit(SUGGESTED)
                .toList();
    }

    private Set<String> words() {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> word.length() > 2)
                .limit(MOST)
                .collect(Collectors.toSet());
    }

    private static Entry entry(Clue found, String name, Message... texts) {
        String all = Arrays.stream(texts).map(Message::text).collect(Collectors.joining(" "));
        String named = (name + " " + texts[0].text()).toLowerCase(Locale.ROOT);
        return new Entry(found, named, all.toLowerCase(Locale.ROOT));
    }

    private record Entry(Clue found, String name, String all) {
        boolean isNamed(String word) {
            return name.contains(word);
        }

        boolean has(String word) {
            return isNamed(word) || all.contains(word);
        }
    }
}
