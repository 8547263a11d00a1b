package keyturn.plan.flow.removesecret;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import keyturn.domain.CredentialName;
import keyturn.domain.Permission;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.KeyUses.Altered;
import keyturn.domain.inspection.KeyUses.AlteredKind;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactValue;
import keyturn.plan.flow.Situation;

/** What the removal of a secret is planned from. */
public record RemoveSituation(
        Inspection inspection,
        ByDatabase each,
        RemoveChoices choices,
        Optional<Inspection.Provider> provider,
        ConcernedDatabases databases)
        implements Situation {

    static RemoveSituation of(Inspection inspection, RemoveChoices choices) {
        Optional<Inspection.Provider> provider = Situation.row(inspection, choices.provider());
        ConcernedDatabases databases =
                provider.map(row -> ConcernedDatabases.of(inspection, row)).orElse(ConcernedDatabases.NONE);
        return new RemoveSituation(inspection, new ByDatabase(inspection), choices, provider, databases);
    }

    @Override
    public boolean replacesDll() {
        return false;
    }

    /** Nothing is changed on the server; the run's lock is one of dbo in master. */
    @Override
    public List<Permission> rights() {
        return List.of(Permission.OWNER_OF_MASTER);
    }

    @Override
    public SortedMap<FactKey, FactValue> ownFacts() {
        return RemoveBasis.of(this);
    }

    Optional<SecretSeen> secret() {
        return choices.secret().seen(inspection);
    }

    /** The secret that the DBA states the credentials hold, where it is a valid one of the application. */
    Optional<SecretSeen> stated() {
        return choices.holds()
                .flatMap(keyId -> choices.secret().application(inspection).flatMap(seen -> seen.secret(keyId)))
                .filter(secret -> secret.isValid(inspection.takenAt()));
    }

    /** The valid secret that was made last, other than the one to be removed. */
    Optional<SecretSeen> successor() {
        return choices.secret().application(inspection).map(ApplicationSeen::secrets).orElse(List.of()).stream()
                .filter(one -> !one.keyId().equalsIgnoreCase(choices.secret().keyId()))
                .filter(one -> one.isValid(inspection.takenAt()) && one.starts().isPresent())
                .max(Comparator.comparing(one -> one.starts().orElseThrow()));
    }

    /** Credentials for a provider that hold a secret. */
    List<Credential> withSecret() {
        return inspection.facts().credentials().value().orElse(List.of()).stream()
                .filter(row -> !CatalogWords.isManagedIdentity(row.identity()))
                .toList();
    }

    Optional<Altered> altered(CredentialName credential) {
        return inspection.facts().around().keyholding().uses().alterations().value().orElse(List.of()).stream()
                .filter(row ->
                        row.kind() == AlteredKind.CREDENTIAL && row.name().equals(credential.value()))
                .findFirst();
    }
}
