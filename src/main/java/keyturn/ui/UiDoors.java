package keyturn.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import keyturn.domain.BackupFolder;
import keyturn.domain.DllPath;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.Target;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.LogRooms;
import keyturn.evidence.Bundle;
import keyturn.evidence.BundleWriter;
import keyturn.evidence.EvidenceWriter;
import keyturn.evidence.LaterVerdict;
import keyturn.inspect.Connector;
import keyturn.inspect.Inspector;
import keyturn.inspect.KeyTracesLook;
import keyturn.inspect.Session;
import keyturn.inspect.Worlds;
import keyturn.plan.Plan;
import keyturn.run.Runner;
import keyturn.run.ShutdownRequest;
import keyturn.run.resume.LaterLook;
import keyturn.run.resume.Resume;
import keyturn.script.json.PlanFile;
import keyturn.trouble.look.CheckLook;
import keyturn.ui.desk.Desk;
import keyturn.ui.files.OpenDialog;
import keyturn.ui.files.SaveDialog;
import keyturn.ui.runs.FiledRuns;
import keyturn.ui.wizard.KnownServers;
import keyturn.ui.wizard.Settings;
import keyturn.ui.wizard.SignInCodes;

/**
 * Everything the window needs from outside.
 *
 * @param worlds none where the practice range is not installed: then the window offers no practice
 * @param ending the end that the system asks for, which a run puts off to its next safe point
 * @param folder where each run makes a folder of its own for journal and evidence
 * @param who approves, by the name that goes into approval and journal
 * @param version of the product
 * @param desk what is asked of this computer
 */
public record UiDoors(
        Connector connector,
        Optional<Worlds> worlds,
        KnownServers servers,
        Settings settings,
        SignInCodes codes,
        Inspector inspector,
        CheckLook checks,
        Runner runner,
        ShutdownRequest ending,
        EvidenceWriter evidence,
        Clock clock,
        Path folder,
        String who,
        String version,
        Desk desk) {

    /** The same, as the pages call it. */
    WizardPorts ports() {
        return new WizardPorts(
                worlds,
                this::look,
                this::lookAtFiles,
                this::tryVault,
                this::lookAtLogs,
                servers,
                settings,
                codes,
                new FiledRuns(folder),
                checks::at,
                conducting(),
                result -> evidence.write(result).path(),
                result -> evidence.write(result).path(),
                new LaterVerdict(new LaterLook(connector, inspector), evidence, clock)::of,
                new SaveDialog(desk.exports()),
                OpenDialog::certificate,
                OpenDialog::folder,
                OpenDialog::plan,
                OpenDialog::servers,
                UiDoors::read,
                (plan, to) -> BundleWriter.write(Bundle.of(plan.plan(), plan.scripts()), to),
                desk.zone().on(clock),
                folder,
                who,
                version,
                desk);
    }

    private Conducting conducting() {
        return new Conducting(
                runner, new Resume(connector, inspector, clock), new StartupDoor(connector, clock), ending, who);
    }

    private Inspection lookAtFiles(Target target, Inspection seen, List<DllPath> files, List<BackupFolder> folders)
            throws Problem.Raised {
        try (Session session = connector.open(target)) {
            return inspector.withFolders(session, inspector.withFiles(session, seen, files), folders);
        }
    }

    private Inspection tryVault(Target target, Inspection seen, ClientId application, Secret secret)
            throws Problem.Raised {
        try (Session session = connector.open(target)) {
            return inspector.withTrials(session, seen, application, secret);
        }
    }

    private LogRooms lookAtLogs(Target target, Inspection seen) throws Problem.Raised {
        try (Session session = connector.open(target)) {
            return new KeyTracesLook(session.sql(), seen.identity().majorVersion()).logRooms();
        }
    }

    private static Plan read(Path file) throws Problem.Raised {
        try {
            return PlanFile.read(file).plan();
        } catch (IOException unreadable) {
            throw new Problem.Raised(new Problem(
                    "ui.plan.unreadable",
                    Message.of("ui.plan.unreadable", file),
                    Optional.of(String.valueOf(unreadable)),
                    Message.of("ui.plan.unreadable.next")));
        }
    }

    private Inspection look(Target target) throws Problem.Raised {
        try (Session session = connector.open(target)) {
            return inspector.inspect(session);
        }
    }
}
