package keyturn.script.guard;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DatabaseName;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.ProviderName;
import keyturn.plan.Plan;
import keyturn.plan.fact.Basis;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactKey.OfFile;
import keyturn.plan.fact.FactKey.OfPermission;
import keyturn.plan.fact.FactKey.OfProvider;
import keyturn.plan.fact.FactKey.OfServer;
import keyturn.plan.fact.FactKey.ProviderFact;
import keyturn.plan.fact.FactKey.ServerFact;
import keyturn.plan.fact.FactValue;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.SecretStep;
import keyturn.plan.step.SetupStep;
import keyturn.plan.step.Step;
import keyturn.script.TSql;

/**
 * What a script asks before its first step: is this the server, may this login do it, and are the facts that the plan relies
 * on as they were. What the plan itself changes is asked only as long as it has not changed it, so that a second run goes by.
 */
public final class PlanGuards {

    private static final String SERVER = "server";
    private static final String MASTER = "master";

    /** {@code sys.dm_os_file_exists} came with 2017. */
    private static final int WITH_FILE_VIEW = 14;

    private final Plan plan;
    private final List<Step> steps;
    private final Basis basis;
    private final NodeName node;

    private PlanGuards(Plan plan, List<Step> steps) {
        this.plan = plan;
        this.steps = steps;
        this.basis = plan.basis();
        this.node = plan.identity().node();
    }

    /**
     * All that the plan relies on.
     *
     * @param again a script goes on where it stopped before: it may have altered credentials
     */
    public static List<Guard> forward(Plan plan, boolean again) {
        var guards = new PlanGuards(plan, plan.steps());
        List<Guard> all = new ArrayList<>();
        List<GuardFact> who = guards.who();
        guards.property(who, ServerFact.VERSION, text("SERVERPROPERTY('ProductVersion')"));
        all.add(Guard.of(who));
        all.add(Guard.of(guards.server(true)));
        all.addAll(new DatabaseGuards(plan).asPlanned());
        List<GuardFact> secrets = again ? List.of() : guards.secrets();
        if (!secrets.isEmpty()) {
            all.add(Guard.of(secrets));
        }
        return all;
    }

    /** Only what would make a back-out wrong: a database that does not open is a reason to go back, not one to stay. */
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

    /** A permission in a database: held. */
    static GuardFact inDatabase(NodeName node, DatabaseName database, Permission needed) {
        return held(
                new OfPermission(node, new Permission(needed.name(), database.value())),
                "HAS_PERMS_BY_NAME(" + TSql.literal(TSql.name(database.value())) + ", N'DATABASE', "
                        + TSql.literal(needed.name()) + ")");
    }

    /** In a batch of its own, of what every version knows: another server may not even compile the questions that follow. */
    private List<GuardFact> who() {
        List<GuardFact> facts = new ArrayList<>();
        property(facts, ServerFact.NAME, text("SERVERPROPERTY('ServerName')"));
        property(facts, ServerFact.NODE, "@@SERVERNAME");
        permissions().forEach(facts::add);
        steps.stream()
                .flatMap(step -> Conduct.of(step).permission().stream())
                .filter(needed -> needed.securable().equals(MASTER))
                .distinct()
                .map(needed -> inDatabase(node, new DatabaseName(MASTER), needed))
                .forEach(facts::add);
        facts.addAll(CallerGuards.of(plan, steps));
        return facts;
    }

    private List<GuardFact> server(boolean forward) {
        List<GuardFact> facts = new ArrayList<>();
        if (forward) {
            flag(facts, ServerFact.CLUSTERED, serverFlag("IsClustered"));
            flag(facts, ServerFact.HADR_ENABLED, serverFlag("IsHadrEnabled"));
            FactKey listener = new OfServer(node, ServerFact.LISTENER);
            property(facts, listener, """
            ISNULL((SELECT TOP (1) l.dns_name FROM sys.availability_group_listeners AS l
                JOIN sys.availability_group_listener_ip_addresses AS i ON i.listener_id = l.listener_id
                WHERE i.ip_address = CONVERT(nvarchar(48), CONNECTIONPROPERTY('local_net_address'))
                ORDER BY l.dns_name), %s)""".formatted(GuardFact.literal(listener, FactValue.Missing.NONE)));
        }
        if (!SetupStep.turnsEkm(plan.steps())) {
            running(facts);
        }
        if (forward) {
            unaltered(facts);
        }
        points().forEach(point -> provider(facts, point, forward));
        files(forward).forEach(facts::add);
        return facts;
    }

