package keyturn.sql;

import java.security.cert.CertificateException;

/** The server shows another certificate than the one that is trusted for it. */
final class OtherCertificate extends CertificateException {

    private static final long serialVersionUID = 1L;

    OtherCertificate(String message) {
        super(message);
    }
}
