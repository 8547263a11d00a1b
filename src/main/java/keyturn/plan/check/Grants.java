package keyturn.plan.check;

import java.util.List;
import keyturn.domain.Permission;
import keyturn.domain.inspection.Inspection;

/** The rights that a plan needs and its login lacks. */
public final class Grants {

    private Grants() {}

    /** Empty also where it is not known what the login holds. CONTROL SERVER covers every read and test of an upgrade. */
    public static List<Permission> missing(Inspection inspection) {
        List<Permission> needed = List.of(Permission.CONTROL_SERVER);
        return inspection
                .facts()
                .permissions()
                .value()
                .map(held -> needed.stream().filter(one -> !held.contains(one)).toList())
                .orElse(List.of());
    }
}
