package keyturn.trouble.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import keyturn.trouble.ForeignPhrase;
import keyturn.trouble.Knowledge;
import keyturn.trouble.Maker;
import keyturn.trouble.ServerMessage;
import keyturn.trouble.StatusCode;

/** Finds in a pasted text what is known. */
final class TextReader {

    private static final Pattern VAULT = Pattern.compile(
            "(?i)\\b([a-z][a-z0-9-]{1,22}[a-z0-9])\\.(?:vault\\.azure\\.net|vault\\.azure\\.cn|vault\\.usgovcloudapi\\.net|managedhsm\\.azure\\.net)");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]\\w{5,60}");

    /** Of a long log these show whether several vaults fail. */
    private static final int PASSAGES = 200;

    private static final int PASSAGE = 2_000;

    private final Knowledge knowledge;
    private final String text;
    private final String lower;
    private final Maker maker;
    private final List<ServerMessage> messages;
    private final List<Integer> codes;

    TextReader(Knowledge knowledge, String text) {
        this.knowledge = knowledge;
        this.text = text;
        this.lower = text.toLowerCase(Locale.ROOT);
        this.maker = maker(knowledge.makers());
        var numbers = new Numbers(knowledge, text);
        this.messages = messages(numbers.messages());
        this.codes = numbers.codes(messages);
    }

    Maker maker() {
        return maker;
    }

    /** Numbers of the messages in it, the first one first. */
    Set<Integer> messageNumbers() {
        return messages.stream().map(ServerMessage::number).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The provider codes in it. */
    Set<Integer> codeNumbers() {
        return new LinkedHashSet<>(codes);
    }

    /** How many vaults it names. */
    long vaults() {
        return vaultNames().size();
    }

    /** The vaults that it names, in lower case. */
    Set<String> vaultNames() {
        return VAULT.matcher(text)
                .results()
                .map(match -> match.group(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Each line that names a vault, with the one below it where it says nothing else that is known; not more than some. */
    Stream<String> besideVaults() {
        List<String> lines = text.lines().toList();
        return IntStream.range(0, lines.size())
                .filter(at -> VAULT.matcher(lines.get(at)).find())
                .limit(PASSAGES)
                .mapToObj(at -> {
                    String line = cut(lines.get(at));
                    boolean isAlone = at + 1 < lines.size()
                            && !VAULT.matcher(lines.get(at + 1)).find()
                            && new TextReader(knowledge, line).found().isEmpty();
                    return isAlone ? line + "\n" + cut(lines.get(at + 1)) : line;
                });
    }

    private static String cut(String line) {
        return line.length() > PASSAGE ? line.substring(0, PASSAGE) : line;
    }

    /** What says most stands first: words of vault and sign-in, the provider's code, other words, HTTP, the server's message. */
    List<Clue> found() {
        var numbers = new Numbers(knowledge, text);
        List<Clue> found = new ArrayList<>();
        phrases(ForeignPhrase.Source.ENTRA, ForeignPhrase.Source.VAULT, ForeignPhrase.Source.KEYTURN)
                .forEach(found::add);
        codes.stream().map(this::code).forEach(found::add);
        symbols().filter(one -> !found.contains(one)).forEach(found::add);
        phrases(ForeignPhrase.Source.NETWORK, ForeignPhrase.Source.WINDOWS, ForeignPhrase.Source.SQL)
                .forEach(found::add);
        statuses(StatusCode.Kind.HTTP, numbers.http()).forEach(found::add);
        messages.stream().map(Clue.OfMessage::new).forEach(found::add);
        statuses(StatusCode.Kind.INSTALLER, numbers.installer()).forEach(found::add);
        return found.stream().distinct().toList();
    }

    private Clue code(int number) {
        return knowledge
                .code(number)
                .filter(maker::uses)
                .<Clue>map(Clue.OfCode::new)
                .orElseGet(() ->
                        maker.microsoft() ? new Clue.UndocumentedCode(number) : new Clue.ForeignCode(number, maker));
    }

    private Stream<Clue> symbols() {
        Set<String> words = WORD.matcher(text)
                .results()
                .map(match -> match.group().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return knowledge.codes().values().stream()
                .filter(code -> maker.uses(code) && words.contains(code.symbol().toLowerCase(Locale.ROOT)))
                .map(Clue.OfCode::new);
    }

    private Stream<Clue> phrases(ForeignPhrase.Source... sources) {
        return Arrays.stream(sources)
                .flatMap(source -> knowledge.phrases().stream()
                        .filter(phrase -> phrase.source() == source)
                        .filter(phrase -> lower.contains(phrase.phrase().toLowerCase(Locale.ROOT)))
                        .map(Clue.OfPhrase::new));
    }

    private Stream<Clue> statuses(StatusCode.Kind kind, List<Integer> numbers) {
        return numbers.stream()
                .flatMap(number -> knowledge.statuses(number).stream())
                .filter(status -> status.kind() == kind)
                .map(Clue.OfStatus::new);
    }

    /** By number, and those that an error log names by their words alone; in the order of the text. */
    private List<ServerMessage> messages(List<Integer> numbers) {
        Stream<ServerMessage> byWords = knowledge.messages().values().stream()
                .filter(message -> lower.contains(message.phrase().toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparingInt(
                        message -> lower.indexOf(message.phrase().toLowerCase(Locale.ROOT))));
        return Stream.concat(numbers.stream().flatMap(number -> knowledge.message(number).stream()), byWords)
                .distinct()
                .toList();
    }

    /** The one that is named first. */
    private Maker maker(List<Maker> makers) {
        record Named(Maker maker, int at) {}
        Optional<Named> first = makers.stream()
                .flatMap(one -> one.words().stream().map(word -> new Named(one, lower.indexOf(word))))
                .filter(named -> named.at() >= 0)
                .min(Comparator.comparingInt(Named::at));
        return first.map(Named::maker).orElse(Maker.UNSAID);
    }
}
