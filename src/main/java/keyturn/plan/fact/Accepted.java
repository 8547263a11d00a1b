package keyturn.plan.fact;

import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import keyturn.domain.LoginName;
import keyturn.domain.NodeName;
import keyturn.domain.ProviderName;
import keyturn.plan.fact.FactKey.DatabaseFact;
import keyturn.plan.fact.FactKey.LoginFact;
import keyturn.plan.fact.FactKey.OfCredential;
import keyturn.plan.fact.FactKey.OfDatabase;
import keyturn.plan.fact.FactKey.OfKey;
import keyturn.plan.fact.FactKey.OfLogin;
import keyturn.plan.fact.FactKey.OfProvider;
import keyturn.plan.fact.FactKey.OfServer;
import keyturn.plan.fact.FactKey.ProviderFact;
import keyturn.plan.fact.FactKey.ServerFact;
import keyturn.plan.fact.FactValue.Flag;
import keyturn.plan.fact.FactValue.Missing;
import keyturn.plan.fact.FactValue.Text;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;

/**
 * What a plan's basis expects once steps were begun: where a fact is as such a step makes it, that is as good as it was. What a
 * step makes of which fact follows from its true-after.
 */
final class Accepted {

    private final SortedMap<FactKey, FactValue> expected;
    private final SortedMap<FactKey, FactValue> fresh;

    /** @param fresh as the facts are now */
    Accepted(SortedMap<FactKey, FactValue> planned, SortedMap<FactKey, FactValue> fresh) {
        this.expected = new TreeMap<>(planned);
        this.fresh = fresh;
    }

    SortedMap<FactKey, FactValue> expected() {
        return expected;
    }

    void accept(Step step) {
        if (Conduct.of(step).changes()) {
            accept(step.node(), TrueAfter.of(step));
        }
    }

    private void accept(NodeName node, Condition after) {
        switch (after) {
            case Condition.ProviderPoints points -> pointed(node, points);
            case Condition.ProviderVersion version -> reloaded(node, version);
            case Condition.ProviderEnabled enabled -> enabled(node, enabled);
            case Condition.CredentialNames names -> credential(node, names);
            case Condition.KeyLoginMade made -> login(node, made);
            case Condition.CredentialMapped mapped -> mapped(node, mapped.login(), text(mapped.credential()));
            case Condition.KeyOpened opened -> take(new OfKey(node, opened.key()));
            case Condition.Reencrypted by -> reencrypted(node, by);
            case Condition.BackedUp backedUp -> backedUp(node, backedUp);
            case Condition.Not not -> gone(node, not.condition());
            case Condition.OfSetup setup -> turned(node, setup, true);
            case Condition.ProviderThere there -> {}
            case Condition.ConnectorLoaded loaded -> {}
            case Condition.DatabaseOnline online -> {}
            case Condition.DatabaseTested tested -> {}
            case Condition.OfSecret ofSecret -> {}
            case Condition.OfHost ofHost -> host(node, ofHost);
            case Condition.SnapshotThere there -> {}
            case Condition.NameTaken taken -> {}
            case Condition.CredentialThere there -> {}
            case Condition.KeyLoginThere there -> {}
            case Condition.KeyThere there -> {}
            case Condition.KeyUsed used -> {}
            case Condition.ProtectedBy by -> {}
            case Condition.LogBackedUp backedUp -> {}
            case Condition.KeyChain chain -> {}
            case Condition.VaultKeyMade made -> {}
            case Condition.VaultKeyBackedUp backedUp -> {}
            case Condition.VaultKeyTried tried -> {}
            case Condition.SecretAdded added -> {}
            case Condition.AppSecretGone secret -> {}
            case Condition.OfRebuild rebuild -> {}
        }
    }

    private void host(NodeName node, Condition.OfHost after) {
        switch (after) {
            case Condition.FileThere there -> take(new FactKey.OfFile(node, there.file()), new FactValue.Flag(true));
            case Condition.StartNotFailing not -> {}
            case Condition.HostTold told -> {}
            case Condition.StartedAnew anew -> {}
        }
    }

