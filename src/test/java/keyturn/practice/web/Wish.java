package keyturn.practice.web;

import java.util.List;
import java.util.Map;

/**
 * A request as a client means it, to be spoilt.
 *
 * @param token to be shown; empty for none
 */
record Wish(String door, String method, String target, String token, String body) {

    private static final String TENANT = "00000000-7072-6163-7469-636500000100";
    private static final String ALL = "/subscriptions/00000000-7072-6163-7469-636500000010";
    private static final String SPARE =
            ALL + "/resourceGroups/keyturn-practice/providers/Microsoft.KeyVault/vaults/keyturn-practice-spare";
    private static final String ROLES = SPARE + "/providers/Microsoft.Authorization/roleAssignments";
    /** The primes of a key that the whole world knows. */
    private static final String P =
            "4qqeFAAxIc3vN9Kov9qvFmROxy35vS28qRbSAE5hq0bUTKBFElYhHAOilJRAEVVf0akL55P2w37NxnmFUL3CtxTk04BW_aLZthi5epTrn1plytpAD-psWGJunAho357Djb4Mhchh2h9v4Ijtd-kIWxq2MFDQhkvyt0CDdSYbYCM";

    private static final String Q =
            "wcPufDoO2qHbfn4S_D1KKqwrAfVO2Io4571oFb2aUPK57WGQ5zJGpgo3fBa-fqcH-MA_qg1a9L7b9DSN_m13gX7jRiLPWPnAhwIpbu_FMLZTm_Bk09SC-Q2Bd9Vl2miTEhI3FPZsStMH2ym9jR8x-sSru99-eHO_IQwDcb-0vZM";
    private static final String WRAP = "{\"alg\":\"RSA-OAEP-256\",\"value\":\"AQIDBAUGBwg\"}";

    String text(String headers) {
        String shown = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        String kind = door.equals("login") ? "application/x-www-form-urlencoded" : "application/json";
        return method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + shown + "Content-Type: " + kind + "\r\n"
                + headers + "\r\n";
    }

    /** The bytes of the whole request, the last of its connection. */
    String whole() {
        return text("Connection: close\r\nContent-Length: " + RawClient.bytes(body).length + "\r\n") + body;
    }

    Wish with(String otherTarget, String otherBody) {
        return new Wish(door, method, otherTarget, token, otherBody);
    }

