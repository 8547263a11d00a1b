package keyturn.app;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.evidence.support.Redaction;
import keyturn.evidence.support.SupportFiles;
import keyturn.evidence.support.SupportZip;

/** The support bundle without a server: versions, settings, log, faults and runs of this user. */
record SupportBundle(StateFolder state, Clock clock) {

    void write(Path zip) throws Problem.Raised {
        SupportFiles files = new SupportFiles(new Redaction(System.getProperty("user.home", "")));
        files.addVersions(Version.text(), clock.instant());
        files.addState(state.path(), state.runs());
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
