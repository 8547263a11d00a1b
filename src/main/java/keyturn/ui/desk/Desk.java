package keyturn.ui.desk;

import java.util.function.Consumer;
import keyturn.inspect.ties.TieBook;
import keyturn.ui.files.ExportFolder;
import keyturn.ui.wizard.ShownZone;

/**
 * All that the window asks of this computer.
 *
 * @param registered reads the list of a central management server
 * @param studio reads the list that Management Studio keeps or exports
 * @param zone in which times are shown
 * @param ties what this computer knows of the applications that credentials sign in as
 * @param exports where dialogs for new files open
 * @param proxy from now on this one is used: the system's, no proxy at all, or {@code HOST:PORT}
 */
public record Desk(
        CertificateShown certificates,
        Registered registered,
        RegisteredFile studio,
        ShownZone zone,
        Opener opener,
        Support support,
        Places places,
        Consumer<String> proxy,
        ExportFolder exports,
        TieBook ties) {}