    /**
     * Of each kind that the doors know.
     *
     * @param tokens by door
     * @param form what gets a token, with the right secret
     */
    static List<Wish> all(Map<String, String> tokens, String form, String blob) {
        return List.of(
                vault(tokens, "GET", "/keys?maxresults=3&$skiptoken=ZnJvbSAy", ""),
                vault(tokens, "GET", "/keys/tde-key-2024/", ""),
                vault(tokens, "GET", "/keys/tde-key-2024/versions", ""),
                vault(
                        tokens,
                        "POST",
                        "/keys/fuzz/create",
                        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"key_ops\":[\"sign\"],\"attributes\":{\"enabled\":true,\"nbf\":1,\"exp\":4000000000},\"tags\":{\"a\":\"b\"}}"),
                vault(
                        tokens,
                        "PUT",
                        "/keys/fuzz-in",
                        "{\"key\":{\"kty\":\"RSA\",\"p\":\"" + P + "\",\"q\":\"" + Q
                                + "\",\"e\":\"AQAB\",\"key_ops\":[\"wrapKey\"]},\"Hsm\":false}"),
                vault(tokens, "PATCH", "/keys/fuzz", "{\"attributes\":{\"enabled\":false},\"key_ops\":[\"verify\"]}"),
                vault(tokens, "POST", "/keys/tde-key-2024/wrapkey", WRAP),
                vault(tokens, "POST", "/keys/tde-key-2024//unwrapkey", WRAP),
                vault(tokens, "POST", "/keys/fuzz/backup", ""),
                vault(tokens, "POST", "/keys/restore", "{\"value\":\"" + blob + "\"}"),
                vault(tokens, "DELETE", "/keys/fuzz", ""),
                vault(tokens, "GET", "/deletedkeys/fuzz", ""),
                vault(tokens, "POST", "/deletedkeys/fuzz/recover", ""),
                vault(tokens, "DELETE", "/deletedkeys/fuzz", ""),
                vault(tokens, "GET", "/keys/tde-key-2024/rotationpolicy", ""),
                vault(tokens, "GET", "/secrets/s/", ""),
                login("GET", "/common/discovery/instance?api-version=1.1&authorization_endpoint=x", ""),
                login("GET", "/" + TENANT + "/v2.0/.well-known/openid-configuration", ""),
                login("POST", "/" + TENANT + "/oauth2/v2.0/token", form),
                login("POST", "/" + TENANT + "/oauth2/v2.0/devicecode", form),
                login(
                        "POST",
                        "/organizations/oauth2/v2.0/token",
                        form.replace("client_credentials", "refresh_token") + "&refresh_token=a.b.c"),
                new Wish(
                        "graph",
                        "GET",
                        "/v1.0/applications?$filter=appId%20eq%20'x'",
                        tokens.getOrDefault("graph", ""),
                        ""),
                new Wish("graph", "GET", "/v1.0/servicePrincipals(appId='x')", tokens.getOrDefault("graph", ""), ""),
                new Wish(
                        "graph",
                        "POST",
                        "/v1.0/applications(appId='00000000-7072-6163-7469-636500000001')/addPassword",
                        tokens.getOrDefault("graph", ""),
                        "{\"passwordCredential\":{\"displayName\":\"f\",\"startDateTime\":\"2030-01-01T00:00:00Z\",\"endDateTime\":\"2029-01-01T00:00:00Z\"}}"),
                new Wish(
                        "graph",
                        "POST",
                        "/v1.0/applications(appId='00000000-7072-6163-7469-636500000001')/removePassword",
                        tokens.getOrDefault("graph", ""),
                        "{\"keyId\":\"x\"}"),
                azure(tokens, "GET", "/subscriptions", ""),
                azure(tokens, "GET", SPARE, ""),
                azure(
                        tokens,
                        "PUT",
                        SPARE,
                        "{\"location\":\"northeurope\",\"tags\":{\"a\":\"b\"},\"properties\":{\"tenantId\":\"" + TENANT
                                + "\",\"sku\":{\"family\":\"A\",\"name\":\"premium\"},\"softDeleteRetentionInDays\":90,\"accessPolicies\":[{\"tenantId\":\"t\",\"objectId\":\"o\",\"permissions\":{\"keys\":[\"get\"]}}],\"networkAcls\":{\"defaultAction\":\"Allow\",\"ipRules\":[{\"value\":\"10.0.0.0/8\"}]}}}"),
                azure(tokens, "PATCH", SPARE, "{\"properties\":{\"publicNetworkAccess\":\"Enabled\"}}"),
                azure(
                        tokens,
                        "PUT",
                        SPARE + "/accessPolicies/add",
                        "{\"properties\":{\"accessPolicies\":[{\"tenantId\":\"t\",\"objectId\":\"o\",\"permissions\":{\"keys\":[\"get\"]}}]}}"),
                azure(
                        tokens,
                        "PUT",
                        ROLES + "/00000000-0000-0000-0000-0000000000f0",
                        "{\"properties\":{\"roleDefinitionId\":\"/x/8e3af657-a8ff-443c-a75c-2fe8c4bcb635\",\"principalId\":\"p\",\"principalType\":\"User\"}}"),
                azure(tokens, "GET", ROLES + "?$filter=principalId%20eq%20'p'", ""),
                azure(
                        tokens,
                        "POST",
                        ALL + "/providers/Microsoft.KeyVault/checkNameAvailability",
                        "{\"name\":\"x\",\"type\":\"Microsoft.KeyVault/vaults\"}"),
                azure(
                        tokens,
                        "POST",
                        ALL + "/providers/Microsoft.KeyVault/locations/eastus/deletedVaults/x/purge",
                        ""));
    }

    private static Wish vault(Map<String, String> tokens, String method, String path, String body) {
        return new Wish("vault", method, versioned(path, "7.5"), tokens.getOrDefault("vault", ""), body);
    }

    private static Wish azure(Map<String, String> tokens, String method, String path, String body) {
        return new Wish("azure", method, versioned(path, "2026-02-01"), tokens.getOrDefault("azure", ""), body);
    }

    private static Wish login(String method, String path, String body) {
        return new Wish("login", method, path, "", body);
    }

    private static String versioned(String path, String version) {
        return path + (path.contains("?") ? "&" : "?") + "api-version=" + version;
    }
}
