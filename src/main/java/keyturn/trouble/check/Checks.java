package keyturn.trouble.check;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.InvalidValue;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.build.StartedDll;
import keyturn.plan.check.Grants;
import keyturn.plan.check.HostLook;
import keyturn.plan.forecast.Missing;
import keyturn.plan.forecast.RestartAnswer;
import keyturn.plan.words.ForecastWords;
import keyturn.plan.words.PermissionWords;
import keyturn.trouble.CauseEntry;
import keyturn.trouble.CheckName;
import keyturn.trouble.Knowledge;
import keyturn.trouble.RootCause;
import keyturn.trouble.check.CheckResult.State;
import keyturn.trouble.logs.BothLogs;

/** Runs checks over what was read of a server; pure. */
public final class Checks {

    private static final int REASONS = 12;

    private static final FileVersion FLAG_2019 = FileVersion.parse("15.0.4298.1");
    private static final FileVersion FLAG_2022 = FileVersion.parse("16.0.4003.1");

    private final CheckedWorld world;
    private final ServerSide server;
    private final AzureSide azure;
    private final HostSide host;

    private Checks(CheckedWorld world) {
        this.world = world;
        this.server = new ServerSide(world);
        this.azure = new AzureSide(world);
        this.host = new HostSide(world);
    }

    /** @param wanted empty: all of them */
    public static CheckReport of(CheckedWorld world, Set<CheckName> wanted) {
        Checks checks = new Checks(world);
        CheckReport report = new CheckReport(Arrays.stream(CheckName.values())
                .filter(check -> wanted.isEmpty() || wanted.contains(check))
                .map(checks::result)
                .toList());
        boolean logs = report.of(CheckName.LOG).isPresent();
        return new CheckReport(
                report.results(),
                RepairOffers.of(world, report.causes()),
                logs ? checks.logs().timeLine() : BothLogs.EMPTY);
    }

    private CheckResult result(CheckName check) {
        Gathering into = new Gathering(check);
        forecast(check, into);
        switch (check) {
            case RESTART -> restart(into);
            case EKM -> server.ekm(into);
            case PROVIDER -> server.provider(into);
            case CONNECTOR -> new ConnectorSide(world.seen()).check(into);
            case KEYS -> keys(into);
            case DATABASES -> server.databases(into);
            case SECRET -> azure.secret(into);
            case VAULT -> azure.vault(into);
            case RIGHTS -> azure.rights(into);
            case ENDPOINTS -> azure.endpoints(into);
            case PROXY -> azure.proxy(into);
            case CLOCK -> new Clocks(world).check(into);
            case LOG -> logs().check(into);
            case TRACE_FLAG -> traceFlag(into);
            case PERMISSIONS -> permissions(into);
            case FILE -> file(into);
            case SIGNATURE -> signature(into);
            case REGISTRY -> host.registry(into);
            case RUNTIME -> host.runtime(into);
        }
        return into.result();
    }

    private LogSide logs() {
        return LogSide.of(world, this::isRuledOut, this::isFound);
    }

    /** One of the checks that show this cause finds it now. */
    private boolean isFound(RootCause cause) {
        return Knowledge.all().entry(cause).checks().stream()
                .filter(check -> check != CheckName.LOG)
                .map(this::result)
                .anyMatch(result -> result.causes().contains(cause));
    }

    /** What this check would find now says that it is not this one. */
    private boolean isRuledOut(RootCause cause) {
        CauseEntry entry = Knowledge.all().entry(cause);
        return entry.isRuledOut()
                && entry.checks().stream()
                        .limit(1)
                        .allMatch(
                                first -> first != CheckName.LOG && result(first).state() == State.FINE);
    }

    /** What the forecast knows of the thing that this check looks at. */
    private void forecast(CheckName check, Gathering into) {
        world.causes().stream()
                .filter(cause -> ForecastCauses.check(cause) == check)
                .forEach(cause -> into.add(State.FOUND, ForecastWords.of(cause), ForecastCauses.of(cause)));
        world.forecast().warnings().stream()
                .filter(warning -> ForecastCauses.check(warning) == check)
                .forEach(warning -> into.add(State.ATTENTION, ForecastWords.of(warning), ForecastCauses.of(warning)));
        switch (world.forecast().server()) {
            case RestartAnswer.Uncertain uncertain ->
                uncertain.missing().stream()
                        .filter(missing -> ForecastCauses.check(missing) == check)
                        .forEach(missing -> ForecastCauses.of(missing)
                                .ifPresentOrElse(
                                        cause -> into.add(state(missing), ForecastWords.of(missing), cause),
                                        () -> into.add(State.UNKNOWN, ForecastWords.of(missing))));
            case RestartAnswer.Opens opens -> {}
            case RestartAnswer.Fails fails -> {}
        }
    }

