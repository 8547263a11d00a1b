package keyturn.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.cli.page.Paint.Ink;
import keyturn.cli.page.TerminalPage;
import keyturn.domain.InvalidValue;
import keyturn.domain.Permission;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.check.Grants;
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

    public void offer(Inspection seen, Terminal terminal) throws Ended {
        List<Permission> missing = Grants.missing(seen);
        if (missing.isEmpty()) {
            file.ifPresent(
                    unused -> terminal.messages().text(Ink.PLAIN, 0, TerminalPage.say("cli.grants.none", unused)));
            return;
        }
        String login = seen.identity().loginName();
        try {
            String grant = GrantScript.of(login, missing);
            print(terminal.messages(), login, missing, grant);
            if (file.isPresent()) {
                NewFile.write(file.get(), grant);
                terminal.messages().text(Ink.PLAIN, 0, TerminalPage.say("cli.grants.written", file.get()));
            }
        } catch (InvalidValue unwritable) {
            throw new Ended(Exit.BLOCKED, unwritable.problem());
        }
    }

    private static void print(TerminalPage page, String login, List<Permission> missing, String grant) {
        String names = missing.stream().map(Permission::name).collect(Collectors.joining(", "));
        page.hanging(Ink.PLAIN, 0, 2, TerminalPage.say("cli.grants.missing", login, names));
        page.script(grant);
        page.text(Ink.PLAIN, 0, TerminalPage.say("cli.grants.back"));
        page.script(GrantScript.back(login, missing));
    }
}
