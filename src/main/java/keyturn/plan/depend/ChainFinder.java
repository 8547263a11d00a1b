package keyturn.plan.depend;

import java.util.List;
import java.util.Optional;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.domain.inspection.Inspection.Provider;
import keyturn.domain.inspection.KeyLogins;
import keyturn.plan.fact.VaultKeys;

/** Follows a key of master to what opens it. Where a step of the way could not be read, an unseen part stands there. */
final class ChainFinder {

    private final Inspection.Facts facts;

    ChainFinder(Inspection.Facts facts) {
        this.facts = facts;
    }

    Chain of(AsymmetricKey key) {
        String name = key.name().value();
        Optional<Provider> provider = facts.providers().value().stream()
                .flatMap(List::stream)
                .filter(row -> row.guid().equalsIgnoreCase(key.providerGuid()))
                .findFirst();
        Fact<List<KeyLogin>> logins = KeyLogins.of(key.name(), facts);
        Optional<PartId> login = logins.value().isPresent()
                ? logins.value().get().stream().findFirst().map(row -> new PartId.OfLogin(row.name()))
                : Optional.of(new PartId.Unseen(PartKind.LOGIN, name));
        Optional<Credential> carried = carried(provider, logins.value().orElse(List.of()));
        Optional<PartId> credential = credential(name, login, carried);
        Optional<VaultAddress> named = carried.map(Credential::identity)
                .filter(identity -> !CatalogWords.isManagedIdentity(identity))
                .flatMap(VaultKeys::address);
        Optional<VaultMatch> match = VaultMatch.of(key.name(), facts)
                .filter(found ->
                        named.isEmpty() || named.get().equals(found.vault().address()));
        Optional<PartId> vault = named.or(() -> match.map(found -> found.vault().address()))
                .<PartId>map(address -> new PartId.OfVault(address.host()))
                .or(() -> credential.map(unseen -> new PartId.Unseen(PartKind.VAULT, name)));
        Optional<PartId> vaultKey = match.<PartId>map(found -> new PartId.OfVaultKey(
                        found.vault().address().host(), found.key().name()))
                .or(() -> vault.map(unseen -> new PartId.Unseen(PartKind.VAULT_KEY, name)));
        return new Chain(new PartId.OfKey(key.name()), provider(provider), login, credential, vault, vaultKey);
    }

    private Optional<PartId> provider(Optional<Provider> row) {
        return facts.providers().value().isEmpty()
                ? Optional.of(new PartId.Unseen(PartKind.PROVIDER, ""))
                : row.map(found -> new PartId.OfProvider(found.name()));
    }

    private Optional<Credential> carried(Optional<Provider> provider, List<KeyLogin> logins) {
        return facts.credentials().value().stream()
                .flatMap(List::stream)
                .filter(row ->
                        provider.filter(of -> of.id() != row.providerId()).isEmpty())
                .filter(row ->
                        logins.stream().anyMatch(login -> login.credential().equals(Optional.of(row.name()))))
                .findFirst();
    }

    private Optional<PartId> credential(String key, Optional<PartId> login, Optional<Credential> carried) {
        boolean unread = facts.credentials().value().isEmpty() && login.isPresent();
        return unread
                ? Optional.of(new PartId.Unseen(PartKind.CREDENTIAL, key))
                : carried.map(row -> new PartId.OfCredential(row.name()));
    }
}
