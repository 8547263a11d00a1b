package keyturn.practice.directory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import keyturn.practice.web.Json;

/**
 * Makes tokens (RS256) and looks at those that come back. As with the real directory, whose tenants share their signing keys, all
 * ranges of a process have one; it is made when first needed, since that takes up to a second, and ends with the process.
 */
public final class Tokens {

    static final Duration LIFE = Duration.ofMinutes(60);
    private static final String KEY_ID = "practice-signing-key";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final Clock clock;
    private final Map<String, Instant> signIns = new ConcurrentHashMap<>();

    public Tokens(Clock clock) {
        this.clock = clock;
    }

    /** Somebody signs in with this secret now. */
    void signedIn(ClientSecret secret) {
        signIns.put(secret.id(), clock.instant());
    }

    Optional<Instant> lastSignIn(ClientSecret secret) {
        return Optional.ofNullable(signIns.get(secret.id()));
    }

    /** A token that is none, and why. */
    public static final class BadToken extends Exception {
        private static final long serialVersionUID = 1;

        private final boolean expired;

        BadToken(String why, boolean expired) {
            super(why);
            this.expired = expired;
        }

        /** It was good once. */
        public boolean expired() {
            return expired;
        }
    }

    private static KeyPair keys() {
        return Signing.PAIR.join();
    }

    private static final class Signing {

        /**
         * Made by a thread of its own: sessions and doors run on virtual threads, of which as many run at a time as the machine
         * has processors, and whoever makes a key, or waits for a class that does, holds one of those places for seconds.
         */
        static final CompletableFuture<KeyPair> PAIR = new CompletableFuture<>();

        static {
            Thread.ofPlatform()
                    .daemon()
                    .name("practice-signing-key")
                    .start(() -> PAIR.completeAsync(Signing::pair, Runnable::run));
        }

        private static KeyPair pair() {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                return generator.generateKeyPair();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** The public half, as the directory publishes it. */
    ObjectNode published() {
        RSAPublicKey key = (RSAPublicKey) keys().getPublic();
        ObjectNode set = Json.object();
        set.putArray("keys")
                .addObject()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("kid", KEY_ID)
                .put("n", unsigned(key.getModulus()))
                .put("e", unsigned(key.getPublicExponent()));
        return set;
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        int from = bytes[0] == 0 && bytes.length > 1 ? 1 : 0;
        return BASE64.encodeToString(java.util.Arrays.copyOfRange(bytes, from, bytes.length));
    }

    /** A token for a resource. */
    String access(Tenant tenant, Application application, Optional<Person> person, String audience) {
        ObjectNode claims = dated(tenant.issuer(), audience)
                .put("appid", application.clientId())
                .put("appidacr", person.isPresent() ? "0" : "1")
                .put("idp", tenant.issuer())
                .put("tid", tenant.id())
                .put("ver", "1.0");
        if (person.isPresent()) {
            claims.put("oid", person.get().id())
                    .put("sub", person.get().id())
                    .put("idtyp", "user")
                    .put("name", person.get().name())
                    .put("upn", person.get().userName())
                    .put("scp", "user_impersonation");
        } else {
            claims.put("oid", application.principalId())
                    .put("sub", application.principalId())
                    .put("idtyp", "app");
        }
        return signed(claims);
    }

    /** Tells an application who signed in. */
    String identity(Tenant tenant, Application application, Person person, String authority) {
        return signed(dated(authority + "/" + tenant.id() + "/v2.0", application.clientId())
                .put("oid", person.id())
                .put("sub", person.id())
                .put("tid", tenant.id())
                .put("name", person.name())
                .put("preferred_username", person.userName())
                .put("ver", "2.0"));
    }

    private ObjectNode dated(String issuer, String audience) {
        long now = clock.instant().getEpochSecond();
        return Json.object()
                .put("aud", audience)
                .put("iss", issuer)
                .put("iat", now)
                .put("nbf", now)
                .put("exp", now + LIFE.toSeconds());
    }

    private String signed(ObjectNode claims) {
        ObjectNode head = Json.object().put("typ", "JWT").put("alg", "RS256").put("kid", KEY_ID);
        String text = BASE64.encodeToString(Json.bytes(head)) + "." + BASE64.encodeToString(Json.bytes(claims));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys().getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return text + "." + BASE64.encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Who shows this token.
     *
     * @throws BadToken where it was not made here, was changed, or has run out
     */
    public Caller caller(String token) throws BadToken {
        JsonNode claims = checked(token);
        if (claims.path("exp").asLong() <= Instant.now(clock).getEpochSecond()) {
            throw new BadToken("The token is expired.", true);
        }
        return new Caller(
                claims.path("tid").asText(),
                claims.path("iss").asText(),
                claims.path("aud").asText(),
                claims.path("oid").asText(),
                claims.path("appid").asText(),
                Optional.of(claims.path("upn").asText()).filter(n -> !n.isEmpty()));
    }

    private JsonNode checked(String token) throws BadToken {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            throw new BadToken("The token has not the three parts of one.", false);
        }
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(keys().getPublic());
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.UTF_8));
            if (!signature.verify(Base64.getUrlDecoder().decode(parts[2]))) {
                throw new BadToken("The token's signature is not the directory's.", false);
            }
            return Json.read(Base64.getUrlDecoder().decode(parts[1]));
        } catch (GeneralSecurityException | IllegalArgumentException | IOException e) {
            throw new BadToken("The token cannot be read.", false);
        }
    }
}
