package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the log keeps of a statement with a secret in it. */
final class SecretMaskTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            SECRET = 'hush' FOR X                     | SECRET = '***' FOR X
            secret=N'hu''sh', y                       | secret='***', y
            SECRET = '''hush'                         | SECRET = '***'
            SECRET = 'hush'''                         | SECRET = '***'
            SECRET = '', IDENTITY = 'a'               | SECRET = '***', IDENTITY = 'a'
            SECRET /* x */ = -- y                     | SECRET /* x */ = -- y
            SECRET /* x */ = /* y */ 'hush'           | SECRET /* x */ = /* y */ '***'
            SECRET 'hush'                             | SECRET '***'
            PASSWORD = "hush"                         | PASSWORD = '***'
            PASSWORD = 0xABCD HASHED                  | PASSWORD = '***' HASHED
            PASSWORD = 'hush' OLD_PASSWORD = 'quiet'  | PASSWORD = '***' OLD_PASSWORD = '***'
            EXEC('c SECRET = ''hush'' d')             | EXEC('c SECRET = '***' d')
            EXEC('c SECRET = ''hush''')               | EXEC('c SECRET = '***'')
            EXEC('c SECRET = ''''''hush'' d')         | EXEC('c SECRET = '***' d')
            EXEC('EXEC(''c SECRET = ''''hush'''' d'')') | EXEC('EXEC(''c SECRET = '***' d'')')
            SELECT 'secret' AS x                      | SELECT 'secret' AS x
            SECRET =                                  | SECRET =
            SECRET /*                                 | SECRET /*
            SECRETS = 'open'                          | SECRETS = 'open'
            SECRET = 'hush                            | SECRET = '***'
            MEDIAPASSWORD = 'hush'                    | MEDIAPASSWORD = '***'
            KEY_SOURCE = 'hush', X = 'y'              | KEY_SOURCE = '***', X = 'y'
            EXEC sp_addlogin N'a', 'hush'; PRINT 'b'  | EXEC sp_addlogin '***', '***'; PRINT 'b'
            EXEC sp_addlogin @passwd = 0x68, @x = 1   | EXEC sp_addlogin @passwd = '***', @x = 1
            EXEC sp_password NULL, "hush"             | EXEC sp_password NULL, '***'
            EXEC sp_setapprole 'a', 'hush'            | EXEC sp_setapprole '***', '***'
            sp_addlinkedsrvlogin @rmtpassword='hush'  | sp_addlinkedsrvlogin @rmtpassword='***'
            FROM OPENROWSET('a', 's';'hush', 'x') z   | FROM OPENROWSET('***', '***';'***', '***') z
            """)
    void theLiteralBehindTheWordIsMasked(String text, String masked) {
        assertEquals(masked, SecretMask.masked(text));
    }

    @Test
    void noSecretComesThroughHoweverItIsQuoted() {
        for (int quotes = 0; quotes < 5; quotes++) {
            String secret = "hush" + "'".repeat(quotes) + "quiet" + "'".repeat(4 - quotes);
            String text = "SECRET = '" + secret.replace("'", "''") + "'";
            for (int depth = 0; depth < 4; depth++) {
                String masked = SecretMask.masked(text);
                assertFalse(masked.contains("hush") || masked.contains("quiet"), masked);
                text = "EXEC('" + text.replace("'", "''") + "')";
            }
        }
    }

    @Test
    void longGapsAreNoTrouble() {
        String gap = " /* x */ ".repeat(100_000);
        assertEquals("SECRET" + gap + "=" + gap + "'***'", SecretMask.masked("SECRET" + gap + "=" + gap + "'hush'"));
        String open = "SECRET = ".repeat(100_000);
        assertEquals(open, SecretMask.masked(open));
    }
}
