package keyturn.plan.flow.enableekm;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.NodeName;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.plan.BackOut;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.check.Blocks;
import keyturn.plan.fact.Basis;
import keyturn.plan.fact.Condition;
import keyturn.plan.fact.Holds;
import keyturn.plan.fact.TrueAfter;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.RepeatBound;
import keyturn.plan.step.SetupStep;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;

/** The way back: what the run made is dropped in reverse order, as long as nothing else has come to need it. */
final class EnableEkmBack {

    private final EnableEkmSituation situation;
    private final NodeName node;
    private final List<Step> begun;
    private final List<Step> steps = new ArrayList<>();

    private EnableEkmBack(EnableEkmSituation situation, List<Step> begun) {
        this.situation = situation;
        this.node = situation.inspection().identity().node();
        this.begun = begun;
    }

    static BackOut.Offer undo(EnableEkmChoices done, List<Step> begun, Inspection now, Instant at) {
        return new EnableEkmBack(done.situation(now), begun).offer(at);
    }

    private BackOut.Offer offer(Instant at) {
        boolean keyStays = isKeyUsed();
        if (!keyStays) {
            key();
        }
        List<String> needing = needing(keyStays);
        if (!keyStays) {
            callersCredential();
        }
        if (needing.isEmpty()) {
            provider();
        }
        if (steps.isEmpty()) {
            return new BackOut.NotOffered(List.of(Blocks.of("undo.nothing", Optional.empty())));
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

    private StepId next() {
        return new StepId(steps.size() + 1);
    }

    /** A database is protected by the key that the run opened. */
    private boolean isKeyUsed() {
        return KeyStep.opened(begun)
                .anyMatch(open -> new Condition.KeyUsed(open.key()).holds(situation.inspection()) instanceof Holds.Yes);
    }

    private void key() {
        situation.choices().key().ifPresent(key -> {
            takeAndDrop(CredentialStep.added(begun).filter(add -> add.login().equals(key.login())));
            KeyStep.logins(begun)
                    .filter(this::isThere)
                    .forEach(made -> steps.add(new KeyStep.DropKeyLogin(next(), node, made.login())));
            KeyStep.opened(begun)
                    .filter(this::isThere)
                    .forEach(open -> steps.add(new KeyStep.DropKey(next(), node, open.key())));
        });
    }

    private void callersCredential() {
        takeAndDrop(CredentialStep.added(begun).filter(add -> situation.caller().equals(Optional.of(add.login()))));
    }

    private void takeAndDrop(Stream<CredentialStep.AddCredential> added) {
        added.forEach(add -> {
            if (isThere(add)) {
                steps.add(new CredentialStep.TakeCredential(next(), node, add.login(), add.credential()));
            }
            CredentialStep.created(begun)
                    .filter(made -> made.credential().equals(add.credential()))
                    .filter(this::isThere)
                    .forEach(made -> steps.add(new CredentialStep.DropCredential(next(), node, made.credential())));
        });
    }

    /** What else uses the provider: keys and credentials that the run did not make (33044 refuses the latter). */
    private List<String> needing(boolean keyStays) {
        Optional<Inspection.Provider> row = situation.row();
        Inspection.Facts facts = situation.inspection().facts();
        Stream<String> keys = facts.asymmetricKeys().value().orElse(List.of()).stream()
                .filter(key -> row.filter(one -> one.guid().equalsIgnoreCase(key.providerGuid()))
                        .isPresent())
                .map(AsymmetricKey::name)
                .filter(name -> keyStays
                        || KeyStep.opened(begun).noneMatch(open -> open.key().equals(name)))
                .map(name -> name.value());
        Stream<String> credentials = facts.credentials().value().orElse(List.of()).stream()
                .filter(credential ->
                        row.filter(one -> one.id() == credential.providerId()).isPresent())
                .map(Credential::name)
                .filter(name -> keyStays
                        || CredentialStep.created(begun)
                                .noneMatch(made -> made.credential().equals(name)))
                .map(name -> name.value());
        return Stream.concat(keys, credentials).toList();
    }

    private void provider() {
        SetupStep.created(begun)
                .filter(this::isThere)
                .forEach(made -> steps.add(new SetupStep.DropProvider(next(), node, made.provider())));
        boolean turnedOn = SetupStep.turnsEkm(begun) && situation.isOn();
        boolean others = situation.others().findAny().isPresent();
        if (turnedOn && !others) {
            steps.add(new SetupStep.TurnEkmOff(next(), node));
        }
    }

    /** A provider that is dropped leaves its DLL in the process. */
    private boolean isLoaded(String path) {
        return situation.inspection().facts().loadedModules().value().orElse(List.of()).stream()
                .anyMatch(module -> module.path().equalsIgnoreCase(path));
    }

    private boolean isThere(Step step) {
        return TrueAfter.of(step).holds(situation.inspection()) instanceof Holds.Yes;
    }

    private List<Message> notices(List<String> needing) {
        Message first = needing.isEmpty()
                ? EnableEkmFlow.NAME.words("notice.drops")
                : EnableEkmFlow.NAME.words(
                        "notice.stays",
                        situation.choices().provider(),
                        needing.stream().limit(10).collect(Collectors.joining(", ")));
        Stream<Message> loaded = situation.row().stream()
                .filter(row -> needing.isEmpty())
                .map(row -> row.dllPath())
                .filter(this::isLoaded)
                .map(path -> EnableEkmFlow.NAME.words("notice.loaded", path));
        return Stream.of(Stream.of(first), loaded, Stream.of(RepeatBound.notice()))
                .flatMap(all -> all)
                .toList();
    }
}
