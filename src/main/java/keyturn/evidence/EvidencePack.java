package keyturn.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.inspection.KeyTraces;
import keyturn.evidence.forecast.ForecastJson;
import keyturn.plan.step.StepId;
import keyturn.plan.verify.Retirement;
import keyturn.plan.verify.Verification;
import keyturn.plan.words.ForecastWords;
import keyturn.run.RunTrail;
import keyturn.run.journal.JournalEntry;
import keyturn.run.journal.JournalReading;
import keyturn.run.journal.RunRecord;
import keyturn.script.Approval;

/**
 * What a run leaves for others to check: what was there before, what was approved and by whom, what was done, what a
 * fresh look found, with which version of Keyturn.
 *
 * @param verification empty where the run stopped
 * @param stopped where and why, empty where it went through
 */
public record EvidencePack(
        String toolVersion,
        RunTrail trail,
        JournalReading journal,
        Optional<Verification> verification,
        Optional<Stop> stopped) {

    /**
     * Where and why a run stopped.
     *
     * @param why in a sentence, also whether what was sent took effect
     */
    public record Stop(StepId at, Message why, Problem problem) {}

    /** Format 1; whole text, indented, ending in a line feed. */
    String json() {
        ObjectNode root = Json.NODES.objectNode();
        root.put("format", 1);
        root.put("tool", toolVersion);
        root.put("run", trail.runId());
        root.put("practice", trail.before().identity().practice());
        root.set(
                "plan",
                Json.NODES
                        .objectNode()
                        .put("file", planFile())
                        .put("digest", approval().digest()));
        root.set("approval", approvalJson());
        root.put("login", trail.before().identity().loginName());
        root.set("journal", journalJson());
        stopped.ifPresent(stop -> root.set("stopped", stop(stop)));
        verification.ifPresent(verdict -> root.set("verification", verification(verdict)));
        retirement().ifPresent(report -> root.set("oldKey", RetirementJson.of(report)));
        trail.after()
                .ifPresent(after -> root.set(
                        "compared",
                        Comparison.json(Comparison.ofBasis(
                                trail.before(), after, trail.approved().plan().choices()))));
        root.set("before", InspectionJson.tree(trail.before()));
        root.set("after", trail.after().<JsonNode>map(InspectionJson::tree).orElse(Json.NODES.nullNode()));
        return Json.pretty(root);
    }

    /** As far as the run's own last look tells: nobody has stated a retention by then. */
    Optional<Retirement> retirement() {
        return verification
                .flatMap(verdict -> trail.after())
                .flatMap(after -> Retirement.of(trail.approved().plan(), after, KeyTraces.unseen(), Optional.empty()));
    }

    private String planFile() {
        return RunRecord.planFile(trail.folder(), approval().digest());
    }

    private Approval approval() {
        return trail.approved().approval();
    }

    private JsonNode approvalJson() {
        return Json.NODES
                .objectNode()
                .put("digest", approval().digest())
                .put("who", approval().who())
                .put("when", approval().when().toString())
                .put("ticket", approval().ticket().orElse(null));
    }

    /** The last hash binds the journal's end: lines cut off there would break no chain. */
    private JsonNode journalJson() {
        List<JournalEntry> entries = journal.entries();
        return Json.NODES
                .objectNode()
                .put("file", keyturn.run.journal.Journal.FILE)
                .put("lines", entries.size())
                .put("last", entries.isEmpty() ? null : entries.getLast().hash());
    }

    private static JsonNode stop(Stop stop) {
        return Json.NODES
                .objectNode()
                .put("step", stop.at().number())
                .put("why", stop.why().text())
                .put("code", stop.problem().code())
                .put("summary", stop.problem().summary().text())
                .put("detail", stop.problem().detail().orElse(null))
                .put("next", stop.problem().next().text());
    }

    static JsonNode verification(Verification verification) {
        ObjectNode node = Json.NODES
                .objectNode()
                .put("lookedAt", verification.lookedAt().toString())
                .put("overall", verification.overall().name());
        node.set("names", FactJson.list(List.of(verification.names()), FactJson::text));
        node.put("restart", ForecastWords.headline(verification.forecast()).text());
        node.set("notes", FactJson.list(verification.notes(), note -> FactJson.text(note.text())));
        node.set("forecast", ForecastJson.tree(verification.forecast()));
        node.set("steps", FactJson.list(verification.verdicts(), EvidencePack::verdict));
        return node;
    }

    private static JsonNode verdict(Verification.StepVerdict verdict) {
        ObjectNode node = Json.NODES.objectNode().put("step", verdict.step().number());
        return switch (verdict.verdict()) {
            case Verification.Met met ->
                node.put("verdict", "Met").put("found", met.found().text());
            case Verification.NotMet not ->
                node.put("verdict", "NotMet")
                        .put("expected", not.expected().text())
                        .put("found", not.found().text());
            case Verification.CannotTell open ->
                node.put("verdict", "CannotTell").put("why", open.why().text());
        };
    }
}
