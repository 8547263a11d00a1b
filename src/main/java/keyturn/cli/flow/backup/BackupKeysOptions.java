package keyturn.cli.flow.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.cli.Ended;
import keyturn.cli.flow.FlowOptions;
import keyturn.cli.flow.GivenText;
import keyturn.cli.flow.Offered;
import keyturn.cli.flow.OnlyOne;
import keyturn.domain.LocalPath;
import keyturn.domain.ProviderName;
import keyturn.domain.azure.KeyName;
import keyturn.plan.flow.FlowName;
import keyturn.plan.flow.backup.BackupKeysChoices;
import keyturn.plan.flow.backup.BackupKeysFlow;
import keyturn.plan.flow.backup.KeySelection;
import picocli.CommandLine.Option;

/** Which vault keys are backed up, and where to. */
public final class BackupKeysOptions implements FlowOptions {

    @Option(names = "--key", paramLabel = "NAME", arity = "1..*", descriptionKey = "flow.backup-keys.help.key")
    List<String> keys = List.of();

    @Option(names = "--all-keys", descriptionKey = "flow.backup-keys.help.allKeys")
    boolean allKeys;

    @Option(names = "--to", paramLabel = "FOLDER", descriptionKey = "flow.backup-keys.help.to")
    Optional<Path> to = Optional.empty();

    @Override
    public FlowName name() {
        return BackupKeysFlow.NAME;
    }

    @Override
    public boolean isEmpty() {
        return keys.isEmpty() && !allKeys && to.isEmpty();
    }

    @Override
    public void check() throws Ended {
        if (allKeys && !keys.isEmpty()) {
            throw Ended.usage(BackupKeysFlow.NAME, "both");
        }
        if (to.isEmpty()) {
            throw Ended.usage(BackupKeysFlow.NAME, "to");
        }
        selection();
    }

    @Override
    public BackupKeysChoices choices(Offered offered) throws Ended {
        ProviderName provider =
                offered.provider().isPresent() ? offered.provider().get() : OnlyOne.provider(offered.inspection());
        LocalPath folder =
                GivenText.value(to.orElse(Path.of("")).toAbsolutePath().toString(), LocalPath::new);
        return new BackupKeysChoices(provider, selection(), folder, offered.assurances());
    }

    /** A tour leaves its files where the system keeps what nobody needs for long. */
    @Override
    public BackupKeysChoices tour(Offered offered) throws Ended {
        var options = new BackupKeysOptions();
        try {
            options.to = Optional.of(Files.createTempDirectory("keyturn-tour").resolve("keys"));
        } catch (IOException unwritten) {
            throw new UncheckedIOException(unwritten);
        }
        return options.choices(offered);
    }

    private KeySelection selection() throws Ended {
        if (allKeys) {
            return new KeySelection.All();
        }
        if (keys.isEmpty()) {
            return new KeySelection.Needed();
        }
        List<KeyName> names = new ArrayList<>();
        for (String key : keys) {
            names.add(GivenText.value(key, KeyName::new));
        }
        return new KeySelection.Named(names);
    }
}
