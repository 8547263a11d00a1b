package keyturn.evidence;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.run.files.FiledJson;
import keyturn.run.journal.Journal;
import keyturn.run.journal.JournalEntry;
import keyturn.run.journal.JournalReading;
import keyturn.run.journal.RunRecord;
import keyturn.script.Approval;

/** Whether a run's journal, plans, approvals and evidence fit each other. */
final class RunCheck {

    private final Path folder;
    private final List<Problem> wrong = new ArrayList<>();

    RunCheck(Path folder) {
        this.folder = folder;
    }

    /** @throws Problem.Raised if a file is not what it should be, the journal was edited, or a plan is not the approved one */
    List<Problem> wrong() throws Problem.Raised {
        RunRecord run = RunRecord.open(folder);
        if (run.journal().state() instanceof JournalReading.Torn torn) {
            found("torn", Journal.FILE, torn.line());
        }
        for (String name : Sums.names(folder)) {
            if (EvidenceFiles.isEvidence(name)) {
                evidence(name, json(name), run);
            } else if (EvidenceFiles.isLaterLook(name)) {
                laterLook(name, run.journal().entries());
            }
        }
        return wrong;
    }

    private void evidence(String name, JsonNode evidence, RunRecord run) {
        List<JournalEntry> journal = run.journal().entries();
        int lines = evidence.at("/journal/lines").asInt();
        String last = lines < 1 || lines > journal.size()
                ? "-"
                : journal.get(lines - 1).hash();
        same(name, evidence, "/run", Journal.FILE, run.runId());
        same(name, evidence, "/journal/last", Journal.FILE, last);
        String digest = evidence.at("/plan/digest").asText();
        Optional<Approval> approval = run.parts().stream()
                .map(part -> part.approved().approval())
                .filter(one -> one.digest().equals(digest))
                .findFirst();
        if (approval.isEmpty()) {
            found("approved", name, Journal.FILE, digest);
        } else {
            approval(name, evidence, approval.get());
        }
    }

    private void approval(String name, JsonNode evidence, Approval approval) {
        String beside = RunRecord.planFile(folder, approval.digest());
        same(name, evidence, "/plan/file", Journal.FILE, beside);
        same(name, evidence, "/approval/digest", beside, approval.digest());
        same(name, evidence, "/approval/who", beside, approval.who());
        same(name, evidence, "/approval/when", beside, approval.when().toString());
        same(name, evidence, "/approval/ticket", beside, approval.ticket().orElse("null"));
    }

    private void same(String name, JsonNode evidence, String field, String other, String value) {
        String said = evidence.at(field).asText();
        if (!said.equals(value)) {
            found("field", name, field.substring(1).replace('/', '.'), said, other, value);
        }
    }

    /** Each later look's file is bound by a line of the journal that has its digest. */
    private void laterLook(String name, List<JournalEntry> journal) throws Problem.Raised {
        Optional<String> digest = Optional.of(Sums.digest(folder.resolve(name)));
        if (journal.stream().noneMatch(entry -> entry.digest().equals(digest))) {
            found("look", name, Journal.FILE);
        }
    }

    private JsonNode json(String name) throws Problem.Raised {
        try {
            return FiledJson.of(new String(Sums.content(folder.resolve(name)), StandardCharsets.UTF_8));
        } catch (JsonProcessingException broken) {
            int line = Optional.ofNullable(broken.getLocation())
                    .map(JsonLocation::getLineNr)
                    .orElse(1);
            throw new Problem.Raised(EvidenceCheck.problem("json", name, line));
        }
    }

    private void found(String rule, Object... arguments) {
        wrong.add(EvidenceCheck.problem(rule, arguments));
    }
}
