package keyturn.inspect.ties;

import java.nio.file.Path;
import keyturn.domain.CredentialName;
import keyturn.domain.Problem;
import keyturn.domain.azure.ClientId;

/** Keeps what the DBA says of credentials. */
public interface TieBook extends KnownTies {

    /**
     * From now on this credential of that server counts as one that signs in as this application.
     *
     * @throws Problem.Raised if that cannot be kept
     */
    void tell(String server, CredentialName credential, ClientId application) throws Problem.Raised;

    /**
     * What runs did that are filed elsewhere counts too, as long as this program runs.
     *
     * @param folder that holds the folders of runs
     */
    void runsIn(Path folder);

    /**
     * What was said of this credential is forgotten; what runs did stays.
     *
     * @throws Problem.Raised likewise
     */
    void forget(String server, CredentialName credential) throws Problem.Raised;
}
