package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.practice.directory.ClientSecret;
import keyturn.run.RunEvent;
import keyturn.run.RunResult;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The directory's answer to the new secret is lost, before it was made and after: no credential is touched, and a resumed run makes another. */
@BesideOthers
final class RollLostAnswerTest {

    private static final String TDE = "Azure_EKM_TDE_cred";
    private static final String ADMIN = "Azure_EKM_admin_cred";

    /** The application is looked up first. */
    private static final String MAKING = "@graph:2";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"drop-before", "drop-after"})
    void whatItMadeUnheardIsLeftOverAndTold(String fault) throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expiring")) {
            Map<String, String> before = world.held();
            String unused = world.planned(List.of("--credential", TDE, ADMIN), "--new-secret", "graph");
            int add = new Rotating(folder).step("add-app-secret").path("number").asInt();
            RunResult stopped = new InProcess(folder).perform(world.range, event -> {
                if (event instanceof RunEvent.Started started && started.step().number() == add) {
                    world.range.setFault(fault + MAKING);
                }
            });
            assertInstanceOf(RunResult.Stopped.class, stopped, String.valueOf(stopped));
            assertEquals(before, world.held());
            List<ClientSecret> left = world.secrets();
            assertEquals(fault.equals("drop-after") ? 2 : 1, left.size());
            world.range.clearFault(fault);

            Command.Ended resumed =
                    InProcess.say(world.words("resume", List.of(), world.run()).toArray());
            assertEquals(0, resumed.exit(), resumed.all());
            assertEquals(left.size() + 1, world.secrets().size());
            String made = world.secrets().getLast().value();
            assertEquals(Map.of(TDE, made, ADMIN, made), world.held());
            if (left.size() > 1) {
                String told = resumed.text().replaceAll("\\s+", "");
                assertTrue(told.contains(left.getLast().id()), resumed.all());
            }
        }
    }

    /** Ended twice, before every credential had been given the secret: the two that were lost are named, and not the one in use. */
    @Test
    void whatIsNamedAsLostIsHeldByNoCredential() throws Exception {
        try (RollWorld world = new RollWorld(folder, "secret-expiring")) {
            String digest = world.planned(List.of("--credential", TDE, ADMIN), "--new-secret", "graph");
            world.range.setFault("drop-before@alter-credential:2");
            assertEquals(1, world.run(digest).exit());
            ClientSecret first = world.secrets().getLast();
            assertTrue(world.held().containsValue(first.value()));
            world.range.clearFault("drop-before");
            world.range.setFault("drop-before@alter-credential:1");
            List<Object> resume = world.words("resume", List.of(), world.run());
            assertEquals(1, InProcess.say(resume.toArray()).exit());
            ClientSecret second = world.secrets().getLast();
            assertTrue(world.held().containsValue(first.value()));
            assertFalse(lost(world).contains(first.id()), "a credential holds it");
            world.range.clearFault("drop-before");

            Command.Ended resumed = InProcess.say(resume.toArray());

            assertEquals(0, resumed.exit(), resumed.all());
            String used = world.secrets().getLast().id();
            for (String told : List.of(lost(resumed.text()), lost(world))) {
                assertTrue(told.contains(first.id()) && told.contains(second.id()), told);
                assertFalse(told.contains(used), told);
            }
        }
    }

    private static String lost(RollWorld world) throws Exception {
        return lost(InProcess.say(world.words("verify", List.of(), world.run()).toArray())
                .text());
    }

    /** What is said to have been lost, without blanks. */
    private static String lost(String text) {
        String told = text.replaceAll("\\s+", "");
        return Stream.of(told.split("Theadditionalsecret", -1))
                .skip(1)
                .map(note -> note.substring(0, Math.min(400, note.length())))
                .collect(Collectors.joining("; "));
    }
}
