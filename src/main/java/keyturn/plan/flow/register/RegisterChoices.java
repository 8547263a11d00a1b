package keyturn.plan.flow.register;

import java.util.List;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.KeyLogins;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Flow;

/**
 * Register a vault key in SQL Server.
 *
 * @param vault as a credential names it
 * @param vaultKey which key it is, and which version of it
 * @param thumbprint that databases or backups need; empty: nobody knows it
 * @param names of what is registered; what is there already is used
 * @param signIn the application whose secret a new credential holds; empty where the credential is there
 * @param databases that are open and need the key: each is tested
 * @param closed databases that are opened with it, one by one, and tested
 */
public record RegisterChoices(
        ProviderName provider,
        String vault,
        KeyReference vaultKey,
        Optional<Thumbprint> thumbprint,
        Names names,
        Optional<ClientId> signIn,
        List<DatabaseName> databases,
        List<DatabaseName> closed,
        Assurances assurances)
        implements Choices {

    public RegisterChoices {
        databases = List.copyOf(databases);
        closed = List.copyOf(closed);
    }

    /** What the key is called on the server, and by what the engine opens it. */
    public record Names(AsymmetricKeyName key, LoginName login, CredentialName credential) {}

    @Override
    public Flow flow() {
        return new RegisterFlow();
    }

    @Override
    public Optional<ClientId> application() {
        return signIn;
    }

    @Override
    public RegisterChoices with(Assurances others) {
        return new RegisterChoices(provider, vault, vaultKey, thumbprint, names, signIn, databases, closed, others);
    }

    @Override
    public RegisterChoices only(DatabaseName database) {
        return new RegisterChoices(
                provider,
                vault,
                vaultKey,
                thumbprint,
                names,
                signIn,
                databases.stream().filter(database::equals).toList(),
                List.of(),
                assurances);
    }

    @Override
    public RegisterSituation situation(Inspection inspection) {
        return RegisterSituation.of(inspection, this);
    }

    /** A look in which the login counts as made from the key, unless SQL Server shows something else. */
    Inspection named(Inspection seen) {
        return KeyLogins.named(seen, names.key(), names.login());
    }
}
