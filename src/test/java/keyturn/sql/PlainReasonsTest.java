package keyturn.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.security.cert.CertPathBuilderException;
import java.sql.SQLException;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.ServerAddress;
import keyturn.tools.BesideOthers;
import org.ietf.jgss.GSSException;
import org.junit.jupiter.api.Test;

/** Why a sign-in failed is said without the names of Java's classes. */
@BesideOthers
final class PlainReasonsTest {

    private static final ServerAddress SERVER = ServerAddress.parse("SQL01");

    @Test
    void kerberosSaysWhatItLacks() {
        var why = new GSSException(GSSException.BAD_NAME, 1, "KrbException: Cannot locate default realm");
        var failure = new SQLException("Integrated authentication failed.", "08S01", why);
        String detail = SqlProblems.atOpening(failure, SERVER).detail().orElseThrow();
        assertEquals("Invalid name provided: Cannot locate default realm (SQLState 08S01)", detail);
    }

    @Test
    void anUnknownIssuerIsNamedSo() {
        var why = new CertPathBuilderException("unable to find valid certification path to requested target");
        var failure = new SQLException("The driver could not establish a secure connection.", "08S01", why);
        assertEquals(
                Optional.of(Message.of("sql.certificate.path").text() + " (SQLState 08S01)"),
                SqlProblems.atOpening(failure, SERVER).detail());
    }
}
