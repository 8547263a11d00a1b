package keyturn.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import keyturn.cli.page.CheckJson;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.evidence.InspectionJson;
import keyturn.evidence.support.Redaction;
import keyturn.evidence.support.SupportFiles;
import keyturn.evidence.support.SupportZip;
import keyturn.trouble.look.CheckLook;

/** The support bundle: versions, settings, log, faults and runs of this user, and what was seen of a server. */
record SupportBundle(StateFolder state, Clock clock) {

    void write(Path zip, Optional<CheckLook.Looked> server) throws Problem.Raised {
        SupportFiles files = new SupportFiles(new Redaction(System.getProperty("user.home", "")));
        files.addVersions(Version.text(), clock.instant());
        files.addState(state.path(), state.runs());
        server.ifPresent(looked -> {
            files.add("inspection.json", InspectionJson.write(looked.seen()));
            files.add("checks.json", CheckJson.of(looked));
        });
        try {
            SupportZip.write(files.all(), zip);
        } catch (IOException unwritten) {
            throw new Problem.Raised(new Problem(
                    "app.support",
                    Message.of("app.support", zip),
                    Optional.of(String.valueOf(unwritten)),
                    Message.of("app.support.next")));
        }
    }
}
