package keyturn.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import keyturn.domain.Permission;
import keyturn.plan.check.Grants;
import keyturn.plan.step.Conduct;
import keyturn.tools.BesideOthers;
import keyturn.trouble.FlowPermission;
import keyturn.trouble.FlowPermission.Where;
import keyturn.trouble.Knowledge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of least permissions has for each flow what the steps of its plans need, and to plan never takes CONTROL SERVER. */
@BesideOthers
final class PermissionsOfFlowsTest {

    @ParameterizedTest
    @MethodSource("keyturn.conform.FlowFixture#named")
    void theTableHasWhatTheStepsOfAPlanNeed(FlowFixture fixture) {
        Set<String> listed = Knowledge.all().permissions().stream()
                .filter(one -> one.flow().equals(fixture.flow().value()))
                .map(one -> one.permission() + " " + one.where())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> missing = fixture.readablePlan().steps().stream()
                .flatMap(step -> Conduct.of(step).permission().stream())
                .map(one -> one.name() + " " + where(one))
                .filter(one -> !listed.contains(one))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), missing);
        assertFalse(Knowledge.all().permissions().contains(new FlowPermission("plan", "CONTROL SERVER", Where.SERVER)));
    }

    /** One list tells what a login lacks, the other what each flow takes: to plan they are one. */
    @Test
    void toPlanTakesWhatTheCheckOfPermissionsLooksFor() {
        assertEquals(
                Set.copyOf(Grants.neededToPlan()),
                Knowledge.all().permissions().stream()
                        .filter(one -> one.flow().equals("plan"))
                        .flatMap(one -> one.onServer().stream())
                        .collect(Collectors.toSet()));
    }

    private static Where where(Permission one) {
        if (one.name().startsWith("keys/") || one.name().startsWith("Microsoft.")) {
            return Where.VAULT;
        }
        if (one.name().startsWith("Application.")) {
            return Where.DIRECTORY;
        }
        return switch (one.securable()) {
            case "server" -> Where.SERVER;
            case "master" -> Where.MASTER;
            case "msdb" -> Where.MSDB;
            default -> Where.DATABASE;
        };
    }
}
