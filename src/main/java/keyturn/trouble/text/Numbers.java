package keyturn.trouble.text;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.trouble.Knowledge;
import keyturn.trouble.ServerMessage;

/** The numbers in a text and what each stands for, by the words around it. Each pattern takes time in proportion to the text. */
final class Numbers {

    /** SQL Server in its languages: {@code Msg 33049, Level 16}, {@code Error: 33028, Severity: 16}. */
    private static final Pattern AFTER_WORD = Pattern.compile(
            "(?i)(?:\\bmsg\\.?|\\bmeldung|\\bfehler|\\berror|\\berreur|\\bmens\\.|\\bmensaje|\\bmensagem|\\bmessaggio"
                    + "|\\bmessage|メッセージ|消息|메시지|\\bsqlerror|\\bnumber|\\berrornumber)[ \\t]{0,3}[:=#]?[ \\t]{0,3}(\\d{3,5})\\b");

    /** Numbers that stand for themselves: hardly anything else in such a text is called 33049. */
    private static final Pattern ALONE = Pattern.compile("(?<![\\d.,:x-])(33[01]\\d\\d|375[67]\\d)(?![\\d.:-]*\\d)");

    private static final Pattern CODE = Pattern.compile(
            "(?i)(?:provider error code|anbieterfehlercode|fehlercode des anbieters|code d.erreur du fournisseur"
                    + "|c[oó]digo de error del proveedor|c[oó]digo de erro do provedor|codice di errore del provider"
                    + "|プロバイダー? ?エラー ?コード|提供程序错误代码|공급자 오류 코드)[ \\u00a0]{0,2}[:：]?[ \\u00a0]{0,3}(\\d{1,5})\\b");

    /** As people write of a code, without saying whose. */
    private static final Pattern LOOSE = Pattern.compile(
            "(?i)(?<!exit )(?<!exit)(?<!status )\\b(?:error[ -]?code|errorcode|code|returned|error)[ \\t]{0,2}[:=#]?[ \\t]{0,2}(\\d{4})\\b");

    /** The code at the end of the sentence, in languages that are not listed. */
    private static final Pattern LAST = Pattern.compile("[:：] {0,3}(\\d{1,5})\\.(?: {0,3}\\(|\\s|$)");

    /** Number, severity and state, and nothing else: the line above the text of an error in a log, in any language. */
    private static final Pattern HEAD =
            Pattern.compile("(?<![\\d.:-])\\d{3,5}\\D{1,30}(?<![\\d.])\\d{1,2}\\D{1,30}(?<![\\d.])\\d{1,3}[.。]?\\s*$");

    private static final Pattern HTTP = Pattern.compile(
            "(?i)(?:\\bhttp(?:/\\d(?:\\.\\d)?)?[ :=]{1,3}|status(?: ?code)?[^\\d\\n]{1,6}|responded |error[: ]{1,2}\\()(4\\d\\d|5\\d\\d)\\b"
                    + "|\\((40[1347]|429|50[0-4])\\)|\\b(40[1347]|429|50[0-4]) (?:unauthorized|forbidden|not found|too many"
                    + "|internal|bad|service|gateway)");

    private static final Pattern INSTALLER = Pattern.compile(
            "(?i)(?:msiexec|installer|installation|mainenginethread|exit ?code|\\.msi\\b|exited with)[^\\n]{0,80}?\\b(16\\d\\d|3010)\\b");

    private static final int CODE_LINE = 2_000;

    private final Knowledge knowledge;
    private final String text;

    Numbers(Knowledge knowledge, String text) {
        this.knowledge = knowledge;
        this.text = text;
    }

    /** Numbers of known messages, in the order of the text. */
    List<Integer> messages() {
        Set<At> places = new TreeSet<>();
        for (Pattern pattern : List.of(AFTER_WORD, ALONE)) {
            Matcher match = pattern.matcher(text);
            while (match.find()) {
                int number = Integer.parseInt(match.group(1));
                knowledge.message(number).ifPresent(known -> places.add(new At(match.start(1), number)));
            }
        }
        return places.stream().map(At::number).distinct().toList();
    }

    /** Codes that a provider returned. Where no language is recognised, the last number of a sentence that must have one. */
    List<Integer> codes(List<ServerMessage> said) {
        List<Integer> named = all(CODE);
        if (!named.isEmpty()) {
            return named;
        }
        List<Integer> loose = all(LOOSE).stream()
                .filter(number -> knowledge.code(number).isPresent()
                        && knowledge.message(number).isEmpty())
                .toList();
        if (!loose.isEmpty()) {
            return loose;
        }
        return said.stream().anyMatch(one -> BEARERS.contains(one.number())) ? last() : List.of();
    }

    private List<Integer> last() {
        return text.lines()
                .map(line -> line.length() > CODE_LINE ? line.substring(0, CODE_LINE) : line)
                .filter(line -> !HEAD.matcher(line).find())
                .flatMap(line -> LAST.matcher(line).results())
                .map(match -> Integer.parseInt(match.group(1)))
                .distinct()
                .toList();
    }

    /** Messages that end with a code of the provider. */
    private static final Set<Integer> BEARERS = Set.of(33022, 33028, 33029, 33035, 33037, 33039, 33049, 33051, 33089);

    List<Integer> http() {
        return HTTP.matcher(text)
                .results()
                .map(match -> match.group(1) != null
                        ? match.group(1)
                        : match.group(2) != null ? match.group(2) : match.group(3))
                .map(Integer::parseInt)
                .distinct()
                .toList();
    }

    List<Integer> installer() {
        return all(INSTALLER);
    }

    private List<Integer> all(Pattern pattern) {
        return pattern.matcher(text)
                .results()
                .map(match -> Integer.parseInt(match.group(1)))
                .distinct()
                .toList();
    }

    private record At(int at, int number) implements Comparable<At> {
        @Override
        public int compareTo(At other) {
            return Integer.compare(at, other.at);
        }
    }
}
