package keyturn.cli.flow.recover;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.flow.FlowOptions;
import keyturn.cli.flow.GivenText;
import keyturn.cli.flow.Offered;
import keyturn.cli.flow.OnlyOne;
import keyturn.cli.flow.PracticeBackup;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.KeyCopy;
import keyturn.domain.azure.VaultAddress;
import keyturn.domain.azure.VaultHome;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.recover.NamedVault;
import keyturn.plan.flow.recover.RecoverChoices;
import keyturn.plan.flow.recover.RecoverFlow;
import keyturn.run.backup.BackupShelf;
import picocli.CommandLine.Option;

/** Which vault is lost, where it comes back, and from which backups. */
public final class RecoverOptions implements FlowOptions {

    @Option(names = "--lost", paramLabel = "URI", descriptionKey = "flow.recover-vault.help.lost")
    Optional<String> lost = Optional.empty();

    @Option(names = "--into", paramLabel = "URI", descriptionKey = "flow.recover-vault.help.into")
    Optional<String> into = Optional.empty();

    @Option(names = "--from", paramLabel = "FOLDER", descriptionKey = "flow.recover-vault.help.from")
    Optional<Path> from = Optional.empty();

    @Option(names = "--subscription", paramLabel = "ID", descriptionKey = "flow.recover-vault.help.subscription")
    Optional<String> subscription = Optional.empty();

    @Option(names = "--resource-group", paramLabel = "NAME", descriptionKey = "flow.recover-vault.help.group")
    Optional<String> group = Optional.empty();

    @Option(names = "--region", paramLabel = "NAME", descriptionKey = "flow.recover-vault.help.region")
    Optional<String> region = Optional.empty();

    @Option(names = "--premium", descriptionKey = "flow.recover-vault.help.premium")
    boolean premium;

    @Option(names = "--credential-client", paramLabel = "ID", descriptionKey = "flow.recover-vault.help.client")
    Optional<String> client = Optional.empty();

    @Option(names = "--secret-unknown", descriptionKey = "flow.recover-vault.help.noSecret")
    boolean secretUnknown;

    @Option(names = "--restart", paramLabel = "now|later", descriptionKey = "flow.recover-vault.help.restart")
    Optional<String> restart = Optional.empty();

    @Override
    public FlowName name() {
        return RecoverFlow.NAME;
    }

    @Override
    public boolean isEmpty() {
        return lost.isEmpty()
                && into.isEmpty()
                && from.isEmpty()
                && subscription.isEmpty()
                && group.isEmpty()
                && region.isEmpty()
                && client.isEmpty()
                && restart.isEmpty()
                && !premium
                && !secretUnknown;
    }

    @Override
    public void check() throws Ended {
        GivenText.optional(lost, VaultAddress::parse);
        GivenText.optional(into, VaultAddress::parse);
        GivenText.optional(client, ClientId::read);
        home(false);
        restartNow();
    }

    @Override
    public RecoverChoices choices(Offered offered) throws Ended {
        ProviderName provider =
                offered.provider().isPresent() ? offered.provider().get() : OnlyOne.provider(offered.inspection());
        VaultAddress gone = GivenText.optional(lost, VaultAddress::parse)
                .or(() -> NamedVault.onlyOne(offered.inspection(), provider))
                .orElseThrow(() -> Ended.usage(RecoverFlow.NAME, "lost"));
        List<KeyCopy> copies = copies();
        return new RecoverChoices(
                provider,
                gone,
                GivenText.optional(into, VaultAddress::parse).orElse(gone),
                home(copies.stream().anyMatch(KeyCopy::needsPremium)),
                copies,
                GivenText.optional(client, ClientId::read).or(offered::application),
                !secretUnknown,
                restartNow(),
                offered.assurances());
    }

    @Override
    public String tourScenario() {
        return "vault-lost";
    }

    /** Its backup comes with the program, and says which key it is. */
    @Override
    public RecoverChoices tour(Offered offered) throws Ended {
        var options = new RecoverOptions();
        options.from = Optional.of(PracticeBackup.unpacked(RecoverFlow.NAME));
        return options.choices(offered);
    }

    private Optional<VaultHome> home(boolean hsm) throws Ended {
        if (subscription.isEmpty() && group.isEmpty() && region.isEmpty()) {
            return Optional.empty();
        }
        if (subscription.isEmpty() || group.isEmpty() || region.isEmpty()) {
            throw Ended.usage(RecoverFlow.NAME, "home");
        }
        return Optional.of(GivenText.value(
                subscription.get(),
                id -> new VaultHome(id, group.orElseThrow(), region.orElseThrow(), premium || hsm)));
    }

    private List<KeyCopy> copies() throws Ended {
        if (from.isEmpty()) {
            return List.of();
        }
        if (!Files.isDirectory(from.get())) {
            throw Ended.usage(RecoverFlow.NAME, "noFolder", from.get());
        }
        try {
            return BackupShelf.newest(from.get());
        } catch (Problem.Raised unusable) {
            throw new Ended(Exit.USAGE, unusable.problem());
        }
    }

    private boolean restartNow() throws Ended {
        return switch (restart.orElse("later").toLowerCase(Locale.ROOT)) {
            case "now" -> true;
            case "later" -> false;
            default -> throw Ended.usage(RecoverFlow.NAME, "restart", restart.orElse(""));
        };
    }
}
