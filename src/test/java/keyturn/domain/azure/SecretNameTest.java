package keyturn.domain.azure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.domain.InvalidValue;
import keyturn.domain.NodeName;
import keyturn.domain.OneLine;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.StepId;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;

/** What a secret may be called, and how one is shown that somebody called otherwise. */
@BesideOthers
final class SecretNameTest {

    private static final List<String> NONE =
            List.of("", "  ", "line1\nline2", "a\rb", "\u001b[31mred", "a\u202Eb", "a\u200Bb", "\u2028", "\ud800");

    @Test
    void aNameIsSeenOnOneLine() {
        NONE.forEach(name -> {
            InvalidValue broken = assertThrows(InvalidValue.class, () -> new SecretName(name), name);
            assertEquals("secret-name.form", broken.problem().code());
            assertEquals(
                    List.of(OneLine.shown(name)), broken.problem().summary().arguments());
        });
        assertThrows(InvalidValue.class, () -> new SecretName("n".repeat(257)));
        assertEquals("SQL01 EKM 2027 – Größe", new SecretName("SQL01 EKM 2027 – Größe").value());
    }

    @Test
    void noStepMakesOneThatIsCalledOtherwise() {
        NONE.forEach(name -> assertThrows(
                InvalidValue.class,
                () -> new DirectoryStep.AddAppSecret(
                        new StepId(1),
                        new NodeName("SQL01"),
                        new ClientId("00000000-0000-4000-8000-000000000002"),
                        name,
                        Instant.EPOCH,
                        false)));
    }

    /** A plan to remove it can be read back. */
    @Test
    void whateverTheDirectoryListsIsShownOnOneLine() {
        NONE.forEach(name -> {
            String label = new SecretSeen("the-id", Optional.of(name), Optional.empty(), Optional.empty()).label();
            assertTrue(OneLine.holds(label) && !label.isBlank(), label);
            new SecretName(label);
        });
    }
}
