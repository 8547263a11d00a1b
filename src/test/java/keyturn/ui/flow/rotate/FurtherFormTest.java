package keyturn.ui.flow.rotate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import keyturn.domain.LocalPath;
import keyturn.domain.Message;
import keyturn.domain.azure.SecretLife;
import keyturn.plan.flow.rotate.RotateChoices.Further;
import org.junit.jupiter.api.Test;

/** The backup of the new key and the further secret, as they are chosen in the window. */
final class FurtherFormTest {

    private final FurtherForm form = new FurtherForm();

    @Test
    void nothingFurtherIsChosenAtFirst() {
        assertEquals(Further.NONE, form.further());
        assertFalse(form.wrong());
        assertTrue(form.sourceSaid()
                .getValue()
                .contains(Message.of("flow.rotate-key.choose.secret.handedIn.about")
                        .text()));
    }

    @Test
    void aFolderIsNamedWhole() {
        form.folder().set("keys");
        assertTrue(form.wrong());
        assertTrue(form.folderProblem()
                .getValue()
                .orElseThrow()
                .contains(Message.of("domain.localPath.whole", "keys").text()));

        form.folder().set("  D:\\keys ");
        assertFalse(form.wrong());
        assertEquals(new Further(Optional.of(new LocalPath("D:\\keys")), Optional.empty()), form.further());

        form.folder().set(" ");
        assertFalse(form.wrong());
        assertEquals(Further.NONE, form.further());
    }

    @Test
    void aFurtherSecretHasALife() {
        List<Optional<SecretLife>> lives =
                SecretSource.OFFERED.stream().map(SecretSource::life).toList();
        assertEquals(Optional.empty(), lives.getFirst());
        assertTrue(lives.contains(Optional.of(SecretLife.USUAL)));
        SecretSource.OFFERED.forEach(source -> {
            form.source().set(source);
            assertEquals(source.life(), form.further().secret());
            assertFalse(source.toString().contains("rotate.secret"), source.toString());
        });
        assertTrue(form.sourceSaid()
                .getValue()
                .contains(Message.of("flow.rotate-key.choose.secret.made.about").text()));
    }
}
