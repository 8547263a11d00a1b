package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.azure.security.keyvault.keys.KeyClient;
import com.azure.security.keyvault.keys.models.CreateEcKeyOptions;
import com.azure.security.keyvault.keys.models.CreateRsaKeyOptions;
import com.azure.security.keyvault.keys.models.KeyCurveName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import keyturn.domain.azure.KeyManifest;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.practice.server.RequestLog;
import keyturn.run.RunEvent;
import keyturn.run.RunResult;
import keyturn.script.ManifestJson;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of vault keys, through the whole program. */
@BesideOthers
final class BackUpKeysTest {

    private static final String VAULT = "keyturn-practice-vault";
    private static final String[] RIGHTS = {"get", "list", "create", "update", "backup", "wrapKey", "unwrapKey"};

    @TempDir
    Path folder;

    @Test
    void aVaultThatIsBusyAtEveryThirdCallHasEachKeyBackedUpOnce() throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy");
                Outsider outside = new Outsider(range)) {
            outside.allow(VAULT, RIGHTS);
            KeyClient vault = outside.keys(range);
            for (int number = 1; number <= 6; number++) {
                vault.createRsaKey(new CreateRsaKeyOptions("more-" + number).setKeySize(2048));
            }
            String digest = planned(range, "--all-keys");
            for (int call = 1; call <= 40; call += 3) {
                range.setFault("throttle@vault:" + call);
            }
            Command.Ended ran = program.run(program.target(range), digest);

            assertEquals(0, ran.exit(), ran.all());
            List<KeyManifest> manifests = manifests();
            List<String> inVault = vault.listPropertiesOfKeys().stream()
                    .map(key -> key.getName())
                    .sorted()
                    .toList();
            assertEquals(
                    inVault,
                    manifests.stream().map(one -> one.name().value()).sorted().toList());
            for (KeyManifest manifest : manifests) {
                Path backup = keys().resolve(manifest.file());
                assertEquals(manifest.bytes(), Files.size(backup));
                assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(backup)));
                assertEquals("Europe", manifest.site().geography().orElseThrow().name());
                assertTrue(manifest.site().subscription().isPresent());
                assertEquals(
                        vault.listPropertiesOfKeyVersions(manifest.name().value()).stream()
                                .count(),
                        manifest.versions().size());
            }
            KeyManifest first = manifests.getFirst();
            var restored = outside.keys(range, range.cloud().address("keyturn-practice-spare"))
                    .restoreKeyBackup(Files.readAllBytes(keys().resolve(first.file())));
            assertArrayEquals(
                    vault.getKey(first.name().value()).getKey().getN(),
                    restored.getKey().getN());
        }
    }

    @Test
    void whatHappenedToFilesAndKeysSinceIsToldAndAnIntactBackupIsNotCalledRestorable() throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy");
                Outsider outside = new Outsider(range)) {
            outside.allow(VAULT, RIGHTS);
            String digest = planned(range);
            assertEquals(0, program.run(program.target(range), digest).exit());
            List<Object> target = program.target(range);

            Command.Ended intact = verified(target);
            assertEquals(0, intact.exit(), intact.all());
            assertTrue(intact.text().contains("INTACT AS WRITTEN"), intact.text());
            assertEquals(0, verified(List.of()).exit());

            assertTrue(dates(target).contains(bare(keys().toString())), "when and where each key was backed up");
            assertFalse(dates(target).contains(bare("back it up again")));

            KeyManifest manifest = manifests().getFirst();
            String version = manifest.versions().getLast().id();
            outside.enable(range, manifest.name().value(), version, false);
            assertEquals(1, verified(target).exit(), "an attribute was changed");
            assertTrue(dates(target).contains(bare("back it up again")));
            outside.enable(range, manifest.name().value(), version, true);

            Path json = keys().resolve(manifest.file().replace(".keybackup", ".json"));
            String text = Files.readString(json);
            Files.writeString(json, text.replace("Europe", "Canada"));
            assertEquals(1, verified(List.of()).exit(), "an edited manifest");
            Files.writeString(json, text);

            Path backup = keys().resolve(manifest.file());
            byte[] content = Files.readAllBytes(backup);
            content[content.length / 2] ^= 1;
            Files.write(backup, content);
            assertEquals(1, verified(List.of()).exit(), "a damaged backup");
            Files.delete(backup);
            assertEquals(1, verified(List.of()).exit(), "a missing one");
        }
    }

    @Test
    void aCutConnectionAndAForeignFileStopTheRunAndResumingBacksUpOnlyWhatIsMissing() throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy");
                Outsider outside = new Outsider(range)) {
            outside.allow(VAULT, RIGHTS);
            String digest = planned(range, "--all-keys");
            String stamp = new com.fasterxml.jackson.databind.ObjectMapper()
                    .readTree(folder.resolve("plan.json").toFile())
                    .findValue("stamp")
                    .asText();
            Path theirs = Files.createDirectories(keys()).resolve(VAULT + ".tde-key-2026." + stamp + ".keybackup");
            Files.writeString(theirs, "somebody else's");
            Command.Ended stopped = program.run(program.target(range), digest);
            assertEquals(1, stopped.exit(), stopped.all());
            assertEquals("somebody else's", Files.readString(theirs));
            assertTrue(stopped.all().replaceAll("\\s+", "").contains(theirs + "alreadyexists"), stopped.all());

            Files.move(theirs, folder.resolve("theirs"));
            List<String> before = names();
            range.setFault("drop-after@vault:2");
            Command.Ended ran =
                    InProcess.say(words("resume", program.journal().resolveSibling(""), program.target(range)));
            assertEquals(0, ran.exit(), ran.all());
            assertTrue(names().containsAll(before), "what was whole is left as it is");
            assertEquals(0, verified(program.target(range)).exit());
        }
    }

    /** The answer that holds the backup breaks off: what came of it has no name, and the vault is asked again. */
    @Test
    void aConnectionCutInsideABackupLeavesNoHalfFile() throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy");
                Outsider outside = new Outsider(range)) {
            outside.allow(VAULT, RIGHTS);
            planned(range, "--key", "tde-key-2024");
            boolean[] cut = {false};
            RunResult ended = program.perform(range, event -> {
                if (event instanceof RunEvent.Started && !cut[0]) {
                    cut[0] = true;
                    range.setFault("drop-inside@vault:4");
                }
            });
            assertInstanceOf(RunResult.Completed.class, ended, String.valueOf(ended));
            assertTrue(
                    range.log().entries().stream()
                            .map(RequestLog.Entry::text)
                            .anyMatch("POST /keys/tde-key-2024/backup (no answer)"::equals),
                    "the answer with the backup broke off");
            assertEquals(
                    1,
                    names().stream().filter(name -> name.endsWith(".keybackup")).count(),
                    names().toString());
            assertTrue(names().stream().noneMatch(name -> name.endsWith(".part")), names().toString());
            assertEquals(0, verified(program.target(range)).exit());
        }
    }

    /** A vault refuses to back up a key of more than 500 versions; the other keys are backed up all the same. */
    @Test
    void aKeyOfFiveHundredAndOneVersionsIsToldBeforeAndDoesNotKeepTheOthersFromTheirBackup() throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy");
                Outsider outside = new Outsider(range)) {
            outside.allow(VAULT, RIGHTS);
            KeyClient vault = outside.keys(range);
            for (int version = 1; version <= 501; version++) {
                vault.createEcKey(new CreateEcKeyOptions("many").setCurveName(KeyCurveName.P_256));
            }
            String digest = planned(range, "--all-keys");
            String told = InProcess.say("show", folder.resolve("plan.json")).text();
            Command.Ended ran = program.run(program.target(range), digest);

            assertEquals(1, ran.exit(), ran.all());
            assertTrue(bare(ran.all()).contains(bare("more than 500 versions")), ran.all() + told);
            List<String> backed =
                    manifests().stream().map(one -> one.name().value()).toList();
            assertTrue(backed.contains("tde-key-2024") && !backed.contains("many"), backed.toString());
        }
    }

    private static Object[] words(String verb, Path about, List<Object> target) {
        List<Object> words = new ArrayList<>(List.of(verb, about));
        words.addAll(target);
        return words.toArray();
    }

    private Command.Ended verified(List<Object> target) {
        return InProcess.say(words("verify-backup", keys(), target));
    }

    /** What is due when, as the inspection has it; without blanks, as lines are broken anywhere. */
    private String dates(List<Object> target) {
        List<Object> words = new ArrayList<>(List.of("inspect", "--dependencies"));
        words.addAll(target);
        return bare(InProcess.say(new StateFolder(folder), words.toArray()).text());
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }

    private Path keys() {
        return folder.resolve("keys");
    }

    private String planned(Range range, Object... more) {
        List<Object> words = new ArrayList<>(List.of("plan", "backup-keys"));
        words.addAll(new InProcess(folder).target(range));
        words.addAll(List.of("--to", keys(), "--out", folder.resolve("plan.json")));
        words.addAll(List.of(more));
        return InProcess.digest(InProcess.say(words.toArray()));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(keys())) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }

    private List<KeyManifest> manifests() throws Exception {
        List<KeyManifest> manifests = new ArrayList<>();
        for (String name : names()) {
            if (name.endsWith(".json")) {
                manifests.add(ManifestJson.read(Files.readString(keys().resolve(name))));
            }
        }
        return manifests;
    }
}
