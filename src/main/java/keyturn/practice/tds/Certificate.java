package keyturn.practice.tds;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.spec.PBEParameterSpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A self-made certificate for this machine's own loopback (localhost, 127.0.0.1, ::1), with its key in memory only.
 * Who wants to trust the range trusts exactly this certificate; its subject says that it is practice.
 */
public final class Certificate {

    private static final String SUBJECT = "Keyturn PRACTICE";
    private static final String COMMON_NAME = "2.5.4.3";
    private static final String ECDSA_SHA256 = "1.2.840.10045.4.3.2";
    private static final String ALTERNATIVE_NAMES = "2.5.29.17";
    private static final int DNS_NAME = 0x82;
    private static final int ADDRESS = 0x87;
    private static final Duration CLOCK_DRIFT = Duration.ofHours(1);
    private static final Duration LIFE = Duration.ofDays(825);

    private final X509Certificate certificate;
    /** Never leaves the memory that the key itself is in: ten thousand rounds of a password nobody has would only cost time. */
    private static final String CIPHER = "PBEWithHmacSHA256AndAES_256";

    private final SSLContext tls;

    private Certificate(X509Certificate certificate, SSLContext tls) {
        this.certificate = certificate;
        this.tls = tls;
    }

    /** A new key and a certificate for it, valid from an hour before the given instant. */
    public static Certificate create(Instant now) {
        return create(now, List.of());
    }

    /** @param more DNS names that it speaks for as well */
    public static Certificate create(Instant now, List<String> more) {
        try {
            KeyPairGenerator keys = KeyPairGenerator.getInstance("EC");
            keys.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = keys.generateKeyPair();
            X509Certificate certificate = signed(pair, now, more);
            return new Certificate(certificate, context(pair, certificate));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("This Java makes no P-256 certificate: " + e.getMessage(), e);
        }
    }

    public X509Certificate x509() {
        return certificate;
    }

    /** Proves this certificate to whoever connects; knows nobody else's. */
    public SSLContext tls() {
        return tls;
    }

    /** The certificate without its key, as a trust store or a driver's serverCertificate takes it. */
    public String pem() {
        try {
            String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                    .encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate signed(KeyPair pair, Instant now, List<String> more)
            throws GeneralSecurityException {
        byte[] body = body(pair, now, more);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(pair.getPrivate());
        signature.update(body);
        byte[] whole = Der.sequence(body, Der.sequence(Der.oid(ECDSA_SHA256)), Der.bits(signature.sign()));
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        return (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(whole));
    }

    private static byte[] body(KeyPair pair, Instant now, List<String> more) {
        byte[] name = Der.sequence(Der.set(Der.sequence(Der.oid(COMMON_NAME), Der.text(SUBJECT))));
        Instant from = now.minus(CLOCK_DRIFT);
        return Der.sequence(
                Der.value(0xA0, Der.integer(BigInteger.TWO)),
                Der.integer(new BigInteger(63, new SecureRandom()).add(BigInteger.ONE)),
                Der.sequence(Der.oid(ECDSA_SHA256)),
                name,
                Der.sequence(Der.time(from), Der.time(from.plus(LIFE))),
                name,
                pair.getPublic().getEncoded(),
                Der.value(0xA3, Der.sequence(Der.sequence(Der.oid(ALTERNATIVE_NAMES), Der.octets(names(more))))));
    }

    private static byte[] names(List<String> more) {
        byte[] six = new byte[16];
        six[15] = 1;
        List<byte[]> names = new ArrayList<>();
        names.add(name("localhost"));
        names.add(Der.value(ADDRESS, new byte[] {127, 0, 0, 1}));
        names.add(Der.value(ADDRESS, six));
        more.forEach(each -> names.add(name(each)));
        return Der.sequence(names.toArray(byte[][]::new));
    }

    private static byte[] name(String dns) {
        return Der.value(DNS_NAME, dns.getBytes(StandardCharsets.US_ASCII));
    }

    private static SSLContext context(KeyPair pair, X509Certificate certificate)
            throws GeneralSecurityException, IOException {
        char[] password = {};
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, password);
        store.setEntry(
                "practice",
                new KeyStore.PrivateKeyEntry(pair.getPrivate(), new X509Certificate[] {certificate}),
                new KeyStore.PasswordProtection(password, CIPHER, new PBEParameterSpec(new byte[16], 1)));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
