package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import keyturn.domain.Message;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.RangeHere;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A vault key that somebody has registered under another name is refused a second one (15396): the run says how to go on. */
@BesideOthers
final class KeyAlreadyRegisteredTest {

    @TempDir
    Path folder;

    @Test
    void theRunSaysHowToGoOn() throws Exception {
        try (RangeHere range = RangeHere.start(folder, "healthy")) {
            var rotating = new Rotating(folder);
            List<Object> target = List.of("--range", range.ready());
            String digest = Rotating.digest(rotating.plan(target, "--to-key", "tde-key-2026"));
            range.send("CREATE ASYMMETRIC KEY [left behind] FROM PROVIDER [AzureKeyVault_EKM]"
                    + " WITH PROVIDER_KEY_NAME = N'tde-key-2026', CREATION_DISPOSITION = OPEN_EXISTING;");

            Command.Ended ran = rotating.run(target, digest);

            assertEquals(1, ran.exit(), ran.all());
            String said = ran.all().replaceAll("\\s+", " ");
            assertTrue(said.contains("15396"), ran.all());
            assertTrue(said.contains(Message.of("sql.next.15396").text()), ran.all());
        }
    }
}
