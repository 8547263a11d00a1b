package keyturn.plan.verify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.azure.VaultSight.Version;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.EncryptionKey;
import keyturn.domain.inspection.Inspection.KeyLogin;
import keyturn.domain.inspection.Inspection.Provider;
import keyturn.plan.Plan;
import keyturn.plan.fact.Holds;
import keyturn.plan.fact.KeyLines;
import keyturn.plan.fact.ServerKeys;
import keyturn.plan.fact.Times;
import keyturn.plan.fact.VaultKeys;
import keyturn.plan.forecast.DatabaseForecast;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.Missing;
import keyturn.plan.forecast.RestartAnswer;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.TestStep;
import keyturn.plan.step.VaultStep;
import keyturn.plan.verify.Verification.RunSeen;
import keyturn.plan.words.ForecastWords;

/**
 * Whether the next start of the engine would open what hangs on a key: as its login, by the one credential that this carries
 * for the provider, in the vault that the credential names, as an application whose secret still counts. A start alone shows
 * it; this is what can be looked at before.
 */
final class Reopening {

    /** Reasons of one answer that are told. */
    private static final int SHOWN = 3;

    private final Plan plan;
    private final KeyStep.ReadKeyChain chain;
    private final Inspection fresh;
    private final RunSeen seen;

    private Reopening(Plan plan, KeyStep.ReadKeyChain chain, Inspection fresh, RunSeen seen) {
        this.plan = plan;
        this.chain = chain;
        this.fresh = fresh;
        this.seen = seen;
    }

    /** Yes only where nothing is left unknown. */
    static Holds of(Plan plan, KeyStep.ReadKeyChain chain, Inspection fresh, RunSeen seen) {
        return new Reopening(plan, chain, fresh, seen).told();
    }

    /** The same in one sentence, with what stands against it. */
    static Message note(Plan plan, KeyStep.ReadKeyChain chain, Inspection fresh, RunSeen seen) {
        return switch (of(plan, chain, fresh, seen)) {
            case Holds.Yes yes -> Message.of("plan.note.reopens", chain.key());
            case Holds.No no ->
                Message.of("plan.note.reopensNot", chain.key(), no.found().text());
            case Holds.Unknown unknown ->
                Message.of(
                        "plan.note.reopensUnknown", chain.key(), unknown.why().text());
        };
    }

    /** Never better than the forecast of the databases that the key protects, which knows the last test and the last change. */
    private Holds told() {
        Holds own = judged();
        List<RestartAnswer> ahead = forecast();
        List<Message> against = ahead.stream()
                .filter(RestartAnswer::isFailing)
                .flatMap(answer -> ForecastWords.shown(answer, SHOWN).stream())
                .distinct()
                .toList();
        List<Message> unknown = ahead.stream()
                .flatMap(answer -> untested(answer).stream())
                .distinct()
                .toList();
        return switch (own) {
            case Holds.No no -> no;
            case Holds.Unknown open -> against.isEmpty() ? open : notOpened(against);
            case Holds.Yes yes -> {
                if (!against.isEmpty()) {
                    yield notOpened(against);
                }
                yield unknown.isEmpty() ? yes : new Holds.Unknown(Message.of("plan.reopen.unknown", joined(unknown)));
            }
        };
    }

    /** What changed since the last test; what else the forecast misses, this verdict knows by the plan's own names. */
    private static List<Message> untested(RestartAnswer answer) {
        return switch (answer) {
            case RestartAnswer.Uncertain uncertain ->
                uncertain.missing().stream()
                        .filter(Missing.NotTested.class::isInstance)
                        .map(ForecastWords::of)
                        .toList();
            case RestartAnswer.Opens opens -> List.of();
            case RestartAnswer.Fails fails -> List.of();
        };
    }

    private static Holds notOpened(List<Message> against) {
        return new Holds.No(Message.of("plan.reopen.no", joined(against)));
    }

    private List<RestartAnswer> forecast() {
        Set<DatabaseName> protectedBy = fresh.facts().databases().value().orElse(List.of()).stream()
                .filter(row -> row.key()
                        .value()
                        .flatMap(key -> key)
                        .map(EncryptionKey::thumbprint)
                        .filter(print -> ServerKeys.named(fresh, chain.key())
                                .map(AsymmetricKey::thumbprint)
                                .equals(Optional.of(print)))
                        .isPresent())
                .map(Database::name)
                .collect(Collectors.toSet());
        return Forecast.of(fresh, RunOutlook.of(plan, seen)).databases().stream()
                .filter(one -> protectedBy.contains(one.database()))
                .map(DatabaseForecast::answer)
                .distinct()
                .toList();
    }

    private Holds judged() {
        List<Holds> all = Stream.of(provider(), login(), vault(), rights(), secret())
                .flatMap(List::stream)
                .toList();
        List<Message> against = new ArrayList<>();
        List<Message> unknown = new ArrayList<>();
        List<Message> found = new ArrayList<>();
        for (Holds one : all) {
            switch (one) {
                case Holds.Yes yes -> found.add(yes.found());
                case Holds.No no -> against.add(no.found());
                case Holds.Unknown open -> unknown.add(open.why());
            }
        }
        if (!against.isEmpty()) {
            return new Holds.No(Message.of("plan.reopen.no", joined(against)));
        }
        return unknown.isEmpty()
                ? new Holds.Yes(Message.of("plan.reopen.yes", joined(found)))
                : new Holds.Unknown(Message.of("plan.reopen.unknown", joined(unknown)));
    }

