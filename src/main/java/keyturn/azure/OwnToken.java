package keyturn.azure;

import com.azure.core.credential.TokenRequestContext;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import keyturn.entra.Entra;

/** What a token of this sign-in says of whom it is for, as far as its middle part can be read. */
record OwnToken(Entra entra, String resource) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PARTS = 3;

    /**
     * The one that the door has just been shown, or another.
     *
     * @throws RuntimeException if no token is to be had
     */
    JsonNode claims() {
        String token = entra.tokensFor(resource)
                .getTokenSync(new TokenRequestContext().addScopes(resource + "/.default"))
                .getToken();
        String[] parts = token.split("\\.");
        return parts.length == PARTS ? read(parts[1]) : JSON.createObjectNode();
    }

    private static JsonNode read(String part) {
        try {
            return JSON.readTree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException | JsonProcessingException opaque) {
            return JSON.createObjectNode();
        }
    }
}
