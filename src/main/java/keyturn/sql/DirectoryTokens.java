package keyturn.sql;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import keyturn.domain.Problem;
import keyturn.domain.azure.AzureDoors;
import keyturn.entra.CodePrompt;
import keyturn.entra.Entra;

/**
 * Tokens with which somebody of Microsoft Entra signs in to SQL Server. A run opens several connections: a sign-in that succeeded is
 * used for all of them while the program lasts.
 */
final class DirectoryTokens {

    /** For connections that are opened after one to look through, whose sign-in they share. */
    static final CodePrompt NOBODY = (code, page, until) -> {};

    private static final Map<AzureDoors, Entra> SIGNED_IN = new ConcurrentHashMap<>();

    private DirectoryTokens() {}

    /** @throws Problem.Raised if nobody could be signed in; waits for a person who is asked */
    static String of(AzureDoors doors, CodePrompt prompt) throws Problem.Raised {
        Entra known = SIGNED_IN.get(doors);
        Entra entra = known == null ? Entra.open(doors, prompt) : known;
        String token = entra.token(doors.cloud().sqlAudience());
        SIGNED_IN.putIfAbsent(doors, entra);
        return token;
    }
}
