package keyturn.plan.flow.upgrade;

import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.DllPath;
import keyturn.domain.FileVersion;
import keyturn.domain.InvalidValue;
import keyturn.domain.KnownBuild;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Plan;
import keyturn.plan.check.Blocks;
import keyturn.plan.fact.Basis;
import keyturn.plan.fact.FactKey;
import keyturn.plan.fact.FactKey.DatabaseFact;
import keyturn.plan.fact.FactKey.OfDatabase;
import keyturn.plan.fact.FactKey.OfProvider;
import keyturn.plan.fact.FactKey.ProviderFact;
import keyturn.plan.fact.FactValue;

/**
 * Whether the former build still serves the keys that are in use.
 *
 * @param done the plan that has run, wholly or in part
 * @param now a fresh look
 * @param old the former DLL
 */
record OldKeys(Plan done, Inspection now, ProviderName provider, DllPath old) {

    /**
     * Older builds know neither managed identity nor managed HSM; and a DEK that was re-encrypted since the plan was made may
     * no longer depend on a key of theirs (document: SQL Server Connector, what each build added).
     */
    Stream<Problem> misfits() {
        Basis fresh = Basis.of(now, done.choices());
        Stream<Problem> reencrypted = done.basis().databases().stream()
                .filter(name ->
                        reencrypted(new OfDatabase(done.identity().node(), name, DatabaseFact.PROTECTOR), fresh))
                .map(name -> Blocks.of("undo.reencrypted", Optional.empty(), name));
        return Stream.concat(reencrypted, before2020() ? FormerBuild.misfits(now, provider) : Stream.empty());
    }

    /** What nobody can read, as in a database that is not open, is unknown and no other key. */
    private boolean reencrypted(FactKey protector, Basis fresh) {
        Optional<FactValue> was = done.basis().value(protector).filter(FactValue::wasRead);
        Optional<FactValue> is = fresh.value(protector).filter(FactValue::wasRead);
        return was.isPresent() && is.isPresent() && !is.equals(was);
    }

    private boolean before2020() {
        String version = done.basis()
                .value(new OfProvider(done.identity().node(), provider, ProviderFact.VERSION))
                .flatMap(FactValue::asText)
                .orElse("");
        try {
            return FileVersion.parse(version).compareTo(KnownBuild.BUILD_15_0_2000_440_SEPTEMBER_2020.version()) < 0;
        } catch (InvalidValue noVersion) {
            return NewBuild.proposed(old).version().isEmpty();
        }
    }
}
