package keyturn.sql;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import keyturn.domain.Problem;
import keyturn.domain.azure.AzureDoors;
import keyturn.domain.azure.AzureSignIn;
import keyturn.domain.azure.Cloud;
import keyturn.domain.azure.TenantId;
import keyturn.entra.CodePrompt;
import keyturn.entra.Entra;

/**
 * Tokens with which somebody of Microsoft Entra signs in to SQL Server. A run opens several connections: a sign-in of a person, or of
 * this machine, that succeeded is used for all of them while the program lasts, whichever vaults go with it. One with a secret
 * asks nobody, so it is made anew each time, and its secret is kept no longer than whoever handed it in keeps it.
 */
final class DirectoryTokens {

    /** For connections that are opened after one to look through, whose sign-in they share. */
    static final CodePrompt NOBODY = (code, page, until) -> {};

    private static final Map<Account, Entra> SIGNED_IN = new ConcurrentHashMap<>();

    /** Whose sign-in, and where. */
    private record Account(
            AzureSignIn signIn,
            Optional<TenantId> tenant,
            Cloud cloud,
            AzureDoors.Endpoints endpoints,
            Optional<Path> certificate) {

        static Account of(AzureDoors doors) {
            return new Account(doors.signIn(), doors.tenant(), doors.cloud(), doors.endpoints(), doors.certificate());
        }
    }

    private DirectoryTokens() {}

    /** @throws Problem.Raised if nobody could be signed in; waits for a person who is asked */
    static String of(AzureDoors doors, CodePrompt prompt) throws Problem.Raised {
        Account account = Account.of(doors);
        Entra known = SIGNED_IN.get(account);
        Entra entra = known == null ? Entra.open(doors, prompt) : known;
        String token = entra.token(doors.cloud().sqlAudience());
        if (!holdsSecret(doors.signIn())) {
            SIGNED_IN.putIfAbsent(account, entra);
        }
        return token;
    }

    private static boolean holdsSecret(AzureSignIn signIn) {
        return switch (signIn) {
            case AzureSignIn.ClientSecret own -> true;
            case AzureSignIn.ClientCertificate own -> true;
            case AzureSignIn.Interactive person -> false;
            case AzureSignIn.DeviceCode person -> false;
            case AzureSignIn.AzureCli person -> false;
            case AzureSignIn.AzurePowerShell person -> false;
            case AzureSignIn.ManagedIdentity machine -> false;
        };
    }
}
