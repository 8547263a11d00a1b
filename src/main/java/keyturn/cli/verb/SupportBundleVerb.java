package keyturn.cli.verb;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Set;
import keyturn.cli.Doors;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.NewFile;
import keyturn.cli.Place;
import keyturn.cli.Terminal;
import keyturn.cli.option.TargetOptions;
import keyturn.cli.page.CheckJson;
import keyturn.cli.page.Paint;
import keyturn.cli.page.TerminalPage;
import keyturn.domain.Problem;
import keyturn.evidence.InspectionJson;
import keyturn.evidence.support.Redaction;
import keyturn.evidence.support.SupportFiles;
import keyturn.evidence.support.SupportZip;
import keyturn.trouble.look.CheckLook;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code keyturn support-bundle OUT.zip [TARGET]}: versions, settings, faults and runs, and of a target its inspection and checks. */
@Command(name = "support-bundle")
public final class SupportBundleVerb extends Verb {

    private final Doors doors;

    @Parameters(paramLabel = "OUT.zip", arity = "1", descriptionKey = "help.support.out")
    Path out = Path.of("");

    @Mixin
    TargetOptions target = new TargetOptions();

    public SupportBundleVerb(Doors doors, Terminal terminal) {
        super(terminal);
        this.doors = doors;
    }

    @Override
    Exit perform() throws Ended {
        NewFile.checkFree(out);
        SupportFiles files = new SupportFiles(new Redaction(System.getProperty("user.home", "")));
        files.addVersions(doors.version(), doors.clock().instant());
        files.addState(doors.state(), doors.runs());
        if (!target.isEmpty()) {
            addTarget(files);
        }
        try {
            SupportZip.write(files.all(), out);
        } catch (FileAlreadyExistsException taken) {
            throw Ended.usage("newFile.exists", out);
        } catch (IOException unwritten) {
            throw Ended.usage("newFile.failed", out, String.valueOf(unwritten.getMessage()));
        }
        TerminalPage page = terminal().page();
        page.field(TerminalPage.say("cli.bundle.written"), out.toString());
        files.all().keySet().forEach(name -> page.text(Paint.Ink.QUIET, 2, name));
        page.text(Paint.Ink.PLAIN, 0, TerminalPage.say("cli.support.names"));
        return Exit.DONE;
    }

    /** A server that cannot be asked is no reason to write nothing. */
    private void addTarget(SupportFiles files) throws Ended {
        try (Place place = target.open(doors, terminal())) {
            CheckLook.Looked looked = doors.checks().at(place.target(), Set.of());
            files.add("inspection.json", InspectionJson.write(looked.seen()));
            files.add("checks.json", CheckJson.of(looked));
        } catch (Problem.Raised closed) {
            files.add("inspection.json", String.valueOf(closed.getMessage()));
        }
    }
}
