package keyturn.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServerAddressTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SQL01 | SQL01",
                "SQL01\\FIN | SQL01\\FIN",
                "127.0.0.1,32867 | 127.0.0.1,32867",
                "127.0.0.1:32867 | 127.0.0.1,32867",
                "tcp:sql01.contoso.com:1434 | sql01.contoso.com,1434",
                "SQL01\\FIN:1434 | SQL01\\FIN,1434",
                "fe80::1 | fe80::1",
                "fe80::1,1434 | fe80::1,1434"
            })
    void anAddressIsReadAsToolsWriteIt(String typed, String read) {
        assertEquals(read, ServerAddress.parse(typed).toString());
    }

    @Test
    void aPortThatIsNoneIsRefused() {
        assertThrows(InvalidValue.class, () -> ServerAddress.parse("SQL01:99999"));
        assertThrows(InvalidValue.class, () -> ServerAddress.parse("SQL01,port"));
    }
}
