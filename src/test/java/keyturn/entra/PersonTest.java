package keyturn.entra;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.azure.core.credential.TokenRequestContext;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import keyturn.domain.Problem;
import keyturn.domain.azure.AzureSignIn;
import keyturn.practice.azure.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person signs in with a code that is shown. */
final class PersonTest extends AtAzure {

    private static final String VAULTS = "https://vault.azure.net";

    private final List<String> shown = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        open(standard());
    }

    private String token(boolean yes) throws Exception {
        CodePrompt prompt = (code, page, until) -> {
            shown.add(code + " " + page);
            assertEquals(1, world.doors().settle(yes), "one sign-in waits");
        };
        return Entra.open(doors(new AzureSignIn.DeviceCode(), World.TENANT), prompt)
                .tokensFor(VAULTS)
                .getTokenSync(new TokenRequestContext().addScopes(VAULTS + "/.default"))
                .getToken();
    }

    @Test
    void whoSaysYesIsIn() throws Exception {
        assertTrue(token(true).length() > 100, "a token");
        assertEquals(1, shown.size());
        String[] code = shown.getFirst().split(" ");
        assertTrue(code[0].matches("[A-Z0-9]{6,12}"), shown.toString());
        assertTrue(URI.create(code[1]).getPath().length() > 1, shown.toString());
    }

    @Test
    void whoSaysNoIsNot() {
        Problem problem = assertThrows(SignInFailed.class, () -> token(false)).problem();
        assertTold(problem, "login.AADSTS70017", "entra.AADSTS70017", "entra.AADSTS70017.next");
    }
}
