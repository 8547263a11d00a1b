package keyturn.practice.tsql.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import keyturn.practice.tsql.syntax.Token.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class LexerTest {

    static Stream<Arguments> singleTokens() {
        return Stream.of(
                Arguments.of("select", Kind.WORD, "select"),
                Arguments.of("#temp$1", Kind.WORD, "#temp$1"),
                Arguments.of("prénom", Kind.WORD, "prénom"),
                Arguments.of("[a]]b [c]", Kind.QUOTED, "a]b [c"),
                Arguments.of("\"a\"\"b\"", Kind.QUOTED, "a\"b"),
                Arguments.of("'it''s'", Kind.STRING, "it's"),
                Arguments.of("''", Kind.STRING, ""),
                Arguments.of("n'x--y'", Kind.NATIONAL_STRING, "x--y"),
                Arguments.of("@x", Kind.VARIABLE, "@x"),
                Arguments.of("@", Kind.VARIABLE, "@"),
                Arguments.of("@@version", Kind.GLOBAL, "@@version"),
                Arguments.of("42", Kind.INTEGER, "42"),
                Arguments.of("5.", Kind.DECIMAL, "5."),
                Arguments.of(".5", Kind.DECIMAL, ".5"),
                Arguments.of("1e3", Kind.FLOAT, "1e3"),
                Arguments.of("1.5E-3", Kind.FLOAT, "1.5E-3"),
                Arguments.of("1e", Kind.FLOAT, "1e"),
                Arguments.of("$12.5", Kind.MONEY, "$12.5"),
                Arguments.of("€3", Kind.MONEY, "€3"),
                Arguments.of("0x0aFF", Kind.BINARY, "0x0aFF"),
                Arguments.of("0x", Kind.BINARY, "0x"),
                Arguments.of("+=", Kind.SYMBOL, "+="),
                Arguments.of("::", Kind.SYMBOL, "::"));
    }

    @ParameterizedTest
    @MethodSource("singleTokens")
    void aTokenHasAKindAndItsTextWithoutQuotes(String sql, Kind kind, String text) {
        var tokens = Lexer.tokens(sql, true);
        assertEquals(List.of(new Token(kind, text, 1), new Token(Kind.END, "", 1)), tokens);
    }

    @Test
    void doubleQuotesHoldAStringWhereTheSessionSaysSo() {
        assertEquals(
                new Token(Kind.STRING, "a\"b", 1),
                Lexer.tokens("\"a\"\"b\"", false).getFirst());
    }

    @Test
    void numbersAndWordsNeedNoBlankBetween() {
        assertEquals(List.of("1", "a", "0x1F", "g", ""), texts("1a 0x1Fg"));
    }

    @Test
    void comparisonOperatorsComeOneCharacterAToken() {
        assertEquals(List.of("a", "<", ">", "b", "!", "=", "c", ""), texts("a<>b!=c"));
    }

    @Test
    void commentsAreBlanksAndThoseInBlocksNest() {
        assertEquals(List.of("a", "b", "c", ""), texts("a--x 'y\nb/* /* ' */ -- */c"));
    }

    @Test
    void everyTokenKnowsTheLineItBeginsOn() {
        var tokens = Lexer.tokens("a\r\n'b\nc' /*\n\n*/ [d\n] e", true);
        assertEquals(List.of(1, 2, 5, 6, 6), tokens.stream().map(Token::line).toList());
    }

    @Test
    void aQuoteThatNeverClosesIsToldOnlyByTheLastToken() {
        var tokens = Lexer.tokens("a\n'b", true);
        assertEquals(new Token(Kind.WORD, "a", 1), tokens.getFirst());
        var fault = tokens.getLast().fault().orElseThrow();
        assertEquals(105, fault.number());
        assertEquals(2, fault.line());
    }

    @Test
    void wordsOfTheProviderGrammarAreNamesExceptFile() {
        for (String word : List.of("provider", "Cryptographic", "ENABLE", "name", "value", "state", "path", "offset")) {
            assertFalse(Keywords.isReserved(word), word);
        }
        assertTrue(Keywords.isReserved("File"));
    }

    private static List<String> texts(String sql) {
        return Lexer.tokens(sql, true).stream().map(Token::text).toList();
    }
}
