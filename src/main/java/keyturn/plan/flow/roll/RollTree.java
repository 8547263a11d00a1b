package keyturn.plan.flow.roll;

import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import keyturn.domain.CredentialName;
import keyturn.domain.DatabaseName;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.SecretLife;
import keyturn.domain.azure.SecretName;
import keyturn.plan.flow.Assurances;
import keyturn.plan.flow.ChoiceTree;
import keyturn.plan.flow.roll.RollChoices.NewSecret;
import keyturn.plan.flow.roll.RollChoices.Restart;

/** The choices as a tree, and back. */
final class RollTree {

    private static final String NOW = "now";
    private static final String LATER = "later";

    private RollTree() {}

    static ChoiceTree of(RollChoices roll) {
        SortedMap<String, String> left = new TreeMap<>();
        roll.left().forEach((name, why) -> left.put(name.value(), why));
        ChoiceTree tree = ChoiceTree.empty()
                .with("provider", roll.provider().value())
                .with("application", roll.application().map(ClientId::value))
                .with(
                        "credentials",
                        new ChoiceTree.Texts(roll.credentials().stream()
                                .map(CredentialName::value)
                                .toList()))
                .with("left", new ChoiceTree.Pairs(left));
        return roll.assurances().writtenTo(rest(roll, secret(roll.secret(), tree)));
    }

    private static ChoiceTree rest(RollChoices roll, ChoiceTree tree) {
        return restart(roll.restart(), tree)
                .with("presentSecret", roll.presentWorks() ? "works" : "expired")
                .with("oldSecret", roll.oldAtHand() ? "asked" : "unknown")
                .with(
                        "databases",
                        new ChoiceTree.Texts(roll.databases().stream()
                                .map(DatabaseName::value)
                                .toList()))
                .with(
                        "opened",
                        new ChoiceTree.Texts(
                                roll.closed().stream().map(DatabaseName::value).toList()));
    }

    private static ChoiceTree secret(NewSecret secret, ChoiceTree tree) {
        return switch (secret) {
            case NewSecret.Typed typed -> tree;
            case NewSecret.ByDirectory made ->
                tree.with("secretLife", made.life().toString())
                        .with("secretName", made.name().map(SecretName::value));
        };
    }

    private static ChoiceTree restart(Restart restart, ChoiceTree tree) {
        return switch (restart) {
            case Restart.Now now -> tree.with("restart", NOW);
            case Restart.Later later ->
                tree.with("restart", LATER).with("restartBy", later.by().map(LocalDate::toString));
        };
    }

    static RollChoices read(ChoiceTree tree) {
        Optional<LocalDate> by = tree.optional("restartBy", LocalDate::parse);
        Restart later = new Restart.Later(by);
        boolean now = tree.text("restart", one(NOW, LATER));
        return new RollChoices(
                tree.text("provider", ProviderName::new),
                tree.optional("application", ClientId::new),
                tree.texts("credentials", CredentialName::new),
                tree.pairs("left", CredentialName::new, Function.identity()),
                tree.optional("secretLife", SecretLife::parse)
                        .<NewSecret>map(
                                life -> new NewSecret.ByDirectory(life, tree.optional("secretName", SecretName::new)))
                        .orElseGet(NewSecret.Typed::new),
                tree.text("presentSecret", one("works", "expired")),
                tree.text("oldSecret", one("asked", "unknown")),
                now ? new Restart.Now() : later,
                tree.texts("databases", DatabaseName::new),
                tree.texts("opened", DatabaseName::new),
                Assurances.read(tree));
    }

    /** Reads one of two words. */
    private static Function<String, Boolean> one(String yes, String no) {
        return text -> {
            if (!text.equals(yes) && !text.equals(no)) {
                throw new IllegalArgumentException(text);
            }
            return text.equals(yes);
        };
    }
}
