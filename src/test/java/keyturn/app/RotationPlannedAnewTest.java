package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import keyturn.domain.Message;
import keyturn.practice.Range;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rotation that is refused because a fact moved is planned anew: with the same choices, and with what is otherwise. */
@BesideOthers
final class RotationPlannedAnewTest {

    @TempDir
    Path folder;

    private Path old;
    private Path made;

    @BeforeEach
    void names() {
        old = folder.resolve("plan.json");
        made = folder.resolve("again.json");
    }

    @Test
    void aRefusedPlanIsMadeAnewWithTheSameChoices() throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy")) {
            List<Object> target = program.target(range);
            Command.Ended planned = plan(
                    target,
                    "rotate-key",
                    old,
                    "--to-key",
                    "tde-key-2026",
                    "--asymmetric-key",
                    "MY_KEY",
                    "--login",
                    "MY_LOGIN",
                    "--credential",
                    "MY_CRED",
                    "--database",
                    "Sales",
                    "Ledger");
            assertEquals(0, planned.exit(), planned.all());
            rotated(program, target, "Ledger");
            Command.Ended refused = program.run(target, digest(planned));
            assertEquals(3, refused.exit(), refused.all());

            Command.Ended again = plan(target, "rotate-key", made, "--instead-of", old);
            assertEquals(4, again.exit(), again.all());
            assertTrue(again.err().contains("Ledger"), again.all());
            assertTrue(Files.notExists(made));
        }
    }

    @Test
    void whatIsOtherwiseIsTold() throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy")) {
            List<Object> target = program.target(range);
            Command.Ended planned = plan(
                    target,
                    "rotate-key",
                    old,
                    "--to-key",
                    "tde-key-2026",
                    "--asymmetric-key",
                    "MY_KEY",
                    "--database",
                    "Sales");
            assertEquals(0, planned.exit(), planned.all());

            Command.Ended same = plan(target, "rotate-key", made, "--instead-of", old);
            assertEquals(0, same.exit(), same.all());
            assertTrue(same.text().contains(Message.of("script.diff.none").text()), same.all());
            assertTrue(Files.readString(made).contains("MY_KEY"));

            Path other = folder.resolve("other.json");
            Command.Ended more = plan(
                    target,
                    "rotate-key",
                    other,
                    "--instead-of",
                    old,
                    "--to-key",
                    "tde-key-2026",
                    "--asymmetric-key",
                    "MY_KEY",
                    "--database",
                    "Sales",
                    "Ledger");
            assertEquals(0, more.exit(), more.all());
            assertTrue(more.text().contains("New step: Re-encrypt the DEK of Ledger with MY_KEY."), more.all());
        }
    }

    @Test
    void aPlanOfAnotherFlowIsNoneToStandInsteadOf() throws Exception {
        InProcess program = new InProcess(folder);
        try (Range range = program.started("healthy")) {
            program.plan(program.target(range));
            Command.Ended other = plan(program.target(range), "rotate-key", made, "--instead-of", old);

            assertEquals(2, other.exit(), other.all());
            assertTrue(other.err().contains("[cli.plan.insteadOf]"), other.all());
            assertTrue(Files.notExists(made));
        }
    }

    /** Somebody else has wrapped it anew meanwhile. */
    private void rotated(InProcess program, List<Object> target, String database) {
        Path theirs = folder.resolve("theirs.json");
        Command.Ended planned = plan(target, "rotate-key", theirs, "--to-key", "tde-key-2026", "--database", database);
        assertEquals(0, planned.exit(), planned.all());
        List<Object> words = new ArrayList<>(List.of("run", theirs));
        words.addAll(target);
        words.addAll(List.of("--approve", digest(planned), "--journal", program.runs()));
        Command.Ended ran = InProcess.say(words.toArray());
        assertEquals(0, ran.exit(), ran.all());
    }

    private static Command.Ended plan(List<Object> target, String flow, Path out, Object... more) {
        List<Object> words = new ArrayList<>(List.of("plan", flow));
        words.addAll(target);
        words.addAll(List.of(more));
        words.addAll(List.of("--out", out));
        return InProcess.say(words.toArray());
    }

    private static String digest(Command.Ended planned) {
        return planned.text().lines().reduce("", (before, line) -> line).substring("digest ".length());
    }
}
