package keyturn.practice.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.UnaryOperator;
import keyturn.practice.azure.World;
import org.junit.jupiter.api.AfterEach;

/** A test that asks one vault over its door, as whoever may. */
abstract class AtAVault {

    static final String WRAP = "{\"alg\":\"RSA-OAEP\",\"value\":\"AQID\"}";
    World world = World.NONE;
    String token = "";

    void open(Vault.Settings settings) throws Exception {
        open(World.vault("main", "westeurope", settings), v -> v);
    }

    void open(Vault vault, UnaryOperator<Vaults> how) throws Exception {
        world = World.of(vault, how);
        token = world.token("https://vault.azure.net");
    }

    @AfterEach
    final void close() {
        world.close();
    }

    World.Said ask(String method, String path, String body) throws Exception {
        return world.ask(
                method,
                world.doors().vault() + path + (path.contains("?") ? "&" : "?") + "api-version=7.5",
                token,
                body);
    }

    static void refused(int status, String code, String inner, World.Said said) {
        assertEquals(
                status + " " + code + " " + inner,
                said.status() + " " + said.code() + " " + said.inner(),
                said.response().body());
    }

    static Vault standard() {
        return World.vault("main", "westeurope", Vault.Settings.STANDARD);
    }
}
