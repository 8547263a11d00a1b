package keyturn.cli;

import java.util.List;
import keyturn.domain.BackupFolder;
import keyturn.domain.DllPath;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.Target;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.LogRooms;
import keyturn.inspect.KeyTracesLook;
import keyturn.inspect.Session;

/** Connects and looks, once. */
public final class FirstLook {

    private FirstLook() {}

    /** The same look, with these files and folders looked at too. */
    public static Inspection at(
            Target target, Doors doors, Inspection seen, List<DllPath> files, List<BackupFolder> folders) throws Ended {
        try (Session session = doors.connector().open(target)) {
            Inspection withFiles = files.isEmpty() ? seen : doors.inspector().withFiles(session, seen, files);
            return doors.inspector().withFolders(session, withFiles, folders);
        } catch (Problem.Raised closed) {
            throw new Ended(Exit.NO_CONNECTION, closed.problem());
        }
    }

    /** The same look, with the keys that protect databases tried at the vault. */
    public static Inspection withTrials(
            Target target, Doors doors, Inspection seen, ClientId application, Secret secret) throws Ended {
        try (Session session = doors.connector().open(target)) {
            return doors.inspector().withTrials(session, seen, application, secret);
        } catch (Problem.Raised closed) {
            throw new Ended(Exit.NO_CONNECTION, closed.problem());
        }
    }

    /** How much room the logs of encrypted databases have. */
    public static LogRooms logRooms(Target target, Doors doors, Inspection seen) throws Ended {
        try (Session session = doors.connector().open(target)) {
            return new KeyTracesLook(session.sql(), seen.identity().majorVersion()).logRooms();
        } catch (Problem.Raised closed) {
            throw new Ended(Exit.NO_CONNECTION, closed.problem());
        }
    }

    public static Inspection at(Target target, Doors doors) throws Ended {
        try (Session session = doors.connector().open(target)) {
            return doors.inspector().inspect(session);
        } catch (Problem.Raised closed) {
            throw new Ended(Exit.NO_CONNECTION, closed.problem());
        }
    }
}