    /** A database that should be open and is not, is wrong already. */
    private static State state(Missing missing) {
        return switch (missing) {
            case Missing.NotOpen closed -> State.FOUND;
            case Missing.SecretNotInUse altered -> State.ATTENTION;
            case Missing.SecretNewer newer -> State.ATTENTION;
            case Missing.OtherDllLoaded other -> State.ATTENTION;
            case Missing.FileReplaced replaced -> State.ATTENTION;
            case Missing.OutsideDates outside -> State.ATTENTION;
            case Missing.VaultUnseen unseen -> State.UNKNOWN;
            case Missing.KeyNotRecognised other -> State.UNKNOWN;
            case Missing.NothingLoaded none -> State.UNKNOWN;
            case Missing.Unread unread -> State.UNKNOWN;
            case Missing.NotTested untested -> State.UNKNOWN;
        };
    }

    private void restart(Gathering into) {
        State state =
                switch (world.forecast().server()) {
                    case RestartAnswer.Opens opens -> State.FINE;
                    case RestartAnswer.Fails fails -> State.FOUND;
                    case RestartAnswer.Uncertain uncertain -> State.UNKNOWN;
                };
        into.add(state, ForecastWords.headline(world.forecast()));
        ForecastWords.shown(world.forecast().server(), REASONS).forEach(reason -> into.add(state, reason));
    }

    private void keys(Gathering into) {
        Inspection.Facts facts = world.seen().facts();
        if (facts.asymmetricKeys().value().isEmpty()) {
            into.unread(facts.asymmetricKeys());
        }
        if (facts.keyLogins().value().isEmpty()) {
            into.unread(facts.keyLogins());
        }
        azure.uris(into, facts.asymmetricKeys().value().orElse(List.of()));
        if (into.isEmpty()) {
            into.say(State.FINE, "keys.none", List.of());
        }
        into.look(new HostLook.KeyUris());
    }

    private void traceFlag(Gathering into) {
        boolean knows = knowsFlag(world.seen().identity());
        world.traceFlag()
                .value()
                .ifPresentOrElse(on -> traceFlag(into, knows, on), () -> into.unread(world.traceFlag()));
    }

    private static void traceFlag(Gathering into, boolean knows, boolean on) {
        if (knows) {
            into.say(on ? State.FINE : State.ATTENTION, on ? "flag.on" : "flag.off", List.of());
        } else {
            into.say(on ? State.ATTENTION : State.FINE, on ? "flag.on.older" : "flag.off.older", List.of());
        }
    }

    /** Trace flag 15025 came with 2019 CU19 and 2022 CU1 (KB 5023236). */
    private static boolean knowsFlag(Inspection.ServerIdentity server) {
        try {
            FileVersion build = FileVersion.parse(server.productVersion());
            FileVersion since = server.majorVersion() == FLAG_2019.major() ? FLAG_2019 : FLAG_2022;
            return build.compareTo(since) >= 0;
        } catch (InvalidValue unreadable) {
            return false;
        }
    }

    private void permissions(Gathering into) {
        Inspection seen = world.seen();
        if (seen.facts().permissions().value().isEmpty()) {
            into.unread(seen.facts().permissions());
            return;
        }
        var missing = Grants.toPlan(seen);
        if (missing.isEmpty()) {
            into.say(State.FINE, "permissions.plan", List.of(seen.identity().loginName()));
        } else {
            into.say(
                    State.ATTENTION,
                    "permissions.missing",
                    List.of(seen.identity().loginName(), PermissionWords.all(missing)),
                    RootCause.PERMISSION_MISSING);
        }
        PermissionTable.rows(seen).forEach(row -> into.add(State.FINE, row));
        PermissionTable.flows(seen).forEach(row -> into.add(State.FINE, row));
    }

    private void file(Gathering into) {
        Inspection.Facts facts = world.seen().facts();
        facts.dllFiles()
                .value()
                .ifPresentOrElse(
                        files -> files.forEach(each -> into.say(State.FINE, "file.there", List.of(each.path()))),
                        () -> into.unread(facts.dllFiles()));
        facts.providers()
                .value()
                .orElse(List.of())
                .forEach(provider -> new StartedDll(world.seen(), provider)
                        .startedWithout()
                        .ifPresent(there -> into.say(
                                State.FOUND,
                                "file.replaced",
                                List.of(there, provider.version()),
                                RootCause.DLL_REPLACED)));
        dll().ifPresent(path -> into.look(new HostLook.FileRights(path)));
        if (into.isEmpty()) {
            into.say(State.UNKNOWN, "file.none", List.of());
        }
    }

    private void signature(Gathering into) {
        host.signature(into);
        dll().ifPresent(path -> into.look(new HostLook.Signature(path)));
    }

    private Optional<DllPath> dll() {
        return world.seen().facts().providers().value().orElse(List.of()).stream()
                .findFirst()
                .flatMap(row -> {
                    try {
                        return Optional.of(new DllPath(row.dllPath()));
                    } catch (InvalidValue unusual) {
                        return Optional.empty();
                    }
                });
    }
}
