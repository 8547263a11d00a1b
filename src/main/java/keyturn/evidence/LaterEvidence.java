package keyturn.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.plan.Verification;
import keyturn.run.DurableFile;
import keyturn.run.Journal;
import keyturn.run.LaterLook;

/** Adds the verdicts of a later look to a run's evidence: a file of its own, and a line in the journal that binds it. */
public final class LaterEvidence {

    static final String PREFIX = "verification-";

    private final String toolVersion;
    private final Clock clock;

    public LaterEvidence(String toolVersion, Clock clock) {
        this.toolVersion = toolVersion;
        this.clock = clock;
    }

    /**
     * Writes {@code verification-N.json} with the next free number, nothing over.
     *
     * @param who looked, as the operating system names them
     * @throws Problem.Raised if it cannot be written, or the journal is not as it was
     */
    public Path add(RunRecord record, LaterLook.Seen look, Verification verification, String who)
            throws Problem.Raised {
        Path journalFile = record.folder().resolve(Journal.FILE);
        String text = text(record, look, verification, who);
        try (Journal journal = Journal.continued(journalFile, clock)) {
            Path file = write(record.folder(), text);
            journal.verified(digest(text), journalFile);
            return file;
        }
    }

    private String text(RunRecord record, LaterLook.Seen look, Verification verification, String who) {
        ObjectNode root = Json.NODES.objectNode();
        root.put("format", 1);
        root.put("tool", toolVersion);
        root.put("run", record.runId());
        root.put("practice", look.inspection().identity().practice());
        root.put("who", who);
        root.set("verification", VerdictJson.tree(verification));
        root.set(
                "errorLog",
                FactJson.ofList(
                        look.errors(),
                        line -> Json.NODES
                                .objectNode()
                                .put("at", line.at().toString())
                                .put("number", line.number())
                                .put("text", line.text())));
        root.set("after", InspectionJson.tree(look.inspection()));
        return Json.pretty(root);
    }

    private static Path write(Path folder, String text) throws Problem.Raised {
        for (int number = 1; ; number++) {
            Path file = folder.resolve(PREFIX + number + ".json");
            try {
                DurableFile.writeNew(file, text);
                return file;
            } catch (FileAlreadyExistsException taken) {
                System.getLogger(LaterEvidence.class.getName()).log(System.Logger.Level.DEBUG, "{0} is there", taken);
            } catch (IOException failure) {
                throw new Problem.Raised(new Problem(
                        "evidence.write",
                        Message.of("evidence.write", file),
                        Optional.of(String.valueOf(failure)),
                        Message.of("evidence.write.next")));
            }
        }
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