    private void running(List<GuardFact> facts) {
        FactKey running = new OfServer(node, ServerFact.EKM_RUNNING);
        property(facts, running, """
            (SELECT %s
                FROM sys.configurations AS c WHERE c.name = N'EKM provider enabled')""".formatted(GuardFact.flag(running, "CONVERT(int, c.value_in_use) = 1")));
    }

    private void unaltered(List<GuardFact> facts) {
        basis.facts().keySet().stream()
                .flatMap(fact -> fact.ofAlteration().stream())
                .forEach(fact -> property(facts, fact, SecretGuards.altered(fact.credential())));
    }

    /** Whoever altered a credential since gave it a secret that nobody here knows. */
    private List<GuardFact> secrets() {
        return SecretStep.replaced(steps)
                .flatMap(replace ->
                        replace
                                .since()
                                .map(since -> SecretGuards.unaltered(node, replace.credential(), since))
                                .stream())
                .toList();
    }

    /** A fact that the plan could not read is not asked. */
    private void property(List<GuardFact> facts, FactKey fact, String found) {
        basis.value(fact).filter(FactValue::wasRead).ifPresent(was -> facts.add(GuardFact.of(fact, was, found)));
    }

    private void property(List<GuardFact> facts, ServerFact fact, String found) {
        property(facts, new OfServer(node, fact), found);
    }

    private void flag(List<GuardFact> facts, ServerFact fact, String condition) {
        FactKey key = new OfServer(node, fact);
        property(facts, key, GuardFact.flag(key, condition));
    }

    private static String text(String property) {
        return "CONVERT(nvarchar(4000), " + property + ")";
    }

    private static String serverFlag(String property) {
        return "CONVERT(int, SERVERPROPERTY('" + property + "')) = 1";
    }

    private Stream<GuardFact> permissions() {
        return steps.stream()
                .flatMap(step -> Conduct.of(step).permission().stream())
                .filter(needed -> needed.securable().equals(SERVER))
                .distinct()
                .map(needed -> held(
                        new OfPermission(node, needed),
                        "HAS_PERMS_BY_NAME(NULL, NULL, " + TSql.literal(needed.name()) + ")"));
    }

    private static GuardFact held(FactKey permission, String asked) {
        return GuardFact.of(permission, new FactValue.Flag(true), GuardFact.flag(permission, asked + " = 1"));
    }

    private List<ProviderStep.PointProvider> points() {
        return ProviderStep.points(steps).toList();
    }

    /** The version and the switch move with the DLL; the identity never does. */
    private void provider(List<GuardFact> facts, ProviderStep.PointProvider point, boolean forward) {
        ProviderName name = point.provider();
        property(
                facts,
                new OfProvider(node, name, ProviderFact.GUID),
                StepGuards.column(name, "CONVERT(nvarchar(36), p.guid)"));
        if (forward) {
            unlessPointed(facts, point, new OfProvider(node, name, ProviderFact.VERSION), "p.version");
            FactKey enabled = new OfProvider(node, name, ProviderFact.ENABLED);
            unlessPointed(facts, point, enabled, GuardFact.flag(enabled, "p.is_enabled = 1"));
        }
    }

    private void unlessPointed(List<GuardFact> facts, ProviderStep.PointProvider point, FactKey fact, String found) {
        basis.value(fact).ifPresent(was -> {
            String pointed = "p.dll_path" + ConditionGuards.ANY_CASE + " = "
                    + TSql.literal(point.to().value());
            String now = "CASE WHEN " + pointed + " THEN " + GuardFact.literal(fact, was) + " ELSE " + found + " END";
            property(facts, fact, StepGuards.column(point.provider(), now));
        });
    }

    /** Forward the files of the basis, backward the old DLL; an older server has no view for it, and FROM FILE finds out. */
    private Stream<GuardFact> files(boolean forward) {
        if (plan.identity().majorVersion() < WITH_FILE_VIEW) {
            return Stream.empty();
        }
        FactValue there = new FactValue.Flag(true);
        Stream<OfFile> wanted = forward
                ? basis.files().stream()
                        .map(path -> new OfFile(node, path))
                        .filter(file -> basis.value(file).equals(Optional.of(there)))
                : points().stream().map(point -> new OfFile(node, point.to()));
        return wanted.map(file -> GuardFact.of(file, there, """
                (SELECT %s
                    FROM sys.dm_os_file_exists(%s) AS e)""".formatted(
                        GuardFact.flag(file, "CONVERT(int, e.file_exists) = 1"),
                        TSql.literal(file.file().value()))));
    }
}
