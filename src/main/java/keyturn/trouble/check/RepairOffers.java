package keyturn.trouble.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.DatabaseName;
import keyturn.domain.KnownBuild;
import keyturn.domain.LoginName;
import keyturn.domain.Thumbprint;
import keyturn.plan.Flows;
import keyturn.plan.build.HostNeed;
import keyturn.plan.forecast.Cause;
import keyturn.plan.next.HandRepair;
import keyturn.plan.next.MissingKey;
import keyturn.trouble.Knowledge;
import keyturn.trouble.RootCause;

/** What repairs the causes that checks found, with the names of this server. */
final class RepairOffers {

    private static final String REGISTER = "register-key";

    private final CheckedWorld world;

    private RepairOffers(CheckedWorld world) {
        this.world = world;
    }

    /** One for each cause that anything repairs, in the order of the causes. */
    static List<OfferedRepair> of(CheckedWorld world, List<RootCause> causes) {
        var offers = new RepairOffers(world);
        return causes.stream().flatMap(offers::offers).toList();
    }

    /** Each key that is missing is registered by a plan of its own. */
    private Stream<OfferedRepair> offers(RootCause cause) {
        List<OfferedRepair> missing = cause == RootCause.KEY_NOT_REGISTERED
                ? missing()
                        .map(key -> OfferedRepair.registering(cause, REGISTER, key))
                        .toList()
                : List.of();
        return missing.isEmpty() ? offer(cause).stream() : missing.stream();
    }

    private Optional<OfferedRepair> offer(RootCause cause) {
        return switch (cause) {
            case KEY_NOT_REGISTERED -> Optional.of(OfferedRepair.byFlow(cause, REGISTER, List.of()));
            case LOGIN_MISSING, LOGIN_WITHOUT_CREDENTIAL ->
                incomplete()
                        .map(key -> OfferedRepair.byFlow(cause, REGISTER, List.of("--asymmetric-key", key.value())));
            case SECRET_EXPIRED -> Optional.of(OfferedRepair.byFlow(cause, "roll-secret", expired()));
            case TENANT_WRONG -> Optional.of(OfferedRepair.byFlow(cause, "roll-secret", expired()));
            case LOGIN_DISABLED -> byHand(cause, causes().flatMap(RepairOffers::login));
            case KEY_DISABLED -> byHand(cause, causes().flatMap(RepairOffers::version));
            case KEY_DELETED -> deleted(cause);
            case CONNECTOR_UNSUPPORTED -> Optional.of(OfferedRepair.byFlow(cause, "upgrade", byStop()));
            case REGISTRY_RIGHTS -> byHand(cause, account().map(HandRepair.GrantRegistry::new));
            case RUNTIME_MISSING -> byHand(cause, runtime());
            case DATABASE_CLOSED -> byHand(cause, closed().stream().map(HandRepair.OpenDatabase::new));
            default -> byFlow(cause);
        };
    }

    /** No build that old is upgraded in place; where its installer lies, the DBA knows. */
    private static List<String> byStop() {
        return List.of(
                "--msi",
                "FILE.msi",
                "--build",
                KnownBuild.BUILD_15_0_2000_440_NOVEMBER_2024.version().toString());
    }

    private static Optional<OfferedRepair> byFlow(RootCause cause) {
        return Knowledge.all()
                .entry(cause)
                .flow()
                .filter(flow -> Flows.named(flow).isPresent())
                .map(flow -> OfferedRepair.byFlow(cause, flow, List.of()));
    }

    private static Optional<OfferedRepair> byHand(RootCause cause, Stream<? extends HandRepair> statements) {
        List<HandRepair> all = new ArrayList<>(statements.distinct().toList());
        return all.isEmpty() ? Optional.empty() : Optional.of(OfferedRepair.byHand(cause, all));
    }

    /** That of 2013 has another installer. */
    private Stream<HandRepair> runtime() {
        return HostSide.needs(world.seen()).equals(Set.of(HostNeed.RUNTIME_2013))
                ? Stream.empty()
                : Stream.of(new HandRepair.InstallRuntime());
    }

    private Stream<String> account() {
        return world.seen().facts().around().serviceAccount().value().stream();
    }

    private Stream<Cause> causes() {
        return world.causes().stream();
    }

    /** The thumbprints that databases and the error log name, each with the databases that wait for it. */
    private Stream<MissingKey> missing() {
        var log = new MissingKeys(world);
        return Stream.concat(log.all(), causes().flatMap(RepairOffers::gone))
                .distinct()
                .map(print -> new MissingKey(print, log.waiting(print)));
    }

    private static Stream<Thumbprint> gone(Cause cause) {
        return cause instanceof Cause.KeyGone gone ? Stream.of(gone.thumbprint()) : Stream.empty();
    }

    private List<String> expired() {
        return with(
                new ArrayList<>(List.of("--secret-expired")),
                "--open",
                closed().stream().limit(1).toList());
    }

    private static List<String> with(List<String> words, String option, List<DatabaseName> names) {
        if (!names.isEmpty()) {
            words.add(option);
            names.forEach(name -> words.add(name.value()));
        }
        return words;
    }

    private List<DatabaseName> closed() {
        return MissingKeys.closed(world.seen());
    }

    /** A key of master that has no login, or whose login has no credential. */
    private Optional<AsymmetricKeyName> incomplete() {
        return causes().flatMap(cause -> switch (cause) {
                    case Cause.NoLogin none -> Stream.of(none.key());
                    case Cause.NoCredential none -> keyOf(none.login());
                    case Cause.EkmOff other -> Stream.<AsymmetricKeyName>empty();
                    case Cause.ProviderGone other -> Stream.<AsymmetricKeyName>empty();
                    case Cause.ProviderDisabled other -> Stream.<AsymmetricKeyName>empty();
                    case Cause.DllGone other -> Stream.<AsymmetricKeyName>empty();
                    case Cause.DllUnusable other -> Stream.<AsymmetricKeyName>empty();
                    case Cause.KeyGone other -> Stream.<AsymmetricKeyName>empty();
                    case Cause.LoginDisabled other -> Stream.<AsymmetricKeyName>empty();
                    case Cause.VersionDisabled other -> Stream.<AsymmetricKeyName>empty();
                    case Cause.KeyNotInVault other -> Stream.<AsymmetricKeyName>empty();
                    case Cause.MayNotUnwrap other -> Stream.<AsymmetricKeyName>empty();
                    case Cause.SecretExpired other -> Stream.<AsymmetricKeyName>empty();
                    case Cause.HeldSecretOver other -> Stream.<AsymmetricKeyName>empty();
                })
                .findFirst();
    }

    private Stream<AsymmetricKeyName> keyOf(LoginName login) {
        return world.seen().facts().keyLogins().value().orElse(List.of()).stream()
                .filter(row -> row.name().equals(login))
                .flatMap(row -> row.key().stream());
    }

    private static Stream<HandRepair> login(Cause cause) {
        return cause instanceof Cause.LoginDisabled disabled
                ? Stream.of(new HandRepair.EnableLogin(disabled.login()))
                : Stream.empty();
    }

    private static Stream<HandRepair> version(Cause cause) {
        return cause instanceof Cause.VersionDisabled disabled
                ? Stream.of(new HandRepair.EnableVersion(disabled.vault(), disabled.name(), disabled.version()))
                : Stream.empty();
    }

    /** What can be recovered still is not restored from a backup. */
    private Optional<OfferedRepair> deleted(RootCause cause) {
        var gone = new GoneKeys(world.seen());
        return gone.mayBeRecovered() ? byHand(cause, gone.recoveries()) : byFlow(cause);
    }
}
