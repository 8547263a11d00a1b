package keyturn.plan.flow;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.Permission;
import keyturn.domain.inspection.ByDatabase;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.check.DatabaseChecks;
import keyturn.plan.step.Step;
import keyturn.plan.step.Step.About;
import keyturn.plan.step.Step.Phase;
import keyturn.plan.step.Step.ProofKind;
import keyturn.plan.step.Step.Risk;
import keyturn.plan.step.StepId;
import keyturn.plan.step.Undo;

/** The proofs of a flow, each with all that it can say of itself. */
public final class ProofSteps {

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration LOG_PROOF = Duration.ofSeconds(30);
    private static final long MEGABYTES_A_SECOND = 100;
    private static final Duration FULL_PROOF = Duration.ofMinutes(10);

    private final NodeName node;
    private final Map<DatabaseName, ProofChoice> proofs;
    private final ByDatabase each;

    public ProofSteps(Situation situation) {
        this.node = situation.inspection().identity().node();
        this.proofs = situation.proofs();
        this.each = situation.each();
    }

    /** For each of these, as the DBA chose. */
    public void add(List<Step> steps, List<Database> databases, Phase phase) {
        databases.forEach(database -> add(steps, database, phase, protector(database)));
    }

    /** @param wrapped by what its encryption key is wrapped then */
    public void add(List<Step> steps, Database database, Phase phase, String wrapped) {
        var id = new StepId(steps.size() + 1);
        switch (Proving.choice(proofs, database)) {
            case LOG -> steps.add(prove(id, database, ProofKind.LOG_COPY_ONLY, phase, wrapped));
            case FULL -> steps.add(prove(id, database, ProofKind.FULL_COPY_ONLY, phase, wrapped));
            case OWN -> {
                if (phase == Phase.AFTER) {
                    steps.add(prove(id, database, ProofKind.OWN_BACKUP, phase, wrapped));
                }
            }
            case SKIP -> {}
        }
    }

    private Step prove(StepId id, Database database, ProofKind kind, Phase phase, String wrapped) {
        String side = phase == Phase.BEFORE ? "proveBefore" : "proveAfter";
        About about = new About(
                Message.of("plan.step." + side + ".title", database.name()),
                Message.of("plan.step." + side + words(kind) + ".why", database.name(), wrapped, cost(database, kind)),
                Message.of("plan.source.proof"),
                Message.of("plan.step." + side + ".trueAfter", database.name()),
                Risk.READS,
                permission(database, kind),
                new Undo.None(Message.of("plan.undo.proof")),
                expected(database, kind),
                false);
        return new Step.ProveDatabase(id, node, about, database.name(), kind, phase);
    }

    private static String words(ProofKind kind) {
        return switch (kind) {
            case LOG_COPY_ONLY -> "Log";
            case FULL_COPY_ONLY -> "Full";
            case OWN_BACKUP -> "Own";
        };
    }

    public static Optional<Permission> permission(Database database, ProofKind kind) {
        return switch (kind) {
            case LOG_COPY_ONLY ->
                Optional.of(new Permission("BACKUP LOG", database.name().value()));
            case FULL_COPY_ONLY ->
                Optional.of(new Permission("BACKUP DATABASE", database.name().value()));
            case OWN_BACKUP -> Optional.of(new Permission("SELECT", "msdb"));
        };
    }

    public String cost(Database database, ProofKind kind) {
        return megabytes(database, kind)
                .map(size -> Message.of("plan.step.prove.size", size).text())
                .orElse(Message.of("plan.step.prove.sizeUnknown").text());
    }

    private Optional<Long> megabytes(Database database, ProofKind kind) {
        return each.about(database.name()).facts().around().sizes().value().orElse(List.of()).stream()
                .map(size -> kind == ProofKind.LOG_COPY_ONLY ? size.logMegabytes() : size.dataMegabytes())
                .findFirst();
    }

    /** As long as a disk needs that reads {@value #MEGABYTES_A_SECOND} MB a second; a guess where the size is not known. */
    public Duration expected(Database database, ProofKind kind) {
        if (kind == ProofKind.OWN_BACKUP) {
            return LOOK;
        }
        Duration guess = kind == ProofKind.LOG_COPY_ONLY ? LOG_PROOF : FULL_PROOF;
        return megabytes(database, kind)
                .map(size -> Duration.ofSeconds(Math.max(1, size / MEGABYTES_A_SECOND)))
                .orElse(guess);
    }

    private static String protector(Database database) {
        return DatabaseChecks.key(database)
                .map(key -> key.thumbprint().toString())
                .orElse("");
    }
}
