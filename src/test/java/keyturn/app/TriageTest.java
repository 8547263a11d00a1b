package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import keyturn.domain.azure.Cloud;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.inspection.Inspection;
import keyturn.inspect.Inspector;
import keyturn.inspect.Session;
import keyturn.plan.due.KnownDates;
import keyturn.plan.flow.restore.RestoreKeysFlow;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.next.NextJob;
import keyturn.plan.next.NextJobs;
import keyturn.plan.triage.VaultTrouble;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.rehearsal.PracticeWorld;
import keyturn.sql.SqlConnector;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What looks like a lost vault, told apart, through the whole program. */
@BesideOthers
final class TriageTest {

    private static final String NAME = "keyturn-practice-vault";
    private static final VaultAddress VAULT = new VaultAddress(NAME, VaultAddress.Store.VAULT, Cloud.PUBLIC);

    @TempDir
    Path folder;

    @Test
    void aVaultThatCannotBeUsedIsSeldomLost() throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy");
                Outsider outside = new Outsider(range)) {
            assertEquals(0, told(range, VaultTrouble.NONE).exit());

            range.setFault("unavailable");
            Command.Ended wait = told(range, VaultTrouble.SERVICE);
            assertEquals(1, wait.exit());
            range.clearFault("unavailable");

            range.setFault("vault-unreachable");
            told(range, VaultTrouble.NETWORK);
            range.clearFault("vault-unreachable");

            outside.vault(NAME, "{\"networkAcls\":{\"defaultAction\":\"Deny\",\"bypass\":\"None\"}}");
            told(range, VaultTrouble.FIREWALL);
            outside.vault(NAME, "{\"networkAcls\":{\"defaultAction\":\"Allow\"}}");

            outside.delete(range, "tde-key-2024");
            told(range, VaultTrouble.KEY_GONE);
            outside.recover(range, "tde-key-2024");

            outside.allow(NAME, "wrapKey", "unwrapKey");
            told(range, VaultTrouble.RIGHTS);

            outside.deleteVault(NAME);
            Command.Ended lost = told(range, VaultTrouble.SOFT_DELETED);
            assertEquals(1, lost.exit());
            assertTrue(bare(lost.text()).contains("Sales:"), "the room in its log: " + lost.all());
            assertFalse(bare(lost.text()).contains("Staging:"), "it is not encrypted");
        }
    }

    /** The home of the server then starts the restore of keys, not only names it. */
    @Test
    void aKeyThatTheVaultLacksIsBroughtBackByItsFlow() throws Exception {
        try (Range range = new InProcess(folder).started("healthy");
                Outsider outside = new Outsider(range)) {
            outside.delete(range, "tde-key-2024");
            Inspection seen;
            var connector = new TargetConnector(new SqlConnector("test"), (code, page, until) -> {});
            try (Session session = connector.open(new PracticeWorld(range, closed -> {}).target())) {
                seen = new Inspector(Clock.systemUTC()).inspect(session);
            }
            NextJob lacking = NextJobs.of(seen, Forecast.of(seen), Period.ofYears(2), KnownDates.NONE).stream()
                    .filter(job -> job.what().key().equals("plan.triage.key-gone"))
                    .findFirst()
                    .orElseThrow();
            assertEquals(new NextJob.Way.Start(RestoreKeysFlow.NAME), lacking.way());
        }
    }

    private Command.Ended told(Range range, VaultTrouble trouble) {
        List<Object> words = new ArrayList<>(List.of("triage"));
        words.addAll(new InProcess(folder).target(range));
        Command.Ended ended = InProcess.say(words.toArray());
        assertTrue(bare(ended.text()).contains(bare(trouble.words(VAULT).text())), () -> trouble + "\n" + ended.all());
        return ended;
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }
}
