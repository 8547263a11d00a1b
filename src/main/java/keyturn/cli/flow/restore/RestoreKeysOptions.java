package keyturn.cli.flow.restore;

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
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.restore.DeletedKeyChoice;
import keyturn.plan.flow.restore.RestoreKeysChoices;
import keyturn.plan.flow.restore.RestoreKeysFlow;
import keyturn.plan.flow.restore.RestorePurpose;
import keyturn.run.backup.BackupShelf;
import picocli.CommandLine.Option;

/** Which backups are restored, into which vault, and what for. */
public final class RestoreKeysOptions implements FlowOptions {

    @Option(names = "--from", paramLabel = "FOLDER", descriptionKey = "flow.restore-keys.help.from")
    Optional<Path> from = Optional.empty();

    @Option(names = "--key", paramLabel = "NAME", arity = "1..*", descriptionKey = "flow.restore-keys.help.key")
    List<String> keys = List.of();

    @Option(names = "--into", paramLabel = "URI", descriptionKey = "flow.restore-keys.help.into")
    Optional<String> into = Optional.empty();

    @Option(names = "--deleted", paramLabel = "stop|recover", descriptionKey = "flow.restore-keys.help.deleted")
    Optional<String> deleted = Optional.empty();

    @Option(names = "--drill", descriptionKey = "flow.restore-keys.help.drill")
    boolean drill;

    @Option(names = "--delete-afterwards", descriptionKey = "flow.restore-keys.help.deleteAfterwards")
    boolean deleteAfterwards;

    @Option(names = "--credential-client", paramLabel = "ID", descriptionKey = "flow.restore-keys.help.client")
    Optional<String> client = Optional.empty();

    @Override
    public FlowName name() {
        return RestoreKeysFlow.NAME;
    }

    @Override
    public boolean isEmpty() {
        return from.isEmpty()
                && keys.isEmpty()
                && into.isEmpty()
                && deleted.isEmpty()
                && client.isEmpty()
                && !drill
                && !deleteAfterwards;
    }

    @Override
    public void check() throws Ended {
        if (from.isEmpty()) {
            throw Ended.usage(RestoreKeysFlow.NAME, "from");
        }
        if (drill && into.isEmpty()) {
            throw Ended.usage(RestoreKeysFlow.NAME, "scratch");
        }
        if (deleteAfterwards && !drill) {
            throw Ended.usage(RestoreKeysFlow.NAME, "deleteAfterwards");
        }
        GivenText.optional(into, VaultAddress::parse);
        GivenText.optional(client, ClientId::read);
        deleted();
    }

    @Override
    public RestoreKeysChoices choices(Offered offered) throws Ended {
        ProviderName provider =
                offered.provider().isPresent() ? offered.provider().get() : OnlyOne.provider(offered.inspection());
        Optional<ClientId> named = GivenText.optional(client, ClientId::read);
        return new RestoreKeysChoices(
                provider,
                copies(),
                GivenText.optional(into, VaultAddress::parse),
                purpose(),
                deleted(),
                named.or(offered::application).filter(engine -> !drill),
                offered.assurances());
    }

    /** Backups of a practice vault come with the program. */
    @Override
    public RestoreKeysChoices tour(Offered offered) throws Ended {
        var options = new RestoreKeysOptions();
        options.from = Optional.of(PracticeBackup.unpacked(RestoreKeysFlow.NAME));
        return options.choices(offered);
    }

    private List<KeyCopy> copies() throws Ended {
        Path folder = from.orElse(Path.of(""));
        if (!Files.isDirectory(folder)) {
            throw Ended.usage(RestoreKeysFlow.NAME, "noFolder", folder);
        }
        try {
            List<KeyCopy> all = BackupShelf.newest(folder);
            for (String key : keys) {
                if (all.stream().noneMatch(copy -> copy.name().value().equalsIgnoreCase(key))) {
                    throw Ended.usage(RestoreKeysFlow.NAME, "noBackup", key, folder);
                }
            }
            return all.stream()
                    .filter(copy ->
                            keys.isEmpty() || keys.stream().anyMatch(copy.name().value()::equalsIgnoreCase))
                    .toList();
        } catch (Problem.Raised unusable) {
            throw new Ended(Exit.USAGE, unusable.problem());
        }
    }

    private RestorePurpose purpose() {
        if (!drill) {
            return RestorePurpose.LOST_KEY;
        }
        return deleteAfterwards ? RestorePurpose.DRILL_AND_DELETE : RestorePurpose.DRILL;
    }

    private DeletedKeyChoice deleted() throws Ended {
        try {
            return DeletedKeyChoice.valueOf(deleted.orElse("stop").toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw Ended.usage(RestoreKeysFlow.NAME, "deleted", deleted.orElse(""));
        }
    }
}
