package keyturn.ui.preflight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Findings;
import keyturn.plan.check.HostLook;
import keyturn.plan.flow.Confirmation;
import org.junit.jupiter.api.Test;

/** What stands on the list as one row, and in which order. */
final class CheckListTest {

    private static final List<Finding> FOUND = Stream.of(
                    Findings.fine(Area.EKM, "ekm.on"),
                    denied("Sales"),
                    Findings.attention(Area.FILE, "file.unknown", "x.dll"),
                    host(Confirmation.DOT_NET, "dot-net", false),
                    denied("Ledger"),
                    host(Confirmation.VC_RUNTIME, "vc-runtime", true),
                    denied("Payroll"))
            .flatMap(one -> one)
            .toList();

    @Test
    void whatIsSaidOfSeveralDatabasesIsOneRow() {
        List<FindingGroup> groups = FindingGroup.of(FOUND);

        assertEquals(5, groups.size());
        assertEquals(3, groups.get(1).findings().size());
        assertEquals(
                FOUND.size(),
                groups.stream().mapToInt(group -> group.findings().size()).sum());
    }

    @Test
    void whatWasTickedBeforeAnybodyCameStandsBehindWhatNeedsSomebody() {
        CheckList list = CheckList.of(FOUND, Set.of(Confirmation.VC_RUNTIME));

        assertEquals(
                List.of("plan.database.key-denied", "plan.host.dot-net", "plan.file.unknown", "plan.host.vc-runtime"),
                list.open().stream().map(group -> group.first().code()).toList());
    }

    @Test
    void whatBlocksComesFirstAndACheckThatIsTickedNowKeepsItsPlace() {
        CheckList list = CheckList.of(FOUND, Set.of());

        assertEquals(
                List.of("plan.database.key-denied", "plan.host.dot-net", "plan.host.vc-runtime", "plan.file.unknown"),
                list.open().stream().map(group -> group.first().code()).toList());
        assertEquals(1, list.blocking());
        assertEquals(2, list.toLookAt());
        assertEquals(
                List.of("plan.ekm.on"), list.fine().stream().map(Finding::code).toList());
    }

    private static Stream<Finding> denied(String database) {
        return Findings.blocked(Area.DATABASES, "database.key-denied", database, "VIEW SERVER STATE");
    }

    private static Stream<Finding> host(Confirmation one, String word, boolean given) {
        return Stream.of(Findings.confirm(Area.HOST, word, one, Optional.of(new HostLook.DotNet()), given, "2015"));
    }
}
