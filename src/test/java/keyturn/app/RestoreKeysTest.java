package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.azure.security.keyvault.keys.models.CreateRsaKeyOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import keyturn.cli.flow.PracticeBackup;
import keyturn.plan.flow.restore.RestoreKeysFlow;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Restores of lost vault keys and drills of them, through the whole program. */
@BesideOthers
final class RestoreKeysTest {

    private static final String VAULT = "keyturn-practice-vault";
    private static final String SPARE = "keyturn-practice-spare";
    private static final String FAR = "keyturn-practice-far";
    private static final String KEY = "tde-key-2024";

    @TempDir
    Path folder;

    @Test
    void aKeyThatWasDeletedBlocksTheRestoreAndComesBackByRecoveringWithATestOfEachDatabase() throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy");
                Outsider outside = new Outsider(range)) {
            backUp(range);
            outside.delete(range, KEY);

            Command.Ended stopped = planned(range, List.of(), "--from", keys());
            assertEquals(4, stopped.exit(), stopped.all());
            String digest = InProcess.digest(planned(range, List.of(), "--from", keys(), "--deleted", "recover"));
            Command.Ended ran = program.run(program.target(range), digest);
            assertEquals(0, ran.exit(), ran.all());
            assertEquals(
                    2,
                    outside.keys(range).listPropertiesOfKeyVersions(KEY).stream()
                            .count());
            String shown =
                    InProcess.say("show", folder.resolve("plan.json"), "--tsql").text();
            assertTrue(shown.contains("BACKUP LOG [Sales]"), shown);

            Command.Ended nothing = planned(range, List.of(), "--from", keys());
            assertEquals(0, nothing.exit(), nothing.all());
            assertTrue(Files.notExists(folder.resolve("again.json")), "nothing to do");
        }
    }

    @Test
    void aDrillRestoresIntoAScratchVaultHasItDecryptForEachVersionAndDeletesOnlyThatKeyAgain() throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy");
                Outsider outside = new Outsider(range)) {
            backUp(range);
            List<Object> scratch =
                    List.of("--vault", SPARE + "=" + range.cloud().address(SPARE));
            Command.Ended used = planned(
                    range, List.of(), "--from", keys(), "--drill", "--into", "https://" + VAULT + ".vault.azure.net");
            assertEquals(4, used.exit(), used.all());

            String digest = InProcess.digest(planned(
                    range,
                    scratch,
                    "--from",
                    keys(),
                    "--drill",
                    "--delete-afterwards",
                    "--into",
                    "https://" + SPARE + ".vault.azure.net"));
            List<Object> target = new ArrayList<>(program.target(range));
            target.addAll(scratch);
            Command.Ended ran = program.run(target, digest);
            assertEquals(0, ran.exit(), ran.all());
            assertTrue(bare(ran.text()).contains(bare("decrypted a random value for 2 versions")), ran.all());

            var spare = outside.keys(range, range.cloud().address(SPARE));
            assertEquals(
                    List.of(KEY),
                    spare.listDeletedKeys().stream().map(key -> key.getName()).toList());
            assertTrue(outside.keys(range).getKey(KEY).getProperties().isEnabled(), "the key in use is not touched");
            List<Object> look = new ArrayList<>(List.of("inspect", "--dependencies"));
            look.addAll(program.target(range));
            String dates =
                    InProcess.say(new StateFolder(folder), look.toArray()).text();
            assertTrue(bare(dates).contains(bare("restore of the vault key tested")), dates);
            assertTrue(bare(dates).contains(bare("another restore test into that vault is possible from")), dates);

            Command.Ended again = planned(
                    range, scratch, "--from", keys(), "--drill", "--into", "https://" + SPARE + ".vault.azure.net");
            assertEquals(4, again.exit(), "its name is taken until the deleted key is gone");
        }
    }

    /** What a vault would refuse, or what would replace a key, blocks before anything is sent. */
    @ParameterizedTest
    @CsvSource({"geography", "subscription", "taken"})
    void whatCannotBeRestoredThereIsNotTried(String rule) throws Exception {
        String elsewhere =
                "\"azure\": { \"subscription\": \"11111111-2222-3333-4444-555555555555\" },\n  \"databases\":";
        Path other = Files.writeString(
                folder.resolve("other-subscription.json"),
                RollWorld.scenario("healthy").replace("\"databases\":", elsewhere));
        String scenario = rule.equals("subscription") ? other.toString() : "healthy";
        Path ready = folder.resolve("ready.json");
        try (Range range = Range.start(RangeOptions.of(scenario).withReady(ready));
                Outsider outside = new Outsider(range)) {
            List<Object> words = new ArrayList<>(
                    List.of("plan", "restore-keys", "--range", ready, "--out", folder.resolve("plan.json")));
            words.addAll(List.of("--from", PracticeBackup.unpacked(RestoreKeysFlow.NAME)));
            if (rule.equals("geography")) {
                words.addAll(List.of("--vault", FAR + "=" + range.cloud().address(FAR)));
                words.addAll(List.of("--into", "https://" + FAR + ".vault.azure.net"));
            }
            if (rule.equals("taken")) {
                outside.keys(range).createRsaKey(new CreateRsaKeyOptions("tde-key-2022").setKeySize(3072));
            }
            Command.Ended planned = InProcess.say(words.toArray());
            assertEquals(4, planned.exit(), planned.all());
            assertTrue(planned.all().contains("[plan.restore." + rule + "]"), planned.all());
        }
    }

    @Test
    void anEditedBackupIsRefusedAndSoIsOneThatWasChangedAfterThePlan() throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy")) {
            Path own = Files.createDirectories(keys());
            for (String name : List.of("practice.keybackup", "practice.json")) {
                Files.copy(PracticeBackup.unpacked(RestoreKeysFlow.NAME).resolve(name), own.resolve(name));
            }
            String digest = InProcess.digest(planned(range, List.of(), "--from", own));
            byte[] content = Files.readAllBytes(own.resolve("practice.keybackup"));
            content[100] ^= 1;
            Files.write(own.resolve("practice.keybackup"), content);
            Command.Ended refused = program.run(program.target(range), digest);
            assertEquals(1, refused.exit(), refused.all());
            assertEquals(2, planned(range, List.of(), "--from", own).exit());
        }
    }

    private void backUp(Range range) {
        InProcess program = new InProcess(folder);
        List<Object> words = new ArrayList<>(List.of("plan", "backup-keys"));
        words.addAll(program.target(range));
        words.addAll(List.of("--to", keys(), "--out", folder.resolve("plan.json")));
        String digest = InProcess.digest(InProcess.say(words.toArray()));
        Command.Ended ran = program.run(program.target(range), digest);
        assertEquals(0, ran.exit(), ran.all());
    }

    private Path keys() {
        return folder.resolve("keys");
    }

    private Command.Ended planned(Range range, List<Object> more, Object... choices) throws Exception {
        Path plan = folder.resolve("plan.json");
        Files.deleteIfExists(plan);
        List<Object> words = new ArrayList<>(List.of("plan", "restore-keys"));
        words.addAll(new InProcess(folder).target(range));
        words.addAll(more);
        words.addAll(List.of(choices));
        words.addAll(List.of("--out", plan));
        return InProcess.say(words.toArray());
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }
}
