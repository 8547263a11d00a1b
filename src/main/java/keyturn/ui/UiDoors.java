package keyturn.ui;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import keyturn.domain.DllPath;
import keyturn.domain.Inspection;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.evidence.EvidenceWriter;
import keyturn.inspect.Connector;
import keyturn.inspect.Inspector;
import keyturn.inspect.Session;
import keyturn.inspect.Worlds;
import keyturn.run.Runner;
import keyturn.ui.wizard.SaveDialog;

/**
 * Everything the window needs from outside.
 *
 * @param folder where each run makes a folder of its own for journal and evidence
 * @param who approves, by the name that goes into approval and journal
 * @param version of the product
 */
public record UiDoors(
        Connector connector,
        Worlds worlds,
        Inspector inspector,
        Runner runner,
        EvidenceWriter evidence,
        Clock clock,
        Path folder,
        String who,
        String version) {

    /** The same, as the pages call it. */
    WizardPorts ports() {
        return new WizardPorts(
                worlds,
                this::look,
                this::lookAtFiles,
                runner::run,
                evidence::write,
                evidence::write,
                SaveDialog::ask,
                clock,
                folder,
                who,
                version);
    }

    private Inspection lookAtFiles(Target target, Inspection seen, List<DllPath> files) throws Problem.Raised {
        try (Session session = connector.open(target)) {
            return inspector.withFiles(session, seen, files);
        }
    }

    private Inspection look(Target target) throws Problem.Raised {
        try (Session session = connector.open(target)) {
            return inspector.inspect(session);
        }
    }
}