    private static String joined(List<Message> messages) {
        return messages.stream().map(Message::text).collect(Collectors.joining(" "));
    }

    private Optional<Provider> row() {
        Optional<String> guid = ServerKeys.named(fresh, chain.key()).map(AsymmetricKey::providerGuid);
        return guid.flatMap(wanted -> fresh.facts().providers().value().orElse(List.of()).stream()
                .filter(row -> row.guid().equalsIgnoreCase(wanted))
                .findFirst());
    }

    private List<Holds> provider() {
        var ekm = fresh.facts().ekm();
        if (ekm.value().isEmpty() || row().isEmpty()) {
            return unknown(Message.of("plan.reopen.providerUnseen"));
        }
        if (!ekm.value().get().configured()) {
            return no(Message.of("plan.reopen.ekmOff"));
        }
        Provider provider = row().get();
        return provider.enabled()
                ? yes(Message.of("plan.reopen.provider", provider.name()))
                : no(Message.of("plan.reopen.providerDisabled", provider.name()));
    }

    private List<Holds> login() {
        List<KeyLogin> rows = fresh.facts().keyLogins().value().orElse(List.of()).stream()
                .filter(row -> row.name().equals(chain.login()))
                .toList();
        if (rows.stream().anyMatch(KeyLogin::disabled)) {
            return no(Message.of("plan.reopen.loginDisabled", chain.login()));
        }
        List<Credential> carried = rows.stream()
                .flatMap(row -> row.credential().stream())
                .flatMap(name -> fresh.facts().credentials().value().orElse(List.of()).stream()
                        .filter(credential -> credential.name().equals(name)))
                .filter(credential -> row().filter(provider -> provider.id() == credential.providerId())
                        .isPresent())
                .toList();
        return carried.size() == 1
                ? yes(Message.of(
                        "plan.reopen.login",
                        chain.login(),
                        carried.getFirst().name(),
                        carried.getFirst().identity()))
                : no(Message.of("plan.reopen.loginCredentials", chain.login(), carried.size()));
    }

    private List<Holds> vault() {
        Optional<VaultMatch> match = VaultMatch.of(chain.key(), fresh.facts());
        if (match.isEmpty()) {
            return unknown(Message.of("plan.reopen.vaultUnseen", chain.key()));
        }
        boolean named = fresh.facts().credentials().value().orElse(List.of()).stream()
                .filter(credential -> credential.name().equals(chain.credential()))
                .flatMap(credential -> VaultKeys.address(credential.identity()).stream())
                .anyMatch(match.get().vault().address()::equals);
        return named
                ? List.of(version(match.get()))
                : no(Message.of("plan.reopen.otherVault", chain.credential(), KeyLines.vaultKey(match.get())));
    }

    /** Outside its dates the vault still unwraps; whether the connector takes such a key at a start, no document says. */
    private Holds version(VaultMatch match) {
        Version version = match.version();
        String key = KeyLines.vaultKey(match);
        if (!version.enabled()) {
            return new Holds.No(Message.of("plan.reopen.versionDisabled", key));
        }
        return version.wrapsAt(fresh.takenAt())
                ? new Holds.Yes(version.expires()
                        .map(end -> Message.of("plan.reopen.versionUntil", key, Times.seconds(end)))
                        .orElse(Message.of("plan.reopen.version", key)))
                : new Holds.Unknown(Message.of("plan.reopen.versionDates", key));
    }

    /** By the run's own trial, or by the engine's word that it unwrapped a key with it. */
    private List<Holds> rights() {
        return Stream.concat(
                        VaultStep.trials(plan.steps()),
                        TestStep.tests(plan.steps()).filter(test -> !test.isBefore()))
                .flatMap(step -> Stream.ofNullable(seen.tests().get(step.id())))
                .map(Verifier.TestSeen::at)
                .max(Instant::compareTo)
                .map(at -> yes(Message.of("plan.reopen.rights", Times.seconds(at))))
                .orElseGet(() -> unknown(Message.of("plan.reopen.rightsUntried")));
    }

    /** Nothing is unknown here by not looking: SQL Server itself never says how long a secret counts. */
    private List<Holds> secret() {
        Optional<ApplicationSeen> application = fresh.facts()
                .azure()
                .map(AzureSight::application)
                .flatMap(fact -> fact.value())
                .filter(one -> plan.choices().application().equals(Optional.of(one.client())));
        if (application.isEmpty()) {
            return yes(Message.of("plan.reopen.secretUnseen"));
        }
        List<SecretSeen> live = application.get().secrets().stream()
                .filter(secret -> secret.expires()
                        .filter(end -> !fresh.takenAt().isBefore(end))
                        .isEmpty())
                .toList();
        if (live.isEmpty()) {
            return no(Message.of("plan.reopen.secretsOver", application.get().name()));
        }
        Optional<Instant> first =
                live.stream().flatMap(one -> one.expires().stream()).min(Instant::compareTo);
        return yes(first.map(end -> Message.of(
                        live.size() == 1 ? "plan.reopen.secretUntil" : "plan.reopen.secretsFrom",
                        application.get().name(),
                        Times.seconds(end)))
                .orElse(Message.of("plan.reopen.secretUnseen")));
    }

    private static List<Holds> yes(Message found) {
        return List.of(new Holds.Yes(found));
    }

    private static List<Holds> no(Message found) {
        return List.of(new Holds.No(found));
    }

    private static List<Holds> unknown(Message why) {
        return List.of(new Holds.Unknown(why));
    }
}
