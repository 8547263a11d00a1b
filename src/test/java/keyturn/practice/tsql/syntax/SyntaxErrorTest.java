package keyturn.practice.tsql.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import keyturn.practice.tsql.SqlError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SyntaxErrorTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            select * from                            | 102 | 1 | from
            select * from t where                    | 102 | 1 | where
            select a,, b from t                      | 102 | 1 | ,
            select 1~from t~where x = = 3            | 102 | 3 | =
            select a from t [b] [c]                  | 102 | 1 | c
            select 1 from 'abc'                      | 102 | 1 | abc
            select a from t where (a = 1             | 102 | 1 | 1
            select a from t where a = 1)             | 102 | 1 | )
            select (a = 1)                           | 102 | 1 | =
            select top @n a from t                   | 102 | 1 | @n
            select * from (select 1 a)               | 102 | 1 | )
            select ?                                 | 102 | 1 | ?
            create cryptographic provider p~from 'x' | 102 | 2 | x
            alter cryptographic provider p           | 102 | 1 | p
            backup database x to disk 'a'            | 102 | 1 | a
            select 1; sp_who                         | 102 | 1 | sp_who
            commit x                                 | 102 | 1 | x
            create credential c with identity~= x    | 102 | 2 | x
            create credential c with identity = 'i'~secret = 's' | 102 | 2 | secret
            alter login l~; add credential c         | 102 | 2 | ;
            create login l with password = @p        | 102 | 1 | @p
            alter cryptographic provider p~from file = 'x' enable | 102 | 2 | enable
            alter login l with sid = 0x01            | 102 | 1 | sid
            create asymmetric key k from provider p  | 102 | 1 | p
            create asymmetric key k from provider p with~creation_disposition = opened | 102 | 2 | opened
            create database encryption key with~algorithm = rsa_2048 encryption by server asymmetric key k | 102 | 2 | rsa_2048
            alter database encryption key regenerate~ | 102 | 1 | regenerate
            alter database x set encryption          | 102 | 1 | encryption
            if 1 = 1                                 | 102 | 1 | 1
            """)
    void theTokenWhereReadingFailedIsNamed(String sql, int number, int line, String text) {
        assertFault(sql, number, line, "Incorrect syntax near '" + text + "'.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            select * from Where                           | 1 | Where
            from t                                        | 1 | from
            select~1~END                                  | 3 | END
            alter cryptographic provider p~set enabled = 0| 2 | set
            select user from user                         | 1 | user
            alter credential c with~key = 1               | 2 | key
            create login l from~user                      | 2 | user
            create database encryption key~by             | 2 | by
            alter login l with password = 'a',~public     | 2 | public
            declare @x int = 1~else select 2              | 2 | else
            """)
    void aReservedWordIsCalledAKeyword(String sql, int line, String word) {
        assertFault(sql, 156, line, "Incorrect syntax near the keyword '" + word + "'.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            create certificate x with subject = 'a' | certificate
            select 1 waitfor (receive top (1) * from q) | (
            select a from t for json path          | json
            print 1 throw 50000, 'x', 1            | throw
            begin print 1 throw end                | throw
            backup certificate c to file = 'x'     | certificate
            """)
    void whatTheRangeDoesNotKnowIsRefusedAtItsTellingWord(String sql, String text) {
        assertFault(sql, 102, 1, "Incorrect syntax near '" + text + "'.");
    }

    @Test
    void openEndsAreTold() {
        assertFault("select 1~'ab''c~d", 105, 2, "Unclosed quotation mark after the character string 'ab'c\nd'.");
        assertFault("select [a", 105, 1, "Unclosed quotation mark after the character string 'a'.");
        assertFault("select 1 /* /* */", 113, 1, "Missing end comment mark '*/'.");
    }

    @Test
    void anEarlierFaultComesBeforeAnOpenQuote() {
        assertFault("select from 'a", 156, 1, "Incorrect syntax near the keyword 'from'.");
    }

    @Test
    void longNamesAreRefused() {
        String name = "x".repeat(129);
        assertFault(
                "select ~[" + name + "]",
                103,
                2,
                "The identifier that starts with '" + "x".repeat(128) + "' is too long. Maximum length is 128.");
        Parser.parse("select [" + "x".repeat(128) + "]", true);
    }

    @Test
    void withNeedsASemicolonBeforeIt() {
        var error = fault("select 1~with a as (select 1 x) select * from a");
        assertEquals(319, error.number());
        assertEquals(2, error.line());
        Parser.parse("select 1; with a as (select 1 x) select * from a", true);
        Parser.parse("begin with a as (select 1 x) select * from a end", true);
    }

    @Test
    void aValueWhereAConditionMustStandIs4145() {
        String text = "An expression of non-boolean type specified in a context where a condition is expected, near '";
        assertFault("if @x print 1", 4145, 1, text + "print'.");
        assertFault("select a from t where a", 4145, 1, text + "a'.");
        assertFault("select a from t where a~or b = 1", 4145, 2, text + "or'.");
    }

    @Test
    void unknownOptionsAreNamed() {
        assertFault("backup log x to disk = 'a' with foo", 155, 1, "'foo' is not a recognized BACKUP option.");
        assertFault("set foo on", 195, 1, "'foo' is not a recognized SET option.");
        assertFault("create foo x", 343, 1, "Unknown object type 'foo' used in a CREATE, DROP, or ALTER statement.");
    }

    @Test
    void orderInsideAQueryNeedsAReason() {
        assertEquals(1033, fault("select * from (select 1 a order by a) d").number());
        Parser.parse("select * from (select top 1 1 a order by a) d", true);
        Parser.parse("select (select 1 a order by a for xml path(''))", true);
    }

    @Test
    void nestingBeyondReasonIsAnErrorNotACrash() {
        assertEquals(191, fault("select " + "(".repeat(100_000)).number());
        assertEquals(191, fault("select " + "- ".repeat(100_000) + "1").number());
        assertEquals(
                191, fault("select 1 where " + "not ".repeat(100_000) + "1 = 1").number());
        assertEquals(191, fault("begin ".repeat(100_000)).number());
        assertEquals(191, fault("select 1 from " + "(".repeat(100_000)).number());
        assertEquals(191, fault("(".repeat(100_000) + "select 1").number());
        assertEquals(191, fault("select " + "case when 1 = ".repeat(100_000)).number());
        Parser.parse("select " + "(".repeat(100) + "1" + ")".repeat(100), true);
    }

    private static void assertFault(String sql, int number, int line, String text) {
        var error = fault(sql);
        assertEquals(text, error.text(), sql);
        assertEquals(number, error.number(), sql);
        assertEquals(line, error.line(), sql);
        assertEquals(15, error.severity(), sql);
        assertTrue(error.state() > 0);
    }

    /** The tilde stands for a line break. */
    private static SqlError fault(String sql) {
        return assertThrows(SqlError.class, () -> Parser.parse(sql.replace('~', '\n'), true), sql);
    }
}
