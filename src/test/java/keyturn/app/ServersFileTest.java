package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import keyturn.cli.ServerMarks.Mark;
import keyturn.domain.reach.CertificatePin;
import keyturn.ui.wizard.Environment;
import keyturn.ui.wizard.KnownServers.Known;
import keyturn.ui.wizard.KnownServers.Vault;
import keyturn.ui.wizard.ServerLabel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of servers comes back as it was kept, and as earlier versions kept it. */
final class ServersFileTest {

    private static final Instant WHEN = Instant.parse("2026-11-24T20:00:00Z");
    private static final Known BARE =
            new Known("SQL01", "SQL01", "sa", "C:\\a.pem", Environment.TEST, WHEN, Optional.empty());

    @Test
    void aServerComesBackWithAndWithoutItsVault(@TempDir Path folder) throws Exception {
        var file = new ServersFile(folder.resolve("servers.tsv"));
        var vault = new Vault("contoso-fin", "SECRET", "contoso.com", "client", "", "", "PUBLIC");
        var known = new Known("SQL02", "SQL02\\FIN", "", "", Environment.PRODUCTION, WHEN, Optional.of(vault));
        file.remember(BARE);
        file.remember(known);
        assertEquals(List.of(known, BARE), file.all());
    }

    /** Somebody else than the user of Windows. */
    @Test
    void whoSignsInByEntraStaysOneOfEntra(@TempDir Path folder) throws Exception {
        var file = new ServersFile(folder.resolve("servers.tsv"));
        var windows = new Known("SQL01", "SQL01", "", "", Environment.TEST, WHEN, Optional.empty());
        var entra = new Known(
                "SQL01",
                "SQL01",
                "",
                true,
                "",
                Environment.TEST,
                WHEN,
                Optional.empty(),
                Optional.empty(),
                ServerLabel.NONE);
        file.remember(windows);
        file.remember(entra);
        assertEquals(List.of(entra, windows), file.all());
    }

    @Test
    void whatItsDbaSaidOfAServerStaysWhileItIsConnectedToAgain(@TempDir Path folder) throws Exception {
        var file = new ServersFile(folder.resolve("servers.tsv"));
        file.remember(BARE);
        var pinned = new Known(
                "SQL01",
                "SQL01",
                "sa",
                "",
                Environment.PRODUCTION,
                WHEN,
                Optional.empty(),
                Optional.of(new CertificatePin("ab".repeat(32))),
                new ServerLabel("Payroll", "Finance", ServerLabel.Colour.RED));
        file.replace(BARE, pinned);
        assertEquals(List.of(pinned), file.all());
        file.remember(BARE);
        assertEquals(pinned.label(), file.all().getFirst().label());
        for (int other = 0; other < 20; other++) {
            file.remember(Known.named("OTHER" + other));
        }
        assertEquals(11, file.all().size(), "ten without a label, and the one that has one");
        file.forget(BARE);
        assertEquals(10, file.all().size());
        file.add(List.of(Known.named("OTHER19"), Known.named("NEW").labelled(pinned.label(), Environment.TEST)));
        assertEquals(11, file.all().size(), "what is there is not added again");
    }

    @Test
    void aServerIsWhatItWasMarkedAs(@TempDir Path folder) throws Exception {
        var file = new ServersFile(folder.resolve("servers.tsv"));
        file.remember(BARE);
        file.remember(new Known("SQL02", "SQL02\\FIN", "", "", Environment.PRODUCTION, WHEN, Optional.empty()));
        assertEquals(Mark.PRODUCTION, file.mark("sql02\\fin"));
        assertEquals(Mark.TEST, file.mark("SQL01"));
        assertEquals(Mark.NONE, file.mark("SQL03"));
    }

    @Test
    void aListOfAnEarlierVersionIsRead(@TempDir Path folder) throws Exception {
        Path old = folder.resolve("servers.tsv");
        Files.writeString(old, "2026-11-24T20:00:00Z\tSQL01\tSQL01\tsa\tC:\\a.pem\tTEST\nno line of ours\n");
        assertEquals(List.of(BARE), new ServersFile(old).all());
    }
}
