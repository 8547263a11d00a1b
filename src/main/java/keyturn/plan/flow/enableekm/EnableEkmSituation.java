package keyturn.plan.flow.enableekm;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.LoginName;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.EkmSwitch;
import keyturn.domain.inspection.Keyholding;
import keyturn.domain.inspection.Keyholding.Caller;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactKey.OfCredential;
import keyturn.plan.fact.FactKey.OfKey;
import keyturn.plan.fact.FactKey.OfProvider;
import keyturn.plan.fact.FactKey.OfServer;
import keyturn.plan.fact.FactKey.ProviderFact;
import keyturn.plan.fact.FactKey.ServerFact;
import keyturn.plan.fact.FactValue;
import keyturn.plan.fact.FactValue.Missing;
import keyturn.plan.fact.FactValue.Text;
import keyturn.plan.fact.ServerKeys;
import keyturn.plan.fact.VaultKeys;
import keyturn.plan.flow.Situation;
import keyturn.plan.flow.enableekm.EnableEkmChoices.FirstKey;

/**
 * What the set-up is planned from: the facts, the choices, and what follows from both.
 *
 * @param provider none: it comes and goes with the plan, which relies on its path alone
 */
public record EnableEkmSituation(
        Inspection inspection,
        ByDatabase each,
        EnableEkmChoices choices,
        Optional<Inspection.Provider> provider,
        ConcernedDatabases databases)
        implements Situation {

    static EnableEkmSituation of(Inspection inspection, EnableEkmChoices choices) {
        return new EnableEkmSituation(
                inspection, new ByDatabase(inspection), choices, Optional.empty(), ConcernedDatabases.NONE);
    }

    @Override
    public boolean replacesDll() {
        return false;
    }

    /** sp_configure with RECONFIGURE, CREATE CRYPTOGRAPHIC PROVIDER, CREATE CREDENTIAL, ALTER LOGIN (documents of these names). */
    @Override
    public List<Permission> rights() {
        boolean provider = row().filter(Inspection.Provider::enabled).isEmpty();
        Optional<FirstKey> key = choices.key();
        return Stream.of(
                        Stream.of(Permission.OWNER_OF_MASTER),
                        isOn() ? Stream.<Permission>empty() : Stream.of(Permission.ALTER_SETTINGS),
                        provider ? Stream.of(Permission.CONTROL_SERVER) : Stream.<Permission>empty(),
                        choices.own().isPresent()
                                ? Stream.of(Permission.ALTER_ANY_CREDENTIAL, Permission.ALTER_ANY_LOGIN)
                                : Stream.<Permission>empty(),
                        key.isPresent() ? Stream.of(Permission.CREATE_ASYMMETRIC_KEY) : Stream.<Permission>empty())
                .flatMap(rights -> rights)
                .toList();
    }

    @Override
    public SortedMap<FactKey, FactValue> ownFacts() {
        NodeName node = inspection.identity().node();
        SortedMap<FactKey, FactValue> facts = new TreeMap<>();
        facts.put(
                new OfProvider(node, choices.provider(), ProviderFact.DLL_PATH),
                FactValue.of(
                        inspection.facts().providers(),
                        rows -> row().<FactValue>map(one -> new Text(one.dllPath()))
                                .orElse(Missing.FREE)));
        choices.own().ifPresent(own -> facts.put(new OfCredential(node, own.name()), identity(own.name())));
        choices.key().ifPresent(key -> {
            facts.put(new OfCredential(node, key.credential()), identity(key.credential()));
            facts.put(new OfKey(node, key.name()), thumbprint(key.name()));
        });
        facts.put(
                new OfServer(node, ServerFact.CALLER_LOGIN),
                FactValue.of(
                        keyholding().caller(),
                        one -> one.login()
                                .<FactValue>map(login -> new Text(login.value()))
                                .orElse(Missing.NONE)));
        facts.put(
                new OfServer(node, ServerFact.CALLER_CREDENTIAL),
                FactValue.of(
                        keyholding().caller(),
                        one -> callersCredential()
                                .<FactValue>map(row -> new Text(row.name().value()))
                                .orElse(Missing.NONE)));
        return facts;
    }

    private FactValue identity(CredentialName name) {
        return FactValue.of(
                inspection.facts().credentials(),
                rows -> credential(name)
                        .<FactValue>map(row -> new Text(row.identity()))
                        .orElse(Missing.FREE));
    }

    private FactValue thumbprint(AsymmetricKeyName name) {
        return FactValue.of(
                inspection.facts().asymmetricKeys(),
                rows -> ServerKeys.named(inspection, name)
                        .<FactValue>map(row -> new Text(row.thumbprint().toString()))
                        .orElse(Missing.FREE));
    }

    boolean isOn() {
        return inspection
                .facts()
                .ekm()
                .value()
                .filter(EkmSwitch::running)
                .filter(EkmSwitch::configured)
                .isPresent();
    }

    /** The provider of the choices, as it is now. */
    Optional<Inspection.Provider> row() {
        return Situation.row(inspection, choices.provider());
    }

    /** Other providers of the catalog. */
    Stream<Inspection.Provider> others() {
        return inspection.facts().providers().value().orElse(List.of()).stream()
                .filter(one -> !one.name().equals(choices.provider()));
    }

    Keyholding keyholding() {
        return inspection.facts().around().keyholding();
    }

    Optional<LoginName> caller() {
        return keyholding().caller().value().flatMap(Caller::login);
    }

    /** What the login that runs the plan holds for this provider. */
    Optional<Credential> callersCredential() {
        return keyholding().caller().value().map(Caller::credentials).orElse(List.of()).stream()
                .filter(held ->
                        row().filter(one -> one.id() == held.providerId()).isPresent())
                .findFirst();
    }

    Optional<Credential> credential(CredentialName name) {
        return inspection.facts().credentials().value().orElse(List.of()).stream()
                .filter(one -> one.name().equals(name))
                .findFirst();
    }

    /** The vault of the own credential, where there is a door to it. */
    Optional<VaultSight> sight() {
        return choices.own()
                .flatMap(own -> VaultKeys.address(own.identity()))
                .flatMap(address -> VaultKeys.sight(inspection, address));
    }
}
