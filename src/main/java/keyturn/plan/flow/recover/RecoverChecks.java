package keyturn.plan.flow.recover;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.plan.check.Area;
import keyturn.plan.check.CallerChecks;
import keyturn.plan.check.DatabaseChecks;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.check.Findings;
import keyturn.plan.check.ForecastChecks;
import keyturn.plan.check.InstanceChecks;
import keyturn.plan.check.TestChecks;
import keyturn.plan.check.TopologyChecks;
import keyturn.plan.forecast.Cause;
import keyturn.plan.triage.VaultTriage;

/** What is looked at before a vault is brought back. */
final class RecoverChecks {

    private static final List<Function<RecoverSituation, Stream<Finding>>> ALL = List.of(
            InstanceChecks::version,
            CallerChecks::mayRun,
            InstanceChecks::ekmOn,
            InstanceChecks::provider,
            RecoverChecks::triage,
            RecoverChecks::forecast,
            RecoverChecks::secret,
            VaultChecks::vault,
            VaultChecks::copies,
            RecoverChecks::keys,
            RecoverChecks::credentials,
            TopologyChecks::cluster,
            TopologyChecks::listener,
            TopologyChecks::partners,
            DatabaseChecks::known,
            DatabaseChecks::unknown,
            DatabaseChecks::notOpenBeside,
            TestChecks::chosen,
            TestChecks::costs,
            DatabaseChecks::namesOnOneLine);

    private RecoverChecks() {}

    static List<Finding> findings(RecoverSituation situation) {
        return ALL.stream().flatMap(check -> check.apply(situation)).toList();
    }

    static Stream<Finding> of(Area area, Severity severity, String rule, Object... arguments) {
        return Findings.of(RecoverFlow.NAME, area, severity, rule, arguments);
    }

    /** Most of what looks like a lost vault is none: then one waits, or mends that, and changes nothing here. */
    private static Stream<Finding> triage(RecoverSituation situation) {
        VaultTriage triage = situation.triage();
        if (situation.isToWait()) {
            return of(Area.KEY_BACKUP, Severity.BLOCKS, "wait");
        }
        return triage.vaults().stream()
                .filter(one -> one.vault().address().equals(situation.choices().into())
                        || one.vault().address().equals(situation.choices().lost()))
                .flatMap(one -> triage(situation, one));
    }

    private static Stream<Finding> triage(RecoverSituation situation, VaultTriage.OfVault one) {
        Object vault = one.vault().address().name();
        return switch (one.trouble()) {
            case NONE, KEY_GONE -> of(Area.KEY_BACKUP, Severity.FINE, "answers", vault);
            case SOFT_DELETED -> of(Area.KEY_BACKUP, Severity.ATTENTION, "deleted", vault);
            case NAME, NETWORK, OTHER ->
                situation.choices().isRenamed() || situation.choices().home().isPresent()
                        ? of(Area.KEY_BACKUP, Severity.ATTENTION, "silent", vault)
                        : of(
                                Area.KEY_BACKUP,
                                Severity.BLOCKS,
                                "not-lost",
                                vault,
                                one.words().text());
            case SERVICE, BUSY, FIREWALL, RIGHTS, SIGN_IN ->
                of(
                        Area.KEY_BACKUP,
                        Severity.BLOCKS,
                        "not-lost",
                        vault,
                        one.words().text());
        };
    }

    /** What the plan mends stops it not; everything else stops a restart. */
    private static Stream<Finding> forecast(RecoverSituation situation) {
        boolean restarts =
                situation.choices().isRenamed() && situation.choices().restartNow();
        return restarts
                ? ForecastChecks.beforeRestart(situation, RecoverChecks::isMended)
                : ForecastChecks.told(situation);
    }

    private static boolean isMended(Cause cause) {
        return switch (cause) {
            case Cause.KeyNotInVault gone -> true;
            case Cause.MayNotUnwrap may -> true;
            case Cause.EkmOff off -> false;
            case Cause.ProviderGone gone -> false;
            case Cause.ProviderDisabled disabled -> false;
            case Cause.DllGone gone -> false;
            case Cause.DllUnusable bad -> false;
            case Cause.KeyGone gone -> false;
            case Cause.NoLogin none -> false;
            case Cause.LoginDisabled disabled -> false;
            case Cause.NoCredential none -> false;
            case Cause.VersionDisabled disabled -> false;
            case Cause.SecretExpired expired -> false;
            case Cause.HeldSecretOver over -> false;
        };
    }

    private static Stream<Finding> secret(RecoverSituation situation) {
        if (situation.choices().engine().isEmpty()) {
            return of(Area.SECRET, Severity.BLOCKS, "no-application");
        }
        Object client = situation.choices().engine().get().value();
        return situation.choices().secretAtHand()
                ? of(Area.SECRET, Severity.FINE, "secret", client)
                : of(Area.SECRET, Severity.BLOCKS, "no-secret", client);
    }

    /** A key that nobody knows by its name in the vault is tested by the backups of its databases alone. */
    private static Stream<Finding> keys(RecoverSituation situation) {
        List<RecoverSituation.Needed> needed = situation.needed();
        List<KeyCopy> restored = situation.restored();
        return needed.stream().flatMap(need -> {
            Object name = need.key().name();
            boolean known = need.named().isPresent();
            if (known) {
                return of(
                        Area.KEY_BACKUP,
                        Severity.FINE,
                        "key",
                        name,
                        need.named().get());
            }
            if (need.version().isPresent()) {
                return of(
                        Area.KEY_BACKUP,
                        Severity.ATTENTION,
                        "key-old-connector",
                        name,
                        need.version().get());
            }
            return situation.isCreated() || !restored.isEmpty()
                    ? of(Area.KEY_BACKUP, Severity.BLOCKS, "key-without-backup", name)
                    : of(Area.KEY_BACKUP, Severity.ATTENTION, "key-unknown", name);
        });
    }

    private static Stream<Finding> credentials(RecoverSituation situation) {
        List<Credential> naming = situation.naming();
        String names = naming.stream().map(row -> row.name().value()).collect(Collectors.joining(", "));
        if (!situation.choices().isRenamed()) {
            return of(Area.SECRET, Severity.FINE, "credentials-stay", names);
        }
        return naming.isEmpty()
                ? of(
                        Area.SECRET,
                        Severity.BLOCKS,
                        "no-credentials",
                        situation.choices().lost().name())
                : of(
                        Area.SECRET,
                        Severity.ATTENTION,
                        "credentials",
                        names,
                        situation.choices().into().name());
    }
}
