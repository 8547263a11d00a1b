package keyturn.plan.flow.upgrade;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.InvalidValue;
import keyturn.domain.KnownBuild;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Problem;
import keyturn.domain.azure.VaultMatch;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.BackOut;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.check.Blocks;
import keyturn.plan.fact.Basis;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactKey.DatabaseFact;
import keyturn.plan.fact.FactKey.OfDatabase;
import keyturn.plan.fact.FactKey.OfProvider;
import keyturn.plan.fact.FactKey.ProviderFact;
import keyturn.plan.fact.FactValue;
import keyturn.plan.fact.LoadedConnector;
import keyturn.plan.flow.Situation;
import keyturn.plan.step.ProviderStep;
import keyturn.plan.step.RepeatBound;
import keyturn.plan.step.Step;

/**
 * The back-out of an upgrade, and the ENABLE alone where a FROM FILE left the provider disabled.
 *
 * @param done the plan that has run, wholly or in part
 * @param point its step that points the provider at the new DLL
 * @param now a fresh look
 */
record UpgradeBack(Plan done, ProviderStep.PointProvider point, Inspection now) {

    private static final int OLD_BUILDS_BITS = 2048;

    /** Empty for a plan that points no provider anywhere. */
    static Optional<UpgradeBack> of(Plan done, Inspection now) {
        return point(done).map(point -> new UpgradeBack(done, point, now));
    }

    static Optional<ProviderStep.PointProvider> point(Plan plan) {
        return ProviderStep.points(plan.steps()).findFirst();
    }

    BackOut.Offer offer(UpgradeChoices choices, Instant at) {
        List<Problem> problems = misfits();
        return problems.isEmpty() ? new BackOut.Offered(back(choices, at)) : new BackOut.NotOffered(problems);
    }

    private Plan back(UpgradeChoices choices, Instant at) {
        UpgradeSituation situation = choices.situation(now);
        List<Message> notices = new ArrayList<>(List.of(afterwards()));
        situation.databases().notOpen().stream().map(UpgradeBack::closed).forEach(notices::add);
        return plan(situation, at, Direction.BACK, new UpgradeSteps(situation, point.from()).back(), notices);
    }

    /** Present where the provider reads disabled now. */
    Optional<Plan> repair(UpgradeChoices choices, Instant at) {
        UpgradeSituation situation = choices.situation(now);
        return row().filter(row -> !row.enabled())
                .map(row -> plan(
                        situation,
                        at,
                        Direction.REPAIR,
                        new UpgradeSteps(situation, point.from()).repair(),
                        List.of(Message.of("plan.notice.onlyEnable", point.provider()))));
    }

    /** Nothing tells which key protects its DEK now, and nothing can be tested in it. */
    private static Message closed(Database database) {
        return Message.of(
                "plan.notice.backClosed", OneLine.shown(database.name().value()), database.state());
    }

    private Plan plan(
            UpgradeSituation situation, Instant at, Direction direction, List<Step> steps, List<Message> first) {
        return new Plan(
                now.identity(),
                at,
                situation.choices(),
                direction,
                Basis.of(situation),
                steps,
                Stream.concat(first.stream(), Stream.of(RepeatBound.notice())).toList());
    }

    private Optional<Inspection.Provider> row() {
        return Situation.row(now, point.provider());
    }

    private List<Problem> misfits() {
        List<Problem> problems = new ArrayList<>();
        if (pointsAt(point.from())) {
            return List.of(Blocks.of("undo.not-begun", Optional.empty(), point.provider(), point.from()));
        }
        if (!pointsAt(point.to())) {
            problems.add(Blocks.of("undo.not-pointed", Optional.empty(), point.provider(), point.to()));
        }
        oldFile().or(this::changedFile).ifPresent(problems::add);
        keys().forEach(problems::add);
        return problems;
    }

    private boolean pointsAt(DllPath path) {
        return row().filter(now -> now.dllPath().equalsIgnoreCase(path.value())).isPresent();
    }

