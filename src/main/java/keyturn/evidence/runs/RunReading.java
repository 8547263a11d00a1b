package keyturn.evidence.runs;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.evidence.FiledRun;
import keyturn.evidence.runs.Runs.About;
import keyturn.evidence.runs.Runs.Damaged;
import keyturn.evidence.runs.Runs.Early;
import keyturn.evidence.runs.Runs.Ended;
import keyturn.evidence.runs.Runs.HowFar;
import keyturn.evidence.runs.Runs.Pending;
import keyturn.evidence.runs.Runs.Run;
import keyturn.evidence.runs.Runs.Why;
import keyturn.plan.Direction;
import keyturn.plan.verify.Verification.Overall;
import keyturn.run.SentAct;
import keyturn.run.files.FiledJson;
import keyturn.run.files.OrdinaryFile;
import keyturn.run.journal.JournalLock;
import keyturn.run.journal.Reach;
import keyturn.run.journal.RunRecord;

/** Reads how a run is from its folder. */
final class RunReading {

    /** Files of later looks, counted from 1. */
    private static final String LATER = "verification-";

    private RunReading() {}

    /** The lock is asked first: a run that ends meanwhile is called running once more, and never interrupted. */
    static Run of(Path folder) {
        boolean running = JournalLock.isHeld(folder);
        try {
            FiledRun filed = FiledRun.begun(folder);
            if (running) {
                return early(filed, Why.RUNNING);
            }
            if (filed.run().handedOver().isPresent()) {
                return early(filed, Why.TAKEN_OVER);
            }
            return filed.interrupted() ? early(filed, Why.INTERRUPTED) : ended(filed);
        } catch (Problem.Raised damaged) {
            return new Damaged(folder, changed(folder), damaged.problem());
        }
    }

    /** A folder that nobody can look into. */
    static Damaged closed(Path folder, Exception why) {
        return new Damaged(
                folder,
                changed(folder),
                new Problem(
                        "runs.unreadable",
                        Message.of("evidence.runs.unreadable", folder),
                        Optional.of(String.valueOf(why)),
                        Message.of("evidence.runs.unreadable.next")));
    }

    /** Where the run cannot be read, the first that was filed. */
    static Optional<Path> report(Path folder) {
        Path page;
        try {
            page = FiledRun.begun(folder).newestPage();
        } catch (Problem.Raised damaged) {
            page = folder.resolve("evidence.html");
        }
        return Optional.of(page).filter(Files::isRegularFile);
    }

    private static Instant changed(Path folder) {
        try {
            return Files.getLastModifiedTime(folder).toInstant();
        } catch (IOException gone) {
            return Instant.EPOCH;
        }
    }

    private static About about(FiledRun filed) {
        var plan = filed.run().first().plan();
        var server = plan.identity();
        return new About(plan.flow().name(), server.name(), server.node().value(), server.practice());
    }

    private static Instant lastLine(FiledRun filed) {
        return filed.journal().entries().getLast().at();
    }

    private static Run early(FiledRun filed, Why why) {
        RunRecord run = filed.run();
        int steps = filed.plan().steps().size();
        Reach reach = run.current().reach();
        Optional<SentAct> unknown = filed.plan().steps().stream()
                .flatMap(step -> reach.unanswered(step).map(at -> new SentAct(step, at)).stream())
                .filter(SentAct::leavesSomething)
                .findFirst();
        int settled = steps - run.current().left().size();
        var far = new HowFar(
                settled,
                steps,
                run.goingBack(),
                run.mayGoEitherWay(),
                run.current().isWhileStopped(),
                unknown);
        return new Early(run.folder(), about(filed), lastLine(filed), why, far);
    }

    private static Run ended(FiledRun filed) throws Problem.Raised {
        Path file = filed.newestEvidence();
        try {
            JsonNode evidence = FiledJson.of(OrdinaryFile.text(file));
            JsonNode first = evidence.path("verification");
            JsonNode newest = later(filed.folder())
                    .filter(later -> first.isObject() && after(later, first))
                    .orElse(first);
            return newest.isObject()
                    ? judged(filed, Overall.valueOf(newest.required("overall").asText()), first)
                    : early(filed, Why.STOPPED);
        } catch (IOException | IllegalArgumentException | DateTimeException unreadable) {
            throw FiledRun.notAsFiled(file);
        }
    }

    private static Run judged(FiledRun filed, Overall verdict, JsonNode first) {
        boolean wentBack = filed.plan().direction() != Direction.FORWARD;
        return verdict == Overall.PENDING_RESTART
                ? new Pending(filed.folder(), about(filed), lookedAt(first))
                : new Ended(filed.folder(), about(filed), lastLine(filed), verdict, wentBack);
    }

    private static boolean after(JsonNode later, JsonNode first) {
        return lookedAt(later).isAfter(lookedAt(first));
    }

    private static Instant lookedAt(JsonNode verification) {
        return Instant.parse(verification.required("lookedAt").asText());
    }

    /** The verdict of the latest later look. */
    private static Optional<JsonNode> later(Path folder) throws IOException {
        Optional<Path> newest = Optional.empty();
        for (int number = 1; Files.isRegularFile(folder.resolve(LATER + number + ".json")); number++) {
            newest = Optional.of(folder.resolve(LATER + number + ".json"));
        }
        return newest.isEmpty()
                ? Optional.empty()
                : Optional.of(FiledJson.of(OrdinaryFile.text(newest.get())).path("verification"));
    }
}
