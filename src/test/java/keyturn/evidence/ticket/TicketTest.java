package keyturn.evidence.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.evidence.Bundle;
import keyturn.plan.Plan;
import keyturn.plan.SeenRotation;
import keyturn.plan.SeenWorld;
import keyturn.plan.flow.Confirmation;
import keyturn.plan.flow.TestChoice;
import keyturn.script.Scripts;
import org.junit.jupiter.api.Test;

/** What a change board asks of a ticket before it says yes. */
final class TicketTest {

    @Test
    void fewDatabasesAreToldStepByStep() {
        Plan plan = new SeenRotation().tenants(2).plan();
        String text = unwrapped(file(plan, "change.md"));

        plan.steps().stream()
                .filter(step -> DatabaseWork.of(step)
                        .filter(work -> work.kind() == DatabaseWork.Kind.REENCRYPT)
                        .isPresent())
                .forEach(step -> assertTrue(
                        text.contains("Step " + step.id() + " (") && text.contains(Change.title(step)), text));
    }

    @Test
    void theFileTheRestartAndTheLookAfterItAreTasksWithTheirTime() {
        String text = unwrapped(file(upgrade(), "change.md"));

        for (String task : List.of("place", "restart", "check")) {
            String title = Message.of("flow.upgrade.ticket.task." + task).text();
            assertTrue(text.matches("(?s).*- [AB]\\d \\(\\d+ min\\): " + title + ".*"), title);
        }
        Stream.of("msiexec", "Get-AuthenticodeSignature", "Get-FileHash", "33080", "sys.dm_os_loaded_modules", "ONLINE")
                .forEach(word -> assertTrue(text.contains(word), word));
    }

    @Test
    void bothOfMicrosoftsPositionsAreTold() {
        String text = unwrapped(file(upgrade(), "change.md"));

        Stream.of("before2020", "current", "kb", "follows")
                .map(position ->
                        Message.of("flow.upgrade.ticket.positions." + position).text())
                .forEach(position -> assertTrue(text.contains(position), position));
    }

    @Test
    void theBareStatementsStandInOneBlock() {
        String block = file(upgrade(), "change.md")
                .lines()
                .filter(line -> line.startsWith("    "))
                .reduce("", (before, line) -> before + line.strip() + "\n");

        assertTrue(block.contains("ALTER CRYPTOGRAPHIC PROVIDER"), block);
        assertTrue(block.contains("BACKUP DATABASE [Archive]"), block);
        assertFalse(block.contains("IF "), block);
        assertTrue(block.lines().count() <= 20, block);
    }

    @Test
    void theRatingRisesWithWhatIsNotConfirmed() {
        Plan confirmed = new SeenWorld().confirmed(Confirmation.values()).plan();

        assertEquals(RiskRating.Level.HIGH, rating(upgrade()).level());
        assertTrue(
                reasons(upgrade()).contains("evidence.change.rating.unconfirmed"),
                reasons(upgrade()).toString());
        assertFalse(
                reasons(confirmed).contains("evidence.change.rating.unconfirmed"),
                reasons(confirmed).toString());
    }

    @Test
    void aDatabaseThatNoStepTestsRaisesTheRisk() {
        Plan skipped = new SeenWorld().test("Sales", TestChoice.SKIP).plan();

        assertTrue(
                reasons(skipped).contains("evidence.change.rating.untested"),
                reasons(skipped).toString());
    }

    @Test
    void dutiesAfterTheChangeStandApartFromWhatIsDoneBefore() {
        Plan plan = new SeenRotation().plan();
        TicketNotices notices = TicketNotices.of(plan.notices());

        assertTrue(
                keys(notices.later()).contains("plan.notice.logBackup"),
                keys(notices.later()).toString());
        assertTrue(
                keys(notices.before()).contains("plan.notice.vaultKeyUnseen"),
                keys(notices.before()).toString());
        List<String> all = new ArrayList<>(keys(notices.before()));
        all.addAll(keys(notices.notes()));
        all.addAll(keys(notices.later()));
        assertEquals(all.size(), all.stream().distinct().count(), all.toString());
    }

    private static Plan upgrade() {
        return new SeenWorld().confirmed(Confirmation.DOT_NET).plan();
    }

    private static RiskRating rating(Plan plan) {
        return RiskRating.of(plan, plan.flow().ticket(plan), plan.flow().ticketTasks(plan));
    }

    private static List<String> reasons(Plan plan) {
        return keys(rating(plan).reasons());
    }

    private static List<String> keys(List<Message> messages) {
        return messages.stream().map(Message::key).toList();
    }

    private static String unwrapped(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static String file(Plan plan, String name) {
        return Bundle.of(plan, Scripts.of(plan)).files().stream()
                .filter(file -> file.name().equals(name))
                .map(Bundle.BundleFile::text)
                .findFirst()
                .orElseThrow();
    }
}