    /** Not known does not count as gone: FROM FILE itself finds out, and changes nothing then. */
    private Optional<Problem> oldFile() {
        return now.facts().around().files().stream()
                .filter(seen -> seen.path().sameFileAs(point.from()))
                .filter(seen -> seen.there().value().filter(there -> !there).isPresent())
                .map(seen -> Blocks.of("undo.old-file-gone", Optional.empty(), point.from()))
                .findFirst();
    }

    /** Another file in its place would be loaded instead: by what the plan saw of it, and what is seen now. */
    private Optional<Problem> changedFile() {
        return point.old()
                .flatMap(was -> FileChecks.stamp(now, point.from())
                        .filter(is -> !is.equals(was))
                        .map(is -> Blocks.of(
                                "undo.old-file-changed",
                                Optional.empty(),
                                point.from(),
                                was.bytes(),
                                was.written(),
                                is.bytes(),
                                is.written())));
    }

    /** A key that older builds do not open, registered meanwhile: it takes a build of November 2020. */
    private Stream<Problem> sizes() {
        String guid = row().map(Inspection.Provider::guid).orElse("");
        return now.facts().asymmetricKeys().value().orElse(List.of()).stream()
                .filter(key -> key.providerGuid().equalsIgnoreCase(guid))
                .filter(key -> bits(key) > OLD_BUILDS_BITS)
                .map(key -> Blocks.of("undo.key-size", Optional.empty(), key.name(), bits(key)));
    }

    /** As the vault has it, where it was seen: the catalog may show fewer (document: SQL Server Connector, key size). */
    private int bits(Inspection.AsymmetricKey key) {
        return VaultMatch.of(key.name(), now.facts())
                .flatMap(match -> match.material().value())
                .map(material -> Math.max(material.bits(), key.length()))
                .orElse(key.length());
    }

    /**
     * Older builds know neither managed identity nor managed HSM; and a DEK that was re-encrypted since the plan was made may
     * no longer depend on a key of theirs (document: SQL Server Connector, what each build added).
     */
    private Stream<Problem> keys() {
        Basis fresh = Basis.of(now, done.choices());
        Stream<Problem> reencrypted = done.basis().databases().stream()
                .filter(name -> reencrypted(new OfDatabase(point.node(), name, DatabaseFact.PROTECTOR), fresh))
                .map(name -> Blocks.of("undo.reencrypted", Optional.empty(), name));
        if (!before2020()) {
            return reencrypted;
        }
        Stream<Problem> vaults = now.facts().credentials().value().orElse(List.of()).stream()
                .filter(credential -> CatalogWords.isManagedIdentity(credential.identity())
                        || credential.identity().contains(".managedhsm."))
                .map(credential ->
                        Blocks.of("undo.credential", Optional.empty(), credential.name(), credential.identity()));
        return Stream.of(reencrypted, vaults, sizes()).flatMap(problems -> problems);
    }

    /** What nobody can read, as in a database that is not open, is unknown and no other key. */
    private boolean reencrypted(FactKey protector, Basis fresh) {
        Optional<FactValue> was = done.basis().value(protector).filter(FactValue::wasRead);
        Optional<FactValue> is = fresh.value(protector).filter(FactValue::wasRead);
        return was.isPresent() && is.isPresent() && !is.equals(was);
    }

    private boolean before2020() {
        String version = done.basis()
                .value(new OfProvider(point.node(), point.provider(), ProviderFact.VERSION))
                .flatMap(FactValue::asText)
                .orElse("");
        try {
            return FileVersion.parse(version).compareTo(KnownBuild.BUILD_15_0_2000_440_SEPTEMBER_2020.version()) < 0;
        } catch (InvalidValue noVersion) {
            return NewBuild.proposed(point.from()).version().isEmpty();
        }
    }

    /** Whether a restart must follow: only what the process holds now decides that. */
    private Message afterwards() {
        return switch (LoadedConnector.of(now, point.provider(), point.from())) {
            case LoadedConnector.Expected as -> Message.of("plan.notice.noRestart", point.from());
            case LoadedConnector.None nothing -> Message.of("plan.notice.noneLoaded", point.from());
            case LoadedConnector.Older other ->
                Message.of("plan.notice.pendingRestart", String.join(", ", other.paths()));
            case LoadedConnector.NotSeen not ->
                Message.of("plan.notice.restartUnknown", not.why().text());
        };
    }
}
