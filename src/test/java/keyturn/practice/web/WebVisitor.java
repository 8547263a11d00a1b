package keyturn.practice.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A client that means well: signs in with what the ready file says, and is answered at each door. */
record WebVisitor(Map<String, String> offers) {

    String form(String resource) {
        return "grant_type=client_credentials&client_id=" + offers.get("client") + "&client_secret="
                + URLEncoder.encode(String.valueOf(offers.get("secret")), StandardCharsets.UTF_8) + "&scope="
                + URLEncoder.encode(resource + "/.default", StandardCharsets.UTF_8);
    }

    String token(String resource) throws IOException {
        String target = "/" + offers.get("tenant") + "/oauth2/v2.0/token";
        return ask(new Wish("login", "POST", target, "", form(resource)))
                .path("access_token")
                .asText();
    }

    Map<String, String> tokens() throws IOException {
        return Map.of(
                "vault", token("https://vault.azure.net"),
                "graph", token("https://graph.microsoft.com"),
                "azure", token("https://management.azure.com"));
    }

    JsonNode ask(Wish wish) throws IOException {
        int port = URI.create(String.valueOf(offers.get(wish.door()))).getPort();
        try (RawClient client = new RawClient(port).say(wish.whole())) {
            String heard = client.heard();
            assertEquals(
                    List.of(200), RawClient.statuses(heard), () -> wish.method() + " " + wish.target() + " " + heard);
            return new ObjectMapper().readTree(heard.substring(heard.indexOf("\r\n\r\n")));
        }
    }

    List<Wish> wishes() throws IOException {
        Map<String, String> tokens = tokens();
        Wish backup = new Wish(
                "vault", "POST", "/keys/tde-key-2024/backup?api-version=7.5", tokens.getOrDefault("vault", ""), "");
        return Wish.all(
                tokens,
                form("https://vault.azure.net"),
                ask(backup).path("value").asText());
    }

    /** Every door answers as it did. */
    void isServed() throws IOException {
        Map<String, String> tokens = tokens();
        String wrap = "{\"alg\":\"RSA-OAEP\",\"value\":\"AQID\"}";
        Wish wrapping = new Wish(
                "vault", "POST", "/keys/tde-key-2024/wrapkey?api-version=7.5", tokens.getOrDefault("vault", ""), wrap);
        String back = wrap.replace("AQID", ask(wrapping).path("value").asText());
        assertEquals(
                "AQID",
                ask(wrapping.with("/keys/tde-key-2024/unwrapkey?api-version=7.5", back))
                        .path("value")
                        .asText());
        ask(new Wish("graph", "GET", "/v1.0/applications", tokens.getOrDefault("graph", ""), ""));
        ask(new Wish("azure", "GET", "/subscriptions?api-version=2022-12-01", tokens.getOrDefault("azure", ""), ""));
    }
}
