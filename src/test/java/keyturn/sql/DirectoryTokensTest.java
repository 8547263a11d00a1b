package keyturn.sql;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.lang.ref.WeakReference;
import java.time.Duration;
import keyturn.domain.Secret;
import keyturn.domain.azure.AzureSignIn;
import keyturn.entra.AtAzure;
import keyturn.practice.azure.World;
import keyturn.tools.Deadline;
import org.junit.jupiter.api.Test;

/** What stays of a sign-in to SQL Server by Entra. */
final class DirectoryTokensTest extends AtAzure {

    private WeakReference<Secret> signedIn() throws Exception {
        Secret secret = Secret.of(World.SECRET.toCharArray());
        String token = DirectoryTokens.of(
                doors(new AzureSignIn.ClientSecret(CLIENT, secret), World.TENANT), DirectoryTokens.NOBODY);
        assertFalse(token.isEmpty());
        return new WeakReference<>(secret);
    }

    /** Each connection of the window hands in another one. */
    @Test
    void aSecretIsKeptNoLongerThanByThoseWhoHandedItIn() throws Exception {
        open(standard());
        WeakReference<Secret> kept = signedIn();
        Deadline.await("the secret is forgotten", Duration.ofSeconds(20), () -> {
            System.gc();
            return kept.refersTo(null);
        });
    }
}
