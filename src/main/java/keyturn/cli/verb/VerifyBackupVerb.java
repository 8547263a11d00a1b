package keyturn.cli.verb;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import keyturn.cli.Doors;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.FirstLook;
import keyturn.cli.Place;
import keyturn.cli.Terminal;
import keyturn.cli.option.TargetOptions;
import keyturn.cli.page.InspectionPage;
import keyturn.cli.page.Paint.Ink;
import keyturn.cli.page.TerminalPage;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.run.backup.BackupCheck;
import keyturn.run.backup.CheckedBackup;
import keyturn.run.backup.CheckedBackup.Standing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code keyturn verify-backup DIR [TARGET]}: are these backups of vault keys as they were written, and of the keys of today? */
@Command(name = "verify-backup")
public final class VerifyBackupVerb extends Verb {

    private final Doors doors;

    @Parameters(paramLabel = "DIR", arity = "1", descriptionKey = "help.backup")
    Path folder = Path.of("");

    @Mixin
    TargetOptions target = new TargetOptions();

    public VerifyBackupVerb(Doors doors, Terminal terminal) {
        super(terminal);
        this.doors = doors;
    }

    @Override
    Exit perform() throws Ended {
        if (!Files.isDirectory(folder)) {
            throw Ended.usage("backup.none", folder);
        }
        List<CheckedBackup> checked = checked(today());
        if (checked.isEmpty()) {
            throw Ended.usage("backup.none", folder);
        }
        TerminalPage page = terminal().page();
        page.title(Message.of("cli.backup.title", folder), false);
        checked.forEach(backup -> print(page, backup));
        page.text(0, Message.of("cli.backup.notProved"));
        return exit(checked);
    }

    /** Without a target only the files are looked at. */
    private Optional<Inspection> today() throws Ended {
        if (target.isEmpty()) {
            return Optional.empty();
        }
        try (Place place = target.open(doors, terminal())) {
            return Optional.of(FirstLook.at(place.target(), doors));
        }
    }

    private List<CheckedBackup> checked(Optional<Inspection> today) throws Ended {
        try {
            return BackupCheck.of(folder, today);
        } catch (Problem.Raised unreadable) {
            throw new Ended(Exit.USAGE, unreadable.problem());
        }
    }

    private static void print(TerminalPage page, CheckedBackup backup) {
        String when = backup.takenAt().map(InspectionPage::time).orElse("");
        page.hanging(
                ink(backup.standing()),
                0,
                2,
                TerminalPage.say("cli.backup." + backup.standing(), backup.about(), when));
        backup.found().forEach(found -> page.hanging(Ink.QUIET, 2, 2, found.text()));
    }

    private static Ink ink(Standing standing) {
        return switch (standing) {
            case INTACT -> Ink.GOOD;
            case REPLACED -> Ink.QUIET;
            case UNKNOWN, OUTDATED -> Ink.CARE;
            case WRONG -> Ink.BAD;
        };
    }

    private static Exit exit(List<CheckedBackup> checked) {
        Standing worst = checked.stream()
                .map(CheckedBackup::standing)
                .max(Comparator.naturalOrder())
                .orElse(Standing.INTACT);
        return switch (worst) {
            case INTACT, REPLACED -> Exit.DONE;
            case UNKNOWN -> Exit.BLOCKED;
            case OUTDATED, WRONG -> Exit.STOPPED;
        };
    }
}
