package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The proxy that the environment names. */
@BesideOthers
final class SystemProxyTest {

    @ParameterizedTest
    @CsvSource({
        "HTTPS_PROXY, http://proxy.example:3128, proxy.example, 3128",
        "https_proxy, proxy.example:8080, proxy.example, 8080",
        "HTTPS_PROXY, http://somebody:secret@proxy.example, proxy.example, 80"
    })
    void isTakenAsOtherProgramsTakeIt(String name, String value, String host, String port) {
        Map<String, String> found = SystemProxy.properties(Map.of(name, value, "NO_PROXY", "sql01, .corp.example"));
        assertEquals(
                Map.of(
                        "https.proxyHost",
                        host,
                        "https.proxyPort",
                        port,
                        "http.nonProxyHosts",
                        "sql01|*.sql01|corp.example|*.corp.example"),
                found);
    }

    @ParameterizedTest
    @CsvSource({"HTTPS_PROXY, ''", "HTTPS_PROXY, 'not an address'", "HTTP_PROXY, http://other.example:1"})
    void isNoneWhereNoneIsNamed(String name, String value) {
        assertEquals(Map.of(), SystemProxy.properties(Map.of(name, value)));
    }
}
