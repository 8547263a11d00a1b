package keyturn.plan.flow.enableekm;

import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Flow;

/**
 * Make a server ready for keys outside of it.
 *
 * @param provider what it is, or is to be, called
 * @param dll of the connector, as it lies on the server
 * @param own a credential for the login that runs the plan; empty: it gets none
 * @param key that is opened at once; empty: none
 */
public record EnableEkmChoices(
        ProviderName provider, DllPath dll, Optional<OwnCredential> own, Optional<FirstKey> key, Assurances assurances)
        implements Choices {

    /** The documented folder of the connector (document: setup of TDE with Azure Key Vault). */
    public static final DllPath USUAL_DLL =
            new DllPath("C:\\Program Files\\SQL Server Connector for Microsoft Azure Key"
                    + " Vault\\Microsoft.AzureKeyVaultService.EKM.dll");

    public static final ProviderName USUAL_NAME = new ProviderName("AzureKeyVault_EKM");

    /**
     * @param identity names the vault, as credentials do
     * @param application whose secret it holds; the secret is typed when the plan is run
     */
    public record OwnCredential(CredentialName name, String identity, ClientId application) {}

    /** By which login and which credential the engine opens it; the vault and the application are those of the own credential. */
    public record FirstKey(KeyReference vaultKey, AsymmetricKeyName name, LoginName login, CredentialName credential) {}

    @Override
    public Flow flow() {
        return new EnableEkmFlow();
    }

    @Override
    public Optional<ClientId> application() {
        return own.map(OwnCredential::application);
    }

    @Override
    public EnableEkmChoices with(Assurances others) {
        return new EnableEkmChoices(provider, dll, own, key, others);
    }

    @Override
    public EnableEkmChoices only(DatabaseName database) {
        return this;
    }

    @Override
    public EnableEkmSituation situation(Inspection inspection) {
        return EnableEkmSituation.of(inspection, this);
    }
}
