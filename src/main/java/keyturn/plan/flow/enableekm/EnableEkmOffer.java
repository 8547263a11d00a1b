package keyturn.plan.flow.enableekm;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DllPath;
import keyturn.domain.InvalidValue;
import keyturn.domain.LoginName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.KeyReference;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Keyholding.NameKind;
import keyturn.plan.flow.enableekm.EnableEkmChoices.FirstKey;

/** What is proposed where nobody says otherwise: what is there, else the documented names. */
public record EnableEkmOffer(Inspection seen) {

    /** One that is disabled first, as that is what is missing; else the only one. */
    public ProviderName provider() {
        List<Inspection.Provider> rows = seen.facts().providers().value().orElse(List.of());
        return Stream.concat(rows.stream().filter(row -> !row.enabled()), rows.stream())
                .map(Inspection.Provider::name)
                .findFirst()
                .orElse(EnableEkmChoices.USUAL_NAME);
    }

    public DllPath dll() {
        return seen.facts().providers().value().orElse(List.of()).stream()
                .filter(row -> row.name().equals(provider()))
                .flatMap(row -> path(row.dllPath()))
                .findFirst()
                .orElse(EnableEkmChoices.USUAL_DLL);
    }

    private static Stream<DllPath> path(String text) {
        try {
            return Stream.of(new DllPath(text));
        } catch (InvalidValue unusual) {
            return Stream.empty();
        }
    }

    /** A name that no credential has yet. */
    public CredentialName ownCredential() {
        return free(NameKind.CREDENTIAL, "Azure_EKM_admin_cred", CredentialName::new);
    }

    /** Names that are free, like that of the vault key. */
    public FirstKey key(KeyReference vaultKey) {
        String base = vaultKey.name().value().replace('-', '_');
        return new FirstKey(
                vaultKey,
                free(NameKind.KEY, base, AsymmetricKeyName::new),
                free(NameKind.LOGIN, base + "_login", LoginName::new),
                free(NameKind.CREDENTIAL, base + "_cred", CredentialName::new));
    }

    /** Vaults as credentials name them: those of credentials, else those that were looked at. */
    public List<String> vaults(List<VaultSight> sights) {
        List<String> named = seen.facts().credentials().value().orElse(List.of()).stream()
                .map(Credential::identity)
                .filter(identity -> !CatalogWords.isManagedIdentity(identity))
                .distinct()
                .toList();
        return named.isEmpty()
                ? sights.stream().map(vault -> identity(vault.address())).toList()
                : named;
    }

    /** In the public cloud by its short name (document: set-up steps). */
    private static String identity(VaultAddress address) {
        boolean brief = address.host().equals(address.name() + ".vault.azure.net");
        return brief ? address.name() : address.host();
    }

    private <N> N free(NameKind kind, String base, Function<String, N> name) {
        String proposed = base;
        for (int number = 2; taken(kind, proposed); number++) {
            proposed = base + "_" + number;
        }
        return name.apply(proposed);
    }

    private boolean taken(NameKind kind, String name) {
        return seen.facts().around().keyholding().names().value().orElse(List.of()).stream()
                .anyMatch(one -> one.kind() == kind && one.name().equalsIgnoreCase(name));
    }
}
