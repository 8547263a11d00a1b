package keyturn.tools;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import keyturn.azure.ManagerWriter;
import keyturn.directory.GraphWriter;
import keyturn.domain.reach.EndpointSeen;
import keyturn.entra.CodePrompt;
import keyturn.host.PowerShellHost;
import keyturn.inspect.Connector;
import keyturn.inspect.Inspector;
import keyturn.inspect.registered.StudioFile;
import keyturn.inspect.trouble.Network;
import keyturn.run.door.WriteDoors;
import keyturn.sql.CertificateLook;
import keyturn.sql.SqlAccess;
import keyturn.trouble.look.CheckLook;
import keyturn.ui.desk.Desk;
import keyturn.ui.desk.Places;
import keyturn.ui.files.ExportFolder;
import keyturn.ui.wizard.ShownZone;
import keyturn.vault.KeyVaultWriter;

/** The program's own doors for acts, as {@code main} wires them. */
public final class RealDoors {

    private RealDoors() {}

    /** Nobody is shown a code to sign in with. */
    public static WriteDoors all() {
        return all((code, page, until) -> {});
    }

    /** Checks that read a server as the program does, and reach no network. */
    public static CheckLook checks(Connector connector, Inspector inspector) {
        return new CheckLook(
                connector,
                inspector,
                certificate -> new Network(
                        endpoint -> new EndpointSeen(
                                endpoint,
                                EndpointSeen.Reach.NO_ANSWER,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of()),
                        host -> Optional.empty()));
    }

    /** A computer with no list of a central management server. */
    public static Desk desk() {
        return desk(path -> {});
    }

    /** @param opened hears what somebody opens with the system's own program */
    public static Desk desk(Consumer<Path> opened) {
        Path state = Path.of("target", "state");
        return new Desk(
                CertificateLook::at,
                target -> List.of(),
                StudioFile::read,
                new ShownZone(ZoneOffset.UTC),
                opened::accept,
                (zip, server) -> {},
                new Places(state, state.resolve("runs"), state.resolve("log"), state.resolve("faults")),
                proxy -> {},
                new ExportFolder(),
                new TiesHere());
    }

    public static WriteDoors all(CodePrompt prompt) {
        return new WriteDoors(
                SqlAccess::lock,
                SqlAccess::open,
                KeyVaultWriter.opener(prompt),
                GraphWriter.opener(prompt),
                PowerShellHost.opener(),
                ManagerWriter.opener(prompt));
    }
}
