package keyturn.inspect.ties;

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
     * What was said of this credential is forgotten; what runs did stays.
     *
     * @throws Problem.Raised likewise
     */
    void forget(String server, CredentialName credential) throws Problem.Raised;
}
