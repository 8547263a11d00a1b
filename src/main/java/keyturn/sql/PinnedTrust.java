package keyturn.sql;

import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import javax.net.ssl.X509TrustManager;
import keyturn.domain.reach.CertificatePin;

/** Trusts one certificate. The driver makes one of these itself, by the class's name and one text: the thumbprint. */
public final class PinnedTrust implements X509TrustManager {

    private final CertificatePin pin;

    /** @param sha256 as in {@link CertificatePin} */
    public PinnedTrust(String sha256) {
        this.pin = new CertificatePin(sha256);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        CertificatePin shown = CertificatePin.of(chain[0]);
        if (!shown.equals(pin)) {
            throw new OtherCertificate("trusted: SHA-256 " + pin.shown() + "; shown: SHA-256 " + shown.shown());
        }
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String kind) throws CertificateException {
        throw new CertificateException("nobody signs in here");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
