package keyturn.trouble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.tools.BesideOthers;
import keyturn.trouble.text.Clue;
import keyturn.trouble.text.Explainer;
import keyturn.trouble.text.Explanation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every code and every message is there, is worded, and is found by number, symbol and words. */
@BesideOthers
final class KnowledgeTest {

    private static final Knowledge KNOWN = Knowledge.all();
    private static final Explainer EXPLAINER = new Explainer(KNOWN);

    /** Messages that a DBA of such a server may meet (document: sys.messages). */
    private static final String MESSAGES =
            "33022-33040 33042-33058 33080-33085 33087-33091 33101-33128 33145 33183-33185 37563 37576 15151 15208 15209 15247"
                    + " 15282 15352 15466 15559 15580 9001 3314 3013 5069 945";

    static Stream<ProviderCode> codes() {
        return KNOWN.codes().values().stream();
    }

    static Stream<Integer> messages() {
        return Arrays.stream(MESSAGES.split(" ")).flatMap(range -> {
            List<Integer> ends =
                    Arrays.stream(range.split("-")).map(Integer::valueOf).toList();
            return Stream.iterate(ends.getFirst(), number -> number <= ends.getLast(), number -> number + 1);
        });
    }

    @Test
    void all146CodesAreThereInTheirGenerations() {
        assertEquals(146, KNOWN.codes().size());
        assertEquals(
                Set.of(Generation.values()),
                Set.copyOf(codes().map(ProviderCode::generation).toList()));
    }

    @ParameterizedTest
    @MethodSource("codes")
    void aCodeIsFoundByNumberSymbolAndWords(ProviderCode code) {
        assertFound(new Clue.OfCode(code), String.valueOf(code.number()));
        assertFound(new Clue.OfCode(code), "Provider error code: " + code.number() + ".");
        assertFound(new Clue.OfCode(code), code.symbol());
        assertFound(new Clue.OfCode(code), words(code));
        assertFalse(code.meaning().text().isBlank());
        assertFalse(code.causes().isEmpty());
    }

    /** What somebody types who remembers what a code means. */
    private static String words(ProviderCode code) {
        return Stream.of(code.meaning().text().split("[^\\p{L}]+"))
                .filter(word -> word.length() > 3)
                .limit(6)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageIsFoundByNumberAndByTheWordsOfItsText(int number) {
        ServerMessage message = KNOWN.message(number).orElseThrow();
        assertFound(new Clue.OfMessage(message), "Msg " + number + ", Level 16, State 1");
        assertFound(new Clue.OfMessage(message), "xx " + message.phrase() + " yy");
        assertFalse(message.meaning().text().isBlank());
        assertFalse(message.causes().isEmpty());
    }

    @Test
    void wordsOfTheMeaningLeadToTheCode() {
        assertTrue(found("decrypting encryption json").contains(new Clue.OfCode(code(3707))));
        assertTrue(found("registry write").stream().anyMatch(new Clue.OfCode(code(2058))::equals));
        assertEquals(
                RootCause.SECRET_EXPIRED,
                EXPLAINER.explain("secret expired").causes().getFirst());
    }

    @Test
    void everyCauseCheckAndVerdictIsKnownAndWorded() {
        for (RootCause cause : RootCause.values()) {
            assertEquals(cause, KNOWN.entry(cause).cause());
            assertFalse(cause.title().text().endsWith("."), cause.slug());
            assertTrue(cause.fix().text().endsWith("."), cause.slug());
        }
        for (CheckName check : CheckName.values()) {
            assertFalse(check.title().text().isBlank());
        }
    }

    @Test
    void aNumberThatTwoProgramsHaveIsShownAsBoth() {
        Explanation both = EXPLAINER.explain("3010");
        assertEquals(2, both.found().size());
        assertTrue(both.causes().containsAll(List.of(RootCause.SECRET_EXPIRED, RootCause.INSTALL_REBOOT)));
    }

    private static ProviderCode code(int number) {
        return KNOWN.code(number).orElseThrow();
    }

    private static List<Clue> found(String text) {
        return EXPLAINER.explain(text).found();
    }

    private static void assertFound(Clue expected, String text) {
        assertTrue(found(text).contains(expected), () -> text + " finds " + found(text));
    }
}
