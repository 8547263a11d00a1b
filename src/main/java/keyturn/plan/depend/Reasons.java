package keyturn.plan.depend;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Provider;
import keyturn.plan.forecast.Cause;
import keyturn.plan.forecast.DatabaseForecast;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.Missing;
import keyturn.plan.forecast.RestartAnswer;
import keyturn.plan.forecast.Warning;

/** Brings what the forecast says to the parts that it says it of. */
final class Reasons {

    private final Inspection.Facts facts;
    private final List<Chain> chains;
    private final Map<PartId, Set<Reason>> byPart = new LinkedHashMap<>();

    Reasons(Inspection.Facts facts, List<Chain> chains) {
        this.facts = facts;
        this.chains = chains;
    }

    List<Reason> of(PartId part) {
        return List.copyOf(byPart.getOrDefault(part, Set.of()));
    }

    void add(PartId part, Reason reason) {
        byPart.computeIfAbsent(part, first -> new LinkedHashSet<>()).add(reason);
    }

    /** Each reason is brought once, however many databases give it. */
    void addAll(Forecast forecast) {
        Set<Cause> causes = new LinkedHashSet<>(forecast.causes());
        Set<Missing> missing = new LinkedHashSet<>(missing(forecast.server()));
        forecast.databases().stream().map(DatabaseForecast::answer).forEach(answer -> missing.addAll(missing(answer)));
        causes.forEach(cause -> parts(cause).forEach(part -> add(part, new Reason.Fails(cause))));
        missing.forEach(one -> parts(one).forEach(part -> add(part, new Reason.Unclear(one))));
        forecast.warnings().forEach(one -> parts(one).forEach(part -> add(part, new Reason.Soon(one))));
    }

    static List<Missing> missing(RestartAnswer answer) {
        return switch (answer) {
            case RestartAnswer.Uncertain uncertain -> uncertain.missing();
            case RestartAnswer.Fails fails -> List.of();
            case RestartAnswer.Opens opens -> List.of();
        };
    }

    private Stream<? extends PartId> parts(Cause cause) {
        return switch (cause) {
            case Cause.EkmOff off -> all(PartKind.PROVIDER);
            case Cause.ProviderGone gone -> Stream.of(new PartId.OfKey(gone.key()));
            case Cause.ProviderDisabled disabled -> Stream.of(new PartId.OfProvider(disabled.provider()));
            case Cause.DllGone gone -> Stream.of(new PartId.OfProvider(gone.provider()));
            case Cause.DllUnusable bad -> Stream.of(new PartId.OfProvider(bad.provider()));
            case Cause.KeyGone gone -> Stream.of(new PartId.OfMissingKey(gone.thumbprint()));
            case Cause.NoLogin none -> Stream.of(new PartId.OfKey(none.key()));
            case Cause.LoginDisabled disabled -> Stream.of(new PartId.OfLogin(disabled.login()));
            case Cause.NoCredential none -> Stream.of(new PartId.OfLogin(none.login()));
            case Cause.VersionDisabled disabled -> vaultKey(disabled.vault(), disabled.name());
            case Cause.KeyNotInVault gone ->
                Stream.of(new PartId.Unseen(PartKind.VAULT_KEY, gone.key().value()));
            case Cause.MayNotUnwrap may ->
                Stream.of(new PartId.OfVault(may.vault().host()));
            case Cause.SecretExpired expired -> withSecret();
            case Cause.HeldSecretOver over -> Stream.of(new PartId.OfCredential(over.credential()));
        };
    }

    private Stream<? extends PartId> parts(Missing missing) {
        return switch (missing) {
            case Missing.Unread unread -> parts(unread.subject());
            case Missing.NotOpen closed -> Stream.of();
            case Missing.NothingLoaded none -> Stream.of(new PartId.OfProvider(none.provider()));
            case Missing.OtherDllLoaded other -> Stream.of(new PartId.OfProvider(other.provider()));
            case Missing.FileReplaced replaced -> providers(replaced.path());
            case Missing.VaultUnseen unseen ->
                chain(new PartId.OfKey(unseen.key())).stream()
                        .flatMap(chain -> Stream.of(chain.vault(), chain.vaultKey()))
                        .flatMap(Optional::stream);
            case Missing.KeyNotRecognised other ->
                Stream.of(new PartId.Unseen(PartKind.VAULT_KEY, other.key().value()));
            case Missing.OutsideDates outside ->
                chain(new PartId.OfKey(outside.key())).stream().flatMap(chain -> chain.vaultKey().stream());
            case Missing.SecretNotInUse altered -> Stream.of(new PartId.OfCredential(altered.credential()));
            case Missing.SecretNewer newer -> Stream.of(new PartId.OfCredential(newer.credential()));
            case Missing.NotTested untested -> Stream.of();
        };
    }

    private Stream<? extends PartId> parts(Missing.Subject subject) {
        return switch (subject) {
            case KEYS, ENCRYPTION -> all(PartKind.KEY).filter(PartId::isUnseen);
            case EKM, PROVIDERS, MODULES -> all(PartKind.PROVIDER);
            case LOGINS -> all(PartKind.LOGIN).filter(PartId::isUnseen);
            case CREDENTIALS -> all(PartKind.CREDENTIAL).filter(PartId::isUnseen);
            case DATABASES, ALTERATIONS -> Stream.of();
        };
    }

    private Stream<? extends PartId> parts(Warning warning) {
        return switch (warning) {
            case Warning.SecretExpires soon -> withSecret();
            case Warning.KeyExpires soon ->
                facts.azure().map(AzureSight::vaults).orElse(List.of()).stream()
                        .map(VaultSight::address)
                        .filter(address -> address.name().equals(soon.vault()))
                        .flatMap(address -> vaultKey(address, soon.name()));
        };
    }

    /** A managed identity has no secret. */
    private Stream<PartId> withSecret() {
        return facts.credentials().value().orElse(List.of()).stream()
                .filter(row -> !CatalogWords.isManagedIdentity(row.identity()))
                .<PartId>map(row -> new PartId.OfCredential(row.name()))
                .filter(part -> all(PartKind.CREDENTIAL).anyMatch(part::equals));
    }

    private Stream<PartId> all(PartKind kind) {
        return chains.stream()
                .flatMap(Chain::parts)
                .filter(part -> part.kind() == kind)
                .distinct();
    }

    private static Stream<PartId> vaultKey(VaultAddress vault, String name) {
        return Stream.of(new PartId.OfVaultKey(vault.host(), name));
    }

    private Stream<PartId> providers(String path) {
        return facts.providers().value().orElse(List.of()).stream()
                .filter(row -> row.dllPath().equalsIgnoreCase(path))
                .map(Provider::name)
                .<PartId>map(PartId.OfProvider::new);
    }

    private Optional<Chain> chain(PartId key) {
        return chains.stream().filter(chain -> chain.key().equals(key)).findFirst();
    }
}
