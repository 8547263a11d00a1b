package keyturn.plan.flow.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.BackOut;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.check.Blocks;
import keyturn.plan.fact.Basis;
import keyturn.plan.fact.Holds;
import keyturn.plan.fact.ServerKeys;
import keyturn.plan.fact.TrueAfter;
import keyturn.plan.flow.register.RegisterChoices.Names;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.RepeatBound;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;

/** The way back: what the run made on the server is dropped, unless a database has come to need it. */
final class RegisterBack {

    private final RegisterSituation situation;
    private final NodeName node;
    private final List<Step> begun;
    private final List<Step> steps = new ArrayList<>();

    private RegisterBack(RegisterSituation situation, List<Step> begun) {
        this.situation = situation;
        this.node = situation.inspection().identity().node();
        this.begun = begun;
    }

    static BackOut.Offer undo(RegisterChoices done, List<Step> begun, Inspection now, Instant at) {
        return new RegisterBack(done.situation(now), begun).offer(at);
    }

    private BackOut.Offer offer(Instant at) {
        temporary();
        List<Database> needing = needing();
        if (needing.isEmpty()) {
            drop();
        }
        if (steps.isEmpty()) {
            return new BackOut.NotOffered(
                    List.of(needing.isEmpty() ? Blocks.of("undo.nothing", Optional.empty()) : needed(needing)));
        }
        return new BackOut.Offered(new Plan(
                situation.inspection().identity(),
                at,
                situation.choices(),
                Direction.BACK,
                Basis.of(situation),
                steps,
                notices(needing)));
    }

    private Problem needed(List<Database> needing) {
        String why = why(needing);
        Object[] about = {situation.choices().names().key(), names(needing)};
        return new Problem(
                "plan.register-key.back-" + why,
                RegisterFlow.NAME.words("back." + why, about),
                Optional.empty(),
                RegisterFlow.NAME.words("back." + why + ".next", about));
    }

    private static String why(List<Database> needing) {
        return needing.stream().allMatch(ServerKeys::isUnseen) ? "unseen" : "needed";
    }

    private static String names(List<Database> databases) {
        return databases.stream().map(row -> row.name().value()).collect(Collectors.joining(", "));
    }

    /** Databases that the key protects: without it they could not be opened again. One that is closed may be among them. */
    private List<Database> needing() {
        return situation.key().stream()
                .flatMap(key -> situation.inspection().facts().databases().value().orElse(List.of()).stream()
                        .filter(row -> isNeeded(key, row)))
                .toList();
    }

    /** A database that is not open shows no protector, so that the key which the run was to open may be what it waits for. */
    private boolean isNeeded(AsymmetricKey key, Database row) {
        boolean meant = situation
                        .choices()
                        .thumbprint()
                        .filter(key.thumbprint()::equals)
                        .isPresent()
                || situation.choices().thumbprint().isEmpty();
        return ServerKeys.isProtectedBy(row, key) || (meant && ServerKeys.isUnseen(row));
    }

    private List<Message> notices(List<Database> needing) {
        Names made = situation.choices().names();
        Message first = needing.isEmpty()
                ? RegisterFlow.NAME.words("notice.drops", made.key(), made.login(), made.credential())
                : RegisterFlow.NAME.words("notice.stays." + why(needing), made.key(), names(needing));
        return List.of(first, RepeatBound.notice());
    }

    private StepId next() {
        return new StepId(steps.size() + 1);
    }

    private void temporary() {
        CredentialStep.added(begun)
                .filter(CredentialStep.AddCredential::temporary)
                .filter(this::isThere)
                .forEach(add ->
                        steps.add(new CredentialStep.TakeCredential(next(), node, add.login(), add.credential())));
        CredentialStep.created(begun)
                .filter(CredentialStep.CreateCredential::temporary)
                .filter(this::isThere)
                .forEach(create -> steps.add(new CredentialStep.DropCredential(next(), node, create.credential())));
    }

    private void drop() {
        Names names = situation.choices().names();
        if (made(CredentialStep.added(begun))) {
            steps.add(new CredentialStep.TakeCredential(next(), node, names.login(), names.credential()));
        }
        if (made(CredentialStep.created(begun))) {
            steps.add(new CredentialStep.DropCredential(next(), node, names.credential()));
        }
        if (made(KeyStep.logins(begun))) {
            steps.add(new KeyStep.DropKeyLogin(next(), node, names.login()));
        }
        if (KeyStep.opened(begun).findAny().isPresent() && situation.key().isPresent()) {
            steps.add(new KeyStep.DropKey(next(), node, names.key()));
        }
    }

    private boolean made(Stream<? extends Step> kind) {
        return kind.filter(step -> Conduct.of(step).lasts()).anyMatch(this::isThere);
    }

    private boolean isThere(Step step) {
        return TrueAfter.of(step).holds(situation.inspection()) instanceof Holds.Yes;
    }
}
