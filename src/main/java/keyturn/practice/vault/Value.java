package keyturn.practice.vault;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Base64;

/** Bytes in a request or reply, as base64url under {@code value}. */
final class Value {

    private Value() {}

    /** @throws keyturn.practice.web.Refusal 400 where there are none, or it is not base64url */
    static byte[] of(JsonNode body) {
        try {
            byte[] value = Base64.getUrlDecoder().decode(body.path("value").asText(""));
            if (value.length > 0) {
                return value;
            }
        } catch (IllegalArgumentException e) {
            throw Problems.bad("Property value is not base64url.");
        }
        throw Problems.bad("Property value must not be empty.");
    }

    static String text(byte[] value) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }
}
