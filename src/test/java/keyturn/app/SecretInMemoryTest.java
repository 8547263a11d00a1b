package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import keyturn.domain.Secret;
import keyturn.practice.Outsider;
import keyturn.practice.Range;
import keyturn.run.RunEvent;
import keyturn.run.RunResult;
import keyturn.run.door.DirectoryWriter;
import keyturn.run.door.Outcome;
import keyturn.run.door.WriteDoors;
import keyturn.run.step.RunSecrets;
import keyturn.script.act.DirectoryAct;
import keyturn.tools.RealDoors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A secret that the directory makes in the middle of a rotation: how long the program remembers its text. */
final class SecretInMemoryTest {

    @TempDir
    Path folder;

    /** Its text is in the memory of the program for no longer than its steps need it. */
    @Test
    void itIsWipedOnceTheLastStepThatNeedsItIsOver() throws Exception {
        var program = new InProcess(folder);
        try (Range range = program.started("healthy");
                Outsider outside = new Outsider(range)) {
            outside.allow(Rotating.VAULT, "get", "list", "wrapKey", "unwrapKey");
            var rotating = new Rotating(folder);
            Rotating.digest(rotating.plan(range, "--to-key", "tde-key-2026", "--secret", "graph"));
            int last = rotating.step("create-credential").path("number").asInt();
            List<Secret> made = new ArrayList<>();
            List<Boolean> wiped = new ArrayList<>();
            program.perform(range, keeping(made), event -> {
                if (event instanceof RunEvent.Started started && started.step().number() > last) {
                    wiped.add(isWiped(made.getFirst()));
                }
            });
            assertFalse(wiped.isEmpty(), "steps follow");
            assertFalse(wiped.contains(false), wiped.toString());
        }
    }

    /** However long somebody takes to restart SQL Server. */
    @Test
    void whatWasTypedIsWipedBeforeTheRunWaitsForTheRestart() throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expiring")) {
            Secret typed = Secret.of(world.secrets().getFirst().value().toCharArray());
            String unused = world.planned(
                    List.of("--credential", "Azure_EKM_TDE_cred", "Azure_EKM_admin_cred"),
                    "--new-secret",
                    "typed",
                    "--restart",
                    "now");
            List<Boolean> wiped = new ArrayList<>();
            RunResult ended = new InProcess(folder)
                    .perform(
                            world.range,
                            RealDoors.all(),
                            event -> {
                                if (event instanceof RunEvent.Waiting && wiped.isEmpty()) {
                                    wiped.add(isWiped(typed));
                                    assertTrue(world.range.restart());
                                }
                            },
                            RunSecrets.own(typed));
            assertInstanceOf(RunResult.Completed.class, ended, String.valueOf(ended));
            assertEquals(List.of(true), wiped);
        }
    }

    private static boolean isWiped(Secret secret) {
        return new String(secret.reveal()).chars().allMatch(one -> one == 0);
    }

    /** The real doors; who stands beside them keeps what the directory made. */
    private static WriteDoors keeping(List<Secret> made) {
        WriteDoors real = RealDoors.all();
        return new WriteDoors(
                real.lock(),
                real.sql(),
                real.vault(),
                (target, plan, run) -> {
                    DirectoryWriter directory = real.directory().open(target, plan, run);
                    return new DirectoryWriter() {
                        @Override
                        public Outcome perform(DirectoryAct act) {
                            Outcome outcome = directory.perform(act);
                            if (outcome instanceof Outcome.Done done) {
                                done.secret().ifPresent(one -> made.add(one.secret()));
                            }
                            return outcome;
                        }

                        @Override
                        public void close() {
                            directory.close();
                        }
                    };
                },
                real.host(),
                real.manager());
    }
}
