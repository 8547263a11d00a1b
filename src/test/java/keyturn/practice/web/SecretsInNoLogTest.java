package keyturn.practice.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.tools.Deadline;
import keyturn.tools.RunningRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may open something stands in no log, however much is logged and whatever goes wrong. */
final class SecretsInNoLogTest {

    private static final String CLI = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";
    private static final String WRONG = "nearly~TheRight.Secret-of_somebody";
    private static final String PRIVATE = "cHJpdmF0ZS1oYWxmLW9mLWEta2V5LXRoYXQtc29tZWJvZHktYnJpbmdz";

    @TempDir
    private Path folder;

    /** A range in a process of its own that logs all that it can. */
    private RunningRange start() throws IOException {
        Path settings = Files.writeString(folder.resolve("logging.properties"), """
                handlers = java.util.logging.ConsoleHandler
                java.util.logging.ConsoleHandler.level = ALL
                keyturn.level = ALL
                """);
        Path ready = folder.resolve("ready.json");
        Path log = folder.resolve("range.log");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.util.logging.config.file=" + settings,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "keyturn.app.Main",
                        "practice",
                        "--ready",
                        ready.toString(),
                        "--log",
                        log.toString()))
                .redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile())
                .start();
        Deadline.await("the range is ready", Duration.ofMinutes(1), () -> Files.exists(ready) || !process.isAlive());
        return new RunningRange(process, ready, log);
    }

    @Test
    void neitherTheLogNorTheProgramSaysWhatOpensSomething() throws Exception {
        Map<String, String> secrets;
        Map<String, String> offers;
        try (RunningRange range = start()) {
            offers = new ObjectMapper().readValue(range.ready().toFile(), new TypeReference<>() {});
            secrets = driven(offers, range::control);
            range.send("CREATE CREDENTIAL [c] WITH IDENTITY = 'keyturn-practice-vault', SECRET = '"
                    + "00000000707261637469636500000001" + secrets.get("secretText") + "'");
        }
        String err = Files.readString(folder.resolve("err"));
        assertTrue(err.contains("A client went"), "what is looked through holds what goes wrong: " + err);
        String log = Files.readString(folder.resolve("range.log"));
        assertTrue(log.contains("POST /keys/tde-key-2024/wrapkey") && log.contains("CREATE CREDENTIAL"), log);
        String out = Files.readString(folder.resolve("out"));
        String secret = offers.getOrDefault("secret", "");
        assertEquals(2, out.split(java.util.regex.Pattern.quote(secret), -1).length, "it is told once, at the start");
        holdsNone(secrets, "standard output", out.replace(secret, ""));
        holdsNone(secrets, "standard error", err);
        holdsNone(secrets, "the log", log);
    }

    @Test
    void noValueOfTheRangePrintsOne() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy"))) {
            Map<String, String> secrets = driven(range.offers(), path -> {
                if (path.equals("/consent")) {
                    range.cloud().settle(true);
                }
            });
            holdsNone(secrets, "the directory", range.cloud().directory().toString());
            holdsNone(secrets, "the vaults", range.cloud().vaults().toString());
            holdsNone(secrets, "the log", range.log().entries().toString());
        }
    }

    private static void holdsNone(Map<String, String> secrets, String where, String text) {
        secrets.forEach((name, secret) -> {
            assertTrue(secret.length() >= 9, name);
            assertFalse(text.contains(secret), () -> name + " stands in " + where);
            String coded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
            assertFalse(text.contains(coded), () -> name + " stands in " + where + ", coded");
        });
    }

    /** The control door of a range. */
    @FunctionalInterface
    private interface Control {
        void post(String path) throws IOException, InterruptedException;
    }

    /** Goes in and out at all doors, well and badly; returns what must be nowhere, by name. */
    private static Map<String, String> driven(Map<String, String> offers, Control control) throws Exception {
        WebVisitor visitor = new WebVisitor(offers);
        Map<String, String> secrets = new LinkedHashMap<>();
        secrets.put("client secret", offers.getOrDefault("secret", ""));
        secrets.put("wrong secret", WRONG);
        secrets.put("private half", PRIVATE);
        Map<String, String> tokens = visitor.tokens();
        tokens.forEach((door, token) -> secrets.put("token for " + door, token));
        byDevice(visitor, control, secrets);
        JsonNode added = visitor.ask(new Wish(
                "graph",
                "POST",
                "/v1.0/applications(appId='" + offers.get("client") + "')/addPassword",
                tokens.getOrDefault("graph", ""),
                "{}"));
        secrets.put("secretText", added.path("secretText").asText());
        Wish wrap = new Wish(
                "vault",
                "POST",
                "/keys/tde-key-2024/wrapkey?api-version=7.5",
                tokens.getOrDefault("vault", ""),
                "{\"alg\":\"RSA-OAEP\",\"value\":\"" + PRIVATE + "\"}");
        visitor.ask(wrap);
        badly(offers, tokens, visitor.form("https://vault.azure.net"));
        return secrets;
    }

    private static void byDevice(WebVisitor visitor, Control control, Map<String, String> secrets) throws Exception {
        String at = "/" + visitor.offers().get("tenant") + "/oauth2/v2.0/";
        Wish wish = new Wish(
                "login",
                "POST",
                at + "devicecode",
                "",
                "client_id=" + CLI + "&scope=https%3A%2F%2Fvault.azure.net%2F.default+offline_access");
        JsonNode code = visitor.ask(wish);
        control.post("/consent");
        JsonNode got = visitor.ask(new Wish(
                "login",
                "POST",
                at + "token",
                "",
                "grant_type=urn:ietf:params:oauth:grant-type:device_code&client_id=" + CLI + "&device_code="
                        + code.path("device_code").asText()));
        for (String name : List.of("access_token", "refresh_token", "id_token")) {
            secrets.put("a person's " + name, got.path(name).asText());
        }
        // one serves once, another still waits
        for (JsonNode each : List.of(code, visitor.ask(wish))) {
            for (String name : List.of("device_code", "user_code")) {
                secrets.put(name + " " + secrets.size(), each.path(name).asText());
            }
        }
    }

    /** Secrets where they do not belong, and where they do, with something wrong beside them. */
    private static void badly(Map<String, String> offers, Map<String, String> tokens, String form) throws IOException {
        String at = "/" + offers.get("tenant") + "/oauth2/v2.0/token";
        String vault = tokens.getOrDefault("vault", "");
        List<Wish> wishes = List.of(
                new Wish("login", "POST", at, "", form.replaceFirst("client_secret=[^&]*", "client_secret=" + WRONG)),
                new Wish("login", "POST", at, "", form.replace("client_credentials", WRONG)),
                new Wish("login", "POST", at, "", form.replace("&scope", "%&%zz&scop")),
                new Wish("login", "GET", at + "?" + form, "", ""),
                new Wish("login", "POST", "/nowhere/oauth2/v2.0/token", "", form),
                new Wish("login", "POST", at, "", "{\"client_secret\":\"" + WRONG + "\""),
                new Wish("vault", "GET", "/keys?api-version=7.5", WRONG, ""),
                new Wish("vault", "GET", "/keys?api-version=7.5", tokens.getOrDefault("graph", ""), ""),
                new Wish("vault", "GET", "/keys?api-version=7.5&token=" + vault, vault + "x", ""),
                new Wish(
                        "vault",
                        "PUT",
                        "/keys/k?api-version=7.5",
                        vault,
                        "{\"key\":{\"kty\":\"RSA\",\"p\":\"" + PRIVATE + "\",\"q\":\"" + PRIVATE
                                + "\",\"e\":\"AQAB\",\"d\":\"" + PRIVATE + "\"}}"),
                new Wish("vault", "PUT", "/keys/k?api-version=7.5", vault, "{\"key\":{\"p\":\"" + PRIVATE),
                new Wish("vault", "POST", "/keys/restore?api-version=7.5", vault, "{\"value\":\"" + PRIVATE + "\"}"),
                new Wish(
                        "graph",
                        "POST",
                        "/v1.0/applications/x/addPassword",
                        WRONG,
                        "{\"secretText\":\"" + WRONG + "\"}"),
                new Wish("azure", "GET", "/subscriptions?api-version=1&code=" + WRONG, WRONG, ""));
        for (Wish wish : wishes) {
            String port = Optional.ofNullable(offers.get(wish.door())).orElse("");
            try (RawClient client = new RawClient(URI.create(port).getPort())) {
                String heard = client.say(wish.whole()).heard();
                assertTrue(RawClient.statuses(heard).getFirst() >= 400, heard);
            }
            try (RawClient client = new RawClient(URI.create(port).getPort())) {
                client.say(wish.text("X-Secret " + WRONG + "\r\n")).heard();
            }
            try (var plain = RawClient.plain(URI.create(port).getPort())) {
                plain.getOutputStream().write(RawClient.bytes(wish.whole()));
                RawClient.rest(plain.getInputStream());
            }
        }
    }
}
