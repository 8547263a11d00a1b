package keyturn.plan.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import keyturn.domain.DatabaseName;
import keyturn.plan.Plan;
import keyturn.plan.SeenRotation;
import keyturn.plan.SeenWorld;
import keyturn.plan.change.PlanSection.Kind;
import keyturn.plan.step.Step;
import org.junit.jupiter.api.Test;

final class PlanSectionsTest {

    @Test
    void anUpgradeIsTestsTheChangeAndTests() {
        List<PlanSection> sections = PlanSections.of(new SeenWorld().plan().steps());
        assertEquals(List.of(Kind.TESTS_BEFORE, Kind.CHANGE, Kind.TESTS_AFTER), kinds(sections));
        assertEquals(List.of(2, 3, 2), sizes(sections), "the look at the change belongs to it");
    }

    @Test
    void aRotationTakesEachDatabaseWithItsTest() {
        Plan plan = new SeenRotation().tenants(3).backups("E:\\log", "E:\\full").plan();
        List<PlanSection> sections = PlanSections.of(plan.steps());
        assertEquals(
                List.of(Kind.TESTS_BEFORE, Kind.CHANGE, Kind.DATABASES, Kind.LOOK, Kind.BACKUPS_AFTER),
                kinds(sections));
        List<PlanSection.OfDatabase> databases = sections.get(2).databases();
        assertEquals(
                List.of("Tenant0001", "Tenant0002", "Tenant0003"),
                databases.stream()
                        .map(PlanSection.OfDatabase::database)
                        .map(DatabaseName::value)
                        .toList());
        databases.forEach(one -> assertEquals(2, one.steps().size(), "the change and its test"));
    }

    @Test
    void whatMustBeBackedUpFirstStandsFirst() {
        Plan plan = new SeenRotation().noLogBackup().plan();
        assertEquals(
                Kind.BACKUPS_FIRST, PlanSections.of(plan.steps()).getFirst().kind());
    }

    @Test
    void everyStepStandsInOneSectionInItsOrder() {
        Plan plan = new SeenRotation().tenants(2_000).plan();
        long begun = System.nanoTime();
        List<PlanSection> sections = PlanSections.of(plan.steps());
        assertTrue(Duration.ofNanos(System.nanoTime() - begun).toSeconds() < 5);
        List<Step> all =
                sections.stream().flatMap(section -> section.steps().stream()).toList();
        assertEquals(plan.steps(), all);
    }

    private static List<Kind> kinds(List<PlanSection> sections) {
        return sections.stream().map(PlanSection::kind).toList();
    }

    private static List<Integer> sizes(List<PlanSection> sections) {
        return sections.stream().map(section -> section.steps().size()).toList();
    }
}
