package keyturn.plan.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.domain.Permission;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.flow.Situation;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;

/**
 * The rights that a login lacks: to plan, it has to see; to run, it has to change. Empty also where it is not known what the
 * login holds.
 */
public final class Grants {

    /** What shows all that a plan relies on, and changes nothing. */
    private static final List<Permission> TO_PLAN = List.of(
            Permission.VIEW_SERVER_STATE,
            Permission.onServer("VIEW ANY DEFINITION"),
            Permission.onServer("VIEW ANY DATABASE"),
            new Permission("SELECT", "msdb"));

    private static final String CONTROL = "CONTROL";

    private Grants() {}

    /** What seeing all that any plan needs takes. */
    public static List<Permission> neededToPlan() {
        return TO_PLAN;
    }

    public static List<Permission> toPlan(Inspection inspection) {
        return lacking(TO_PLAN, inspection);
    }

    /** To run a plan of these choices; of another login nobody can see it. */
    public static List<Permission> missing(Situation situation) {
        String looked = situation.inspection().identity().loginName();
        return situation
                        .choices()
                        .runAs()
                        .filter(login -> !login.value().equalsIgnoreCase(looked))
                        .isPresent()
                ? List.of()
                : lacking(situation.rights(), situation.inspection());
    }

    /** To do these steps on the server: those that change something or test a key. */
    public static List<Permission> toRun(List<Step> steps, Inspection inspection) {
        List<Permission> needed = steps.stream()
                .map(Conduct::of)
                .filter(conduct -> conduct.changes() || conduct.needsAnswer())
                .flatMap(conduct -> conduct.permission().stream())
                .filter(permission -> !permission.name().contains("/"))
                .distinct()
                .toList();
        return lacking(needed, inspection);
    }

    /** Whether the login that looked holds this right on the server; empty where that is not known, as of rights elsewhere. */
    public static Optional<Boolean> holds(Permission needed, Inspection inspection) {
        return inspection
                .facts()
                .permissions()
                .value()
                .filter(known -> !needed.name().contains("/"))
                .map(known -> lacking(List.of(needed), inspection).isEmpty());
    }

    private static List<Permission> lacking(List<Permission> needed, Inspection inspection) {
        Optional<List<Permission>> known = inspection.facts().permissions().value();
        if (known.isEmpty()) {
            return List.of();
        }
        boolean control = known.get().contains(Permission.CONTROL_SERVER);
        Set<Permission> held = new HashSet<>(known.get());
        List<Permission> lacking = new ArrayList<>();
        needed.stream()
                .filter(one -> one.isRole()
                        ? !held.contains(one)
                        : !control && wider(one).noneMatch(held::contains))
                .forEach(lacking::add);
        return lacking;
    }

    /** No permission stands for membership in a role. The permission itself, and control of the database that it is in. */
    private static Stream<Permission> wider(Permission needed) {
        return Stream.of(needed, new Permission(CONTROL, needed.securable()));
    }
}
