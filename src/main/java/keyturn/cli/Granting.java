package keyturn.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import keyturn.cli.page.Paint.Ink;
import keyturn.cli.page.TerminalPage;
import keyturn.domain.InvalidValue;
import keyturn.domain.Permission;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.check.Grants;
import keyturn.plan.words.PermissionWords;
import keyturn.script.GrantScript;
import picocli.CommandLine.Option;

/** The script for the operator who may grant what this login lacks for a plan; {@code --grants FILE} writes it. */
public final class Granting {

    @Option(names = "--grants", paramLabel = "FILE", descriptionKey = "help.plan.grants")
    Optional<Path> file = Optional.empty();

    /** To be asked before anybody connects. */
    public void checkFree() throws Ended {
        if (file.isPresent()) {
            NewFile.checkFree(file.get());
        }
    }

    /** What this login needs to see enough for a plan; nothing is offered where it does. */
    public void offerToPlan(Inspection seen, Terminal terminal) throws Ended {
        List<Permission> missing = Grants.toPlan(seen);
        if (!missing.isEmpty()) {
            offer(seen, missing, terminal);
        }
    }

    /** What it needs to run the plan, once that is made. */
    public void offerToRun(Inspection seen, List<Permission> missing, Terminal terminal) throws Ended {
        if (!missing.isEmpty()) {
            offer(seen, missing, terminal);
        } else if (file.isPresent() && !Files.exists(file.get())) {
            terminal.messages().text(Ink.PLAIN, 0, TerminalPage.say("cli.grants.none", file.get()));
        }
    }

    private void offer(Inspection seen, List<Permission> missing, Terminal terminal) throws Ended {
        String login = seen.identity().loginName();
        try {
            String grant = GrantScript.of(login, missing);
            print(terminal.messages(), login, missing, grant);
            if (file.isPresent() && !Files.exists(file.get())) {
                NewFile.write(file.get(), grant);
                terminal.messages().text(Ink.PLAIN, 0, TerminalPage.say("cli.grants.written", file.get()));
            }
        } catch (InvalidValue unwritable) {
            throw new Ended(Exit.BLOCKED, unwritable.problem());
        }
    }

    private static void print(TerminalPage page, String login, List<Permission> missing, String grant) {
        page.hanging(Ink.PLAIN, 0, 2, TerminalPage.say("cli.grants.missing", login, PermissionWords.all(missing)));
        page.script(grant);
        page.text(Ink.PLAIN, 0, TerminalPage.say("cli.grants.back"));
        page.script(GrantScript.back(login, missing));
    }
}