    private void gone(NodeName node, Condition before) {
        switch (before) {
            case Condition.CredentialThere there -> take(new OfCredential(node, there.credential()), Missing.FREE);
            case Condition.CredentialMapped mapped -> mapped(node, mapped.login(), Missing.NONE);
            case Condition.KeyThere there -> take(new OfKey(node, there.key()), Missing.FREE);
            case Condition.KeyLoginThere there -> loginGone(node, there.login());
            case Condition.OfSetup setup -> turned(node, setup, false);
            case Condition.ProviderThere there -> dropped(node, there.provider());
            case Condition.ProviderPoints points -> {}
            case Condition.ProviderVersion version -> {}
            case Condition.ProviderEnabled enabled -> {}
            case Condition.ConnectorLoaded loaded -> {}
            case Condition.DatabaseOnline online -> {}
            case Condition.DatabaseTested tested -> {}
            case Condition.OfSecret ofSecret -> {}
            case Condition.OfHost ofHost -> {}
            case Condition.SnapshotThere there -> {}
            case Condition.NameTaken taken -> {}
            case Condition.CredentialNames names -> {}
            case Condition.KeyLoginMade made -> {}
            case Condition.KeyOpened opened -> {}
            case Condition.KeyUsed used -> {}
            case Condition.ProtectedBy by -> {}
            case Condition.Reencrypted by -> {}
            case Condition.LogBackedUp backedUp -> {}
            case Condition.BackedUp backedUp -> {}
            case Condition.KeyChain chain -> {}
            case Condition.VaultKeyMade made -> {}
            case Condition.VaultKeyBackedUp backedUp -> {}
            case Condition.VaultKeyTried tried -> {}
            case Condition.SecretAdded added -> {}
            case Condition.AppSecretGone secret -> {}
            case Condition.OfRebuild rebuild -> {}
            case Condition.Not not -> accept(node, not.condition());
        }
    }

    private void turned(NodeName node, Condition.OfSetup setup, boolean on) {
        switch (setup) {
            case Condition.EkmOn ekm -> take(new OfServer(node, ServerFact.EKM_RUNNING), new Flag(on));
            case Condition.ProviderUsed used -> {}
        }
    }

    private void dropped(NodeName node, ProviderName provider) {
        take(new OfProvider(node, provider, ProviderFact.DLL_PATH), Missing.FREE);
    }

    /** The DLL's version comes with its path; the provider may still stand disabled. */
    private void pointed(NodeName node, Condition.ProviderPoints points) {
        FactKey path = new OfProvider(node, points.provider(), ProviderFact.DLL_PATH);
        if (fresh.get(path) instanceof Text now
                && now.text().equalsIgnoreCase(points.dll().value())) {
            take(path);
            take(new OfProvider(node, points.provider(), ProviderFact.VERSION));
        }
        take(new OfProvider(node, points.provider(), ProviderFact.ENABLED));
    }

    private void reloaded(NodeName node, Condition.ProviderVersion version) {
        take(new OfProvider(node, version.provider(), ProviderFact.VERSION));
        take(new OfProvider(node, version.provider(), ProviderFact.ENABLED));
    }

    private void enabled(NodeName node, Condition.ProviderEnabled enabled) {
        take(new OfProvider(node, enabled.provider(), ProviderFact.ENABLED), new Flag(true));
    }

    private void credential(NodeName node, Condition.CredentialNames names) {
        take(new OfCredential(node, names.credential()), new Text(names.identity()));
    }

    private void login(NodeName node, Condition.KeyLoginMade made) {
        take(new OfLogin(node, made.login(), LoginFact.KEY), text(made.key()));
    }

    private void loginGone(NodeName node, LoginName login) {
        take(new OfLogin(node, login, LoginFact.KEY), Missing.FREE);
        take(new OfLogin(node, login, LoginFact.CREDENTIAL), Missing.NONE);
    }

    /** Of the login that asks it is a fact of the server. */
    private void mapped(NodeName node, LoginName login, FactValue credential) {
        boolean caller = text(login).equals(fresh.get(new OfServer(node, ServerFact.CALLER_LOGIN)));
        take(
                caller
                        ? new OfServer(node, ServerFact.CALLER_CREDENTIAL)
                        : new OfLogin(node, login, LoginFact.CREDENTIAL),
                credential);
    }

    private void reencrypted(NodeName node, Condition.Reencrypted by) {
        FactKey protector = new OfDatabase(node, by.database(), DatabaseFact.PROTECTOR);
        now(new OfKey(node, by.key())).ifPresent(key -> take(protector, key));
        take(new OfDatabase(node, by.database(), DatabaseFact.ENCRYPTION));
    }

    private void backedUp(NodeName node, Condition.BackedUp backedUp) {
        take(new OfDatabase(node, backedUp.database(), DatabaseFact.LOG_BACKUP_POSSIBLE), new Flag(true));
    }

    private static FactValue text(Object name) {
        return new Text(name.toString());
    }

    /** As it is now, whatever that is; only what is there: a provider that is gone has moved. */
    private void take(FactKey fact) {
        now(fact).ifPresent(value -> expected.put(fact, value));
    }

    /** As it is now, if that is what the step makes of it. */
    private void take(FactKey fact, FactValue made) {
        now(fact).filter(made::equals).ifPresent(value -> expected.put(fact, value));
    }

    private Optional<FactValue> now(FactKey fact) {
        return Optional.ofNullable(fresh.get(fact));
    }
}
