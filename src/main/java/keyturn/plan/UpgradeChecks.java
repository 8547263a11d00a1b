package keyturn.plan;

import static keyturn.domain.OneLine.holds;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DllPath;
import keyturn.domain.Fact;
import keyturn.domain.Inspection;
import keyturn.domain.Inspection.EkmSwitch;
import keyturn.domain.InvalidValue;
import keyturn.domain.Permission;
import keyturn.domain.Problem;

/** What must hold before an upgrade is planned: a list of small checks, each with its own reasons. All of them are asked. */
final class UpgradeChecks {

    /** SQL Server 2016. */
    private static final int OLDEST_MAJOR = 13;

    private static final List<Check> ALL = List.of(
            UpgradeChecks::version,
            UpgradeChecks::providerFound,
            UpgradeChecks::ekmOn,
            UpgradeChecks::mayAlterProvider,
            UpgradeChecks::anotherFile,
            UpgradeChecks::wayBack,
            UpgradeChecks::databasesKnown,
            situation -> situation.databases().untold().stream(),
            LaneChecks::builds,
            LaneChecks::databases,
            TopologyChecks::problems,
            UpgradeChecks::namesOnOneLine);

    private UpgradeChecks() {}

    static List<Problem> problems(Situation situation) {
        return ALL.stream().flatMap(check -> check.problems(situation)).toList();
    }

    private static Stream<Problem> version(Situation situation) {
        var identity = situation.inspection().identity();
        return identity.majorVersion() >= OLDEST_MAJOR
                ? Stream.empty()
                : blocked("version.too-old", identity.name(), identity.productVersion());
    }

    private static Stream<Problem> providerFound(Situation situation) {
        if (situation.provider().isPresent()) {
            return Stream.empty();
        }
        Fact<List<Inspection.Provider>> providers =
                situation.inspection().facts().providers();
        return providers.value().isPresent()
                ? blocked("provider.missing", situation.choices().provider())
                : Stream.of(Blocks.notKnown("providers.unknown", providers));
    }

    private static Stream<Problem> ekmOn(Situation situation) {
        Fact<EkmSwitch> ekm = situation.inspection().facts().ekm();
        return ekm.value()
                .map(known -> known.running() ? Stream.<Problem>empty() : blocked("ekm.off"))
                .orElseGet(() -> Stream.of(Blocks.notKnown("ekm.unknown", ekm)));
    }

    /** CONTROL on a provider cannot be granted by itself: sys.fn_builtin_permissions has no such class. */
    private static Stream<Problem> mayAlterProvider(Situation situation) {
        return switch (situation.inspection().facts().permissions()) {
            case Fact.Known<List<Permission>> known ->
                known.content().contains(UpgradeSteps.CONTROL_SERVER)
                        ? Stream.empty()
                        : blocked("permission.missing", UpgradeSteps.CONTROL_SERVER.name());
            case Fact.Unknown<List<Permission>> unknown -> Stream.empty();
            case Fact.NotPermitted<List<Permission>> denied ->
                blocked("permission.unseen", UpgradeSteps.CONTROL_SERVER.name());
        };
    }

    /** The loaded file is locked, so the new one lies in another folder; an equal path written otherwise is the same file. */
    private static Stream<Problem> anotherFile(Situation situation) {
        DllPath to = situation.choices().dll();
        return situation.provider().filter(row -> row.dllPath().equalsIgnoreCase(to.value())).stream()
                .flatMap(row -> blocked("path.same-file", to, row.dllPath()));
    }

    private static Stream<Problem> wayBack(Situation situation) {
        return situation.provider().stream()
                .flatMap(row -> broken(row.dllPath())
                        .map(rule -> Blocks.of(
                                "path.no-way-back", Optional.of(rule.summary().text()), row.dllPath()))
                        .stream());
    }

    private static Optional<Problem> broken(String path) {
        try {
            DllPath unused = new DllPath(path);
            return Optional.empty();
        } catch (InvalidValue broken) {
            return Optional.of(broken.problem());
        }
    }

    private static Stream<Problem> databasesKnown(Situation situation) {
        var databases = situation.inspection().facts().databases();
        return databases.value().isPresent()
                ? Stream.empty()
                : Stream.of(Blocks.notKnown("databases.unknown", databases));
    }

    private static Stream<Problem> namesOnOneLine(Situation situation) {
        Stream<String> names = Stream.concat(
                Stream.of(situation.choices().provider().value()),
                situation.databases().open().stream()
                        .map(database -> database.name().value()));
        return names.filter(name -> !holds(name)).flatMap(name -> blocked("name.line-break", name));
    }

    private static Stream<Problem> blocked(String rule, Object... arguments) {
        return Stream.of(Blocks.of(rule, Optional.empty(), arguments));
    }

    /** One thing to look at; more of them come with the full preflight. */
    private interface Check {
        Stream<Problem> problems(Situation situation);
    }
}
