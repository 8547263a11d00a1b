package keyturn.practice.vault;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * Where new key pairs come from. The first of a range are those that come with the program, since making one takes up to
 * a second, and a scenario shall have the same keys each time; they protect nothing, being known to everybody.
 */
public final class Materials {

    private static final List<String> POOL = pool();
    private static final BigInteger EXPONENT = BigInteger.valueOf(65537);

    private final Map<Integer, Integer> taken = new HashMap<>();

    /** Lines of bits, and the two primes of a key. */
    private static List<String> pool() {
        try (InputStream in = Objects.requireNonNull(Materials.class.getResourceAsStream("rsa-keys.tsv"));
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))) {
            return reader.lines().filter(l -> !l.startsWith("#")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another RSA key. */
    public synchronized KeyMaterial rsa(int bits) {
        int number = taken.merge(bits, 1, Integer::sum);
        String start = bits + "\t";
        List<String> fitting = POOL.stream().filter(l -> l.startsWith(start)).toList();
        return number <= fitting.size()
                ? new KeyMaterial(() -> read(fitting.get(number - 1)))
                : new KeyMaterial(() -> generated("RSA", bits));
    }

    /** Another key of an elliptic curve: P-256, P-384, P-521. */
    public static KeyMaterial curve(int bits) {
        return new KeyMaterial(() -> generated("EC", bits));
    }

    /** By a thread of its own, as it takes seconds: a virtual one would keep a processor from all the others meanwhile. */
    private static KeyPair generated(String kind, int bits) {
        CompletableFuture<KeyPair> pair = new CompletableFuture<>();
        Thread.ofPlatform()
                .daemon()
                .name("practice-key-maker")
                .start(() -> pair.completeAsync(() -> made(kind, bits), Runnable::run));
        return pair.join();
    }

    private static KeyPair made(String kind, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            if (kind.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp" + bits + "r1"));
            } else {
                generator.initialize(bits);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair read(String line) {
        String[] parts = line.split("\t");
        return pair(number(parts[1]), number(parts[2]), EXPONENT);
    }

    private static BigInteger number(String base64) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
    }

    /** An RSA key by its primes. */
    static KeyPair pair(BigInteger p, BigInteger q, BigInteger e) {
        BigInteger one = BigInteger.ONE;
        BigInteger n = p.multiply(q);
        BigInteger d = e.modInverse(p.subtract(one).multiply(q.subtract(one)));
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            return new KeyPair(
                    factory.generatePublic(new RSAPublicKeySpec(n, e)),
                    factory.generatePrivate(new RSAPrivateCrtKeySpec(
                            n, e, d, p, q, d.mod(p.subtract(one)), d.mod(q.subtract(one)), q.modInverse(p))));
        } catch (GeneralSecurityException f) {
            throw new IllegalStateException(f);
        }
    }
}
