package keyturn.script.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.DllPath;
import keyturn.domain.Permission;
import keyturn.domain.ProviderName;
import keyturn.plan.Plan;
import keyturn.plan.step.Step;
import keyturn.script.TSql;

/**
 * What a script asks before its first step: is this the server, may this login do it, and are the facts that the plan relies
 * on as they were. What the plan itself changes is asked only as long as it has not changed it, so that a second run goes by.
 */
public final class PlanGuards {

    private static final String SERVER = "server";
    private static final String FILE = "file.";

    /** {@code sys.dm_os_file_exists} came with 2017. */
    private static final int WITH_FILE_VIEW = 14;

    private static final String RUNNING = """
            (SELECT CASE CONVERT(int, c.value_in_use) WHEN 1 THEN N'true' ELSE N'false' END
                FROM sys.configurations AS c WHERE c.name = N'EKM provider enabled')""";

    private static final String LISTENER = """
            ISNULL((SELECT TOP (1) l.dns_name FROM sys.availability_group_listeners AS l
                JOIN sys.availability_group_listener_ip_addresses AS i ON i.listener_id = l.listener_id
                WHERE i.ip_address = CONVERT(nvarchar(48), CONNECTIONPROPERTY('local_net_address'))
                ORDER BY l.dns_name), N'(none)')""";

    private final Plan plan;
    private final List<Step> steps;
    private final Map<String, String> basis;

    private PlanGuards(Plan plan, List<Step> steps) {
        this.plan = plan;
        this.steps = steps;
        this.basis = plan.basis().facts();
    }

    /** All that the plan relies on. */
    public static List<Guard> forward(Plan plan) {
        var guards = new PlanGuards(plan, plan.steps());
        List<Guard> all = new ArrayList<>();
        List<GuardFact> who = guards.who();
        guards.property(who, "server.version", text("SERVERPROPERTY('ProductVersion')"));
        all.add(Guard.of(who));
        all.add(Guard.of(guards.server(true)));
        all.addAll(new DatabaseGuards(plan).asPlanned());
        return all;
    }

    /** Only what would make a way back wrong: a database that does not open is a reason to go back, not one to stay. */
    public static List<Guard> backout(Plan plan, List<Step> steps) {
        var guards = new PlanGuards(plan, steps);
        List<Guard> all = new ArrayList<>();
        all.add(Guard.of(guards.who()));
        all.add(Guard.of(guards.server(false)));
        all.addAll(new DatabaseGuards(plan).protectors());
        return all;
    }

    /** Only: is this the server, and may this login do these steps. */
    public static List<Guard> identity(Plan plan, List<Step> steps) {
        return List.of(Guard.of(new PlanGuards(plan, steps).who()));
    }

    /** A permission in a database: {@code held}. */
    static GuardFact inDatabase(DatabaseName database, Permission needed) {
        return new GuardFact(
                "permission." + needed.name() + " in " + database,
                "held",
                held("HAS_PERMS_BY_NAME(" + TSql.literal(TSql.name(database.value())) + ", N'DATABASE', "
                        + TSql.literal(needed.name()) + ")"));
    }

    /** In a batch of its own, of what every version knows: another server may not even compile the questions that follow. */
    private List<GuardFact> who() {
        List<GuardFact> facts = new ArrayList<>();
        property(facts, "server.name", text("SERVERPROPERTY('ServerName')"));
        property(facts, "server.node", "@@SERVERNAME");
        permissions().forEach(facts::add);
        return facts;
    }

    private List<GuardFact> server(boolean forward) {
        List<GuardFact> facts = new ArrayList<>();
        if (forward) {
            property(facts, "server.clustered", flag("IsClustered"));
            property(facts, "server.hadrEnabled", flag("IsHadrEnabled"));
            property(facts, "server.listener", LISTENER);
        }
        property(facts, "ekm.running", RUNNING);
        points().forEach(point -> provider(facts, point, forward));
        files(forward).forEach(facts::add);
        return facts;
    }

    /** A fact that the plan could not read is not asked. */
    private void property(List<GuardFact> facts, String name, String found) {
        Optional.ofNullable(basis.get(name))
                .filter(was -> !was.startsWith("(") || was.equals("(none)"))
                .ifPresent(was -> facts.add(new GuardFact(name, was, found)));
    }

    private static String text(String property) {
        return "CONVERT(nvarchar(4000), " + property + ")";
    }

    private static String flag(String property) {
        return GuardFact.truth("CONVERT(int, SERVERPROPERTY('" + property + "')) = 1");
    }

    private Stream<GuardFact> permissions() {
        return steps.stream()
                .flatMap(step -> step.about().permission().stream())
                .filter(needed -> needed.securable().equals(SERVER))
                .distinct()
                .map(needed -> new GuardFact(
                        "permission." + needed.name(),
                        "held",
                        held("HAS_PERMS_BY_NAME(NULL, NULL, " + TSql.literal(needed.name()) + ")")));
    }

    private static String held(String permission) {
        return "CASE " + permission + " WHEN 1 THEN N'held' ELSE N'(not held)' END";
    }

    private List<Step.PointProvider> points() {
        return steps.stream()
                .filter(Step.PointProvider.class::isInstance)
                .map(Step.PointProvider.class::cast)
                .toList();
    }

    /** The version and the switch move with the DLL; the identity never does. */
    private void provider(List<GuardFact> facts, Step.PointProvider point, boolean forward) {
        ProviderName name = point.provider();
        property(facts, "provider." + name + ".guid", StepGuards.column(name, "CONVERT(nvarchar(36), p.guid)"));
        if (forward) {
            unlessPointed(facts, point, ".version", "p.version");
            unlessPointed(facts, point, ".enabled", GuardFact.truth("p.is_enabled = 1"));
        }
    }

    private void unlessPointed(List<GuardFact> facts, Step.PointProvider point, String fact, String found) {
        String name = "provider." + point.provider() + fact;
        String was = basis.getOrDefault(name, "");
        String pointed = "p.dll_path = " + TSql.literal(point.to().value());
        String now = "CASE WHEN " + pointed + " THEN " + TSql.literal(was) + " ELSE " + found + " END";
        property(facts, name, StepGuards.column(point.provider(), now));
    }

    /** Forward the files of the basis, backward the old DLL; an older server has no view for it, and FROM FILE finds out. */
    private Stream<GuardFact> files(boolean forward) {
        if (plan.identity().majorVersion() < WITH_FILE_VIEW) {
            return Stream.empty();
        }
        Stream<DllPath> wanted = forward
                ? plan.basis().files().stream().filter(path -> "there".equals(basis.get(FILE + path)))
                : points().stream().map(Step.PointProvider::to);
        return wanted.map(path -> new GuardFact(FILE + path, "there", """
                (SELECT CASE CONVERT(int, e.file_exists) WHEN 1 THEN N'there' ELSE N'(not there)' END
                    FROM sys.dm_os_file_exists(%s) AS e)""".formatted(TSql.literal(path.value()))));
    }
}
