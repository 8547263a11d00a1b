package keyturn.practice.vault;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.spec.MGF1ParameterSpec;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import keyturn.practice.web.Json;
import keyturn.practice.web.Reply;
import keyturn.practice.web.Switch;

/** Wraps and unwraps with a version of a key, as RSA-OAEP, RSA-OAEP-256 and RSA1_5. */
final class Crypto {

    private Crypto() {}

    static Reply done(
            Operation operation, String kid, KeyVersion version, JsonNode body, Instant now, Switch.Choice unwritten) {
        demandUsable(operation, version, now, unwritten);
        String algorithm = body.path("alg").asText("");
        byte[] value = Value.of(body);
        if (!version.material().rsa()) {
            throw Problems.bad(
                    "Key and algorithm are incompatible: alg " + algorithm + ", kty " + version.type() + ".");
        }
        byte[] result = switched(operation, version, algorithm, value);
        return Reply.json(200, Json.object().put("kid", kid).put("value", Value.text(result)));
    }

    /** Off first, then outside its time (for what makes something new), then not meant for it. */
    private static void demandUsable(Operation operation, KeyVersion version, Instant now, Switch.Choice unwritten) {
        boolean lenient =
                operation.makes() && unwritten.of(Unwritten.DISABLED_KEY_MAKES).equals("yes");
        if (!version.enabled() && !lenient) {
            throw Problems.notUsable(operation, "allowed on a disabled key.", unwritten.of(Unwritten.DISABLED_KEY));
        }
        if (operation.makes() && version.from().filter(now::isBefore).isPresent()) {
            throw Problems.notUsable(
                    operation, "allowed on a key that is not yet valid.", unwritten.of(Unwritten.EARLY_KEY));
        }
        if (operation.makes() && version.until().filter(u -> !now.isBefore(u)).isPresent()) {
            throw Problems.notUsable(operation, "allowed on an expired key.", unwritten.of(Unwritten.EXPIRED_KEY));
        }
        if (!version.operations().contains(operation.permission())) {
            throw Problems.notUsable(operation, "permitted on this key.", unwritten.of(Unwritten.FOREIGN_OPERATION));
        }
    }

    private static byte[] switched(Operation operation, KeyVersion version, String algorithm, byte[] value) {
        boolean making = operation.makes();
        try {
            Cipher cipher =
                    switch (algorithm.toUpperCase(Locale.ROOT)) {
                        case "RSA1_5" -> Cipher.getInstance("RSA/ECB/PKCS1Padding");
                        case "RSA-OAEP", "RSA-OAEP-256" -> Cipher.getInstance("RSA/ECB/OAEPPadding");
                        default -> throw Problems.bad("Unsupported algorithm: " + algorithm + ".");
                    };
            var key = making
                    ? version.material().pair().getPublic()
                    : version.material().pair().getPrivate();
            int mode = making ? Cipher.ENCRYPT_MODE : Cipher.DECRYPT_MODE;
            if (algorithm.toUpperCase(Locale.ROOT).startsWith("RSA-OAEP")) {
                cipher.init(mode, key, oaep(algorithm.endsWith("256") ? "SHA-256" : "SHA-1"));
            } else {
                cipher.init(mode, key);
            }
            return cipher.doFinal(value);
        } catch (GeneralSecurityException e) {
            throw Problems.bad("The parameter is incorrect.");
        }
    }

    private static OAEPParameterSpec oaep(String hash) {
        return new OAEPParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), PSource.PSpecified.DEFAULT);
    }
}
