package keyturn.practice.connector;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import keyturn.practice.server.state.StoredSecret;

/**
 * What a vault answers to who comes without a token: where to sign in, and what for.
 *
 * @param authority address of the vault's tenant at its directory
 */
record Challenge(String authority, String resource) {

    private static final Pattern PART = Pattern.compile("(authorization|authorization_uri|resource)=\"([^\"]*)\"");

    /** @throws GaveUp where nobody answers, or nothing that leads to a sign-in */
    static Challenge of(Wire wire, String vault) {
        Wire.Said said = wire.send(
                HttpRequest.newBuilder(URI.create(vault + "/keys?maxresults=1&" + HttpsSession.API)), Codes.NOT_SENT);
        int code = said.status() == 401 ? 0 : Codes.of(said.status());
        if (code != 0) {
            throw new GaveUp(code);
        }
        return read(said.response());
    }

    private static Challenge read(HttpResponse<byte[]> response) {
        String header =
                response.headers().firstValue("WWW-Authenticate").orElseThrow(() -> new GaveUp(Codes.NO_CHALLENGE));
        Map<String, String> parts = new LinkedHashMap<>();
        Matcher part = PART.matcher(header);
        while (part.find()) {
            parts.putIfAbsent(part.group(1).replace("_uri", ""), part.group(2));
        }
        String authority = Optional.ofNullable(parts.get("authorization"))
                .filter(a -> a.startsWith("https://"))
                .orElseThrow(() -> new GaveUp(Codes.CHALLENGE_WITHOUT_SIGN_IN));
        String resource = Optional.ofNullable(parts.get("resource"))
                .filter(r -> !r.isEmpty())
                .orElseThrow(() -> new GaveUp(Codes.CHALLENGE_WITHOUT_RESOURCE));
        return new Challenge(authority, resource);
    }

    /**
     * A token for what the challenge names.
     *
     * @throws GaveUp 3303 for credentials that the directory refuses, 3128 for what it cannot read as such
     */
    String token(Wire wire, StoredSecret secret) {
        Map<String, String> form = new LinkedHashMap<>();
        form.put("grant_type", "client_credentials");
        form.put("client_id", secret.client().replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
        form.put("client_secret", secret.value());
        form.put("resource", resource);
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        Wire.Said said = wire.send(
                HttpRequest.newBuilder(URI.create(authority + "/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)),
                Codes.NOT_SENT);
        int code = Codes.ofSignIn(said.status());
        if (code != 0) {
            throw new GaveUp(code);
        }
        String token = said.json(Codes.TOKEN_NOT_JSON).path("access_token").asText("");
        if (token.isEmpty()) {
            throw new GaveUp(Codes.NO_TOKEN);
        }
        return token;
    }
}
