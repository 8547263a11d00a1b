package keyturn.practice.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import keyturn.practice.azure.World;
import keyturn.practice.web.Switch;
import org.junit.jupiter.api.Test;

/** Where no document says how the service does, a scenario's vaults do as it says. */
class UnwrittenTest extends AtAVault {

    private static Vault listed(Vault vault, String... rights) {
        return vault.with(new AccessPolicy(World.TENANT, World.PRINCIPAL, Set.of(rights), Set.of(), Set.of()));
    }

    private void open(Vault vault, Map<Unwritten, String> chosen) throws Exception {
        open(vault, all -> all.with(new Switch.Choice(chosen)));
    }

    @Test
    void innerCodesOfAKeyThatIsNotToBeUsed() throws Exception {
        open(
                standard(),
                Map.of(
                        Unwritten.DISABLED_KEY, "Off",
                        Unwritten.EXPIRED_KEY, "",
                        Unwritten.EARLY_KEY, "Early",
                        Unwritten.FOREIGN_OPERATION, "Foreign"));
        ask("POST", "/keys/k/create", "{\"kty\":\"RSA\",\"attributes\":{\"exp\":1000}}");
        refused(403, "Forbidden", "", ask("POST", "/keys/k/wrapkey", WRAP));
        ask("PATCH", "/keys/k", "{\"attributes\":{\"exp\":9000000001,\"nbf\":9000000000}}");
        refused(403, "Forbidden", "Early", ask("POST", "/keys/k/wrapkey", WRAP));
        ask("PATCH", "/keys/k", "{\"attributes\":{\"nbf\":1},\"key_ops\":[\"sign\"]}");
        refused(403, "Forbidden", "Foreign", ask("POST", "/keys/k/wrapkey", WRAP));
        ask("PATCH", "/keys/k", "{\"attributes\":{\"enabled\":false}}");
        refused(403, "Forbidden", "Off", ask("POST", "/keys/k/wrapkey", WRAP));
    }

    @Test
    void aKeyThatIsOffMayWrapButNotUnwrap() throws Exception {
        open(standard(), Map.of(Unwritten.DISABLED_KEY_MAKES, "yes"));
        ask("POST", "/keys/k/create", "{\"kty\":\"RSA\",\"attributes\":{\"enabled\":false}}");
        String wrapped =
                ask("POST", "/keys/k/wrapkey", WRAP).json().path("value").asText();
        refused(403, "Forbidden", "KeyDisabled", ask("POST", "/keys/k/unwrapkey", WRAP.replace("AQID", wrapped)));
    }

    @Test
    void innerCodesOfRightsAndPurges() throws Exception {
        Vault vault = World.vault("main", "westeurope", World.settings(false, false, true, Firewall.OPEN));
        open(
                listed(vault, "create", "delete", "purge"),
                Map.of(Unwritten.MISSING_RIGHT, "AccessDenied", Unwritten.PURGE_PROTECTED, ""));
        ask("POST", "/keys/k/create", "{\"kty\":\"EC\"}");
        refused(403, "Forbidden", "AccessDenied", ask("GET", "/keys/k", ""));
        ask("DELETE", "/keys/k", "");
        refused(403, "Forbidden", "", ask("DELETE", "/deletedkeys/k", ""));
    }

    @Test
    void backupsThatDoNotComeBack() throws Exception {
        open(standard(), Map.of(Unwritten.RESTORE_CONFLICT, "ItIsThere", Unwritten.FOREIGN_BACKUP, "403"));
        ask("POST", "/keys/k/create", "{\"kty\":\"EC\"}");
        String blob = ask("POST", "/keys/k/backup", "").json().path("value").asText();
        refused(409, "Conflict", "ItIsThere", ask("POST", "/keys/restore", "{\"value\":\"" + blob + "\"}"));
        refused(403, "BadParameter", "", ask("POST", "/keys/restore", "{\"value\":\"AAAA" + blob + "\"}"));
    }

    @Test
    void aTokenForSomethingElse() throws Exception {
        open(standard(), Map.of(Unwritten.WRONG_AUDIENCE, "AKV10099"));
        token = world.token("https://graph.microsoft.com");
        assertTrue(ask("GET", "/keys", "").message().startsWith("AKV10099: "));
    }

    @Test
    void anEmptyListOfOperations() throws Exception {
        String update = "{\"key_ops\":[]}";
        for (String how : List.of("keep", "none", "refuse")) {
            open(standard(), Map.of(Unwritten.EMPTY_OPERATIONS, how));
            ask("POST", "/keys/k/create", "{\"kty\":\"EC\",\"key_ops\":[]}");
            World.Said said = ask("PATCH", "/keys/k", update);
            assertEquals(how.equals("refuse") ? 400 : 200, said.status());
            assertEquals(
                    how.equals("none") ? "[]" : "[\"sign\",\"verify\"]",
                    ask("GET", "/keys/k", "").json().path("key").path("key_ops").toString());
            close();
        }
    }
}
