package keyturn.practice.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import keyturn.practice.azure.World;
import keyturn.practice.vault.Vault;
import keyturn.practice.web.Switch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where no document says how sign-in and Graph do, a scenario's do as it says. */
class DirectorySwitchesTest {

    private static final String VAULTS = "https://vault.azure.net";
    private static final String CLI = "04b07795-8ddb-461a-bbee-02f9e1bf7b46";
    private static final Map<Unwritten, String> CHOSEN = Map.of(
            Unwritten.UNKNOWN_TENANT, "invalid_tenant",
            Unwritten.DECLINED, "1001",
            Unwritten.BAD_CODE, "1002",
            Unwritten.LATE_CODE, "1003",
            Unwritten.BAD_RETURN, "1004",
            Unwritten.UNKNOWN_SECRET, "404",
            Unwritten.LONG_SECRET, "TooLong",
            Unwritten.NO_SECRETS, "NoSecrets");

    private World world = World.NONE;

    private void open(Optional<Duration> longest, boolean noSecrets) throws Exception {
        world = World.of(World.vault("main", "westeurope", Vault.Settings.STANDARD), v -> v, d -> {
            Tenant t = d.tenants().getFirst();
            return d.with(new Tenant(t.id(), t.domain(), t.name(), t.applications(), t.people(), longest, noSecrets))
                    .with(new Switch.Choice(CHOSEN));
        });
    }

    @AfterEach
    void close() {
        world.close();
    }

    private World.Said ask(String act, String body) throws Exception {
        return world.ask(
                "POST",
                world.doors().graph() + "/v1.0/applications/" + Directory.id("test application") + "/" + act,
                world.token("https://graph.microsoft.com"),
                body);
    }

    private int number(String grant, String field, String value) throws Exception {
        Map<String, String> form =
                new HashMap<>(Map.of("grant_type", grant, "client_id", CLI, "scope", VAULTS + "/.default"));
        form.put(field, value);
        return world.form(world.doors().login() + "/" + World.TENANT + "/oauth2/v2.0/token", form)
                .json()
                .path("error_codes")
                .path(0)
                .asInt();
    }

    private String deviceCode() throws Exception {
        return world.form(
                        world.doors().login() + "/" + World.TENANT + "/oauth2/v2.0/devicecode",
                        Map.of("client_id", CLI, "scope", VAULTS + "/.default"))
                .json()
                .path("device_code")
                .asText();
    }

    @Test
    void signInSaysWhatWasChosen() throws Exception {
        open(Optional.empty(), false);
        assertEquals(
                "invalid_tenant",
                world.token("nowhere.example", World.SECRET, VAULTS)
                        .json()
                        .path("error")
                        .asText());
        assertEquals(1002, number("device_code", "device_code", "none"));
        assertEquals(1004, number("refresh_token", "refresh_token", "none"));
        String declined = deviceCode();
        world.doors().settle(false);
        assertEquals(1001, number("device_code", "device_code", declined));
        String late = deviceCode();
        world.clock().forward(Duration.ofMinutes(16));
        assertEquals(1003, number("device_code", "device_code", late));
    }

    @Test
    void graphSaysWhatWasChosen() throws Exception {
        open(Optional.of(Duration.ofDays(30)), false);
        assertEquals(404, ask("removePassword", "{\"keyId\":\"none\"}").status());
        assertEquals("TooLong", ask("addPassword", "{}").code());
        close();
        open(Optional.empty(), true);
        assertEquals("NoSecrets", ask("addPassword", "{}").code());
    }
}
