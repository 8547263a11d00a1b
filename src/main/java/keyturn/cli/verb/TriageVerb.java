package keyturn.cli.verb;

import keyturn.cli.Doors;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.FirstLook;
import keyturn.cli.Place;
import keyturn.cli.Terminal;
import keyturn.cli.option.TargetOptions;
import keyturn.cli.page.LogRoomPage;
import keyturn.cli.page.Paint.Ink;
import keyturn.cli.page.TerminalPage;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.triage.VaultTriage;
import keyturn.plan.triage.VaultTrouble;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code keyturn triage TARGET}: what is wrong with the vaults of a server, and what not to do now? Reads only. */
@Command(name = "triage")
public final class TriageVerb extends Verb {

    private final Doors doors;

    @Mixin
    TargetOptions target = new TargetOptions();

    public TriageVerb(Doors doors, Terminal terminal) {
        super(terminal);
        this.doors = doors;
    }

    @Override
    Exit perform() throws Ended {
        try (Place place = target.open(doors, terminal())) {
            Inspection seen = FirstLook.at(place.target(), doors);
            VaultTriage triage = VaultTriage.of(seen);
            TerminalPage page = terminal().page();
            page.title(
                    Message.of("cli.triage.title", seen.identity().name()),
                    seen.identity().practice());
            if (triage.vaults().isEmpty()) {
                page.text(Ink.CARE, 0, Message.of("cli.triage.noVault").text());
                return Exit.BLOCKED;
            }
            print(page, triage);
            if (triage.isDangerous()) {
                new LogRoomPage(page, seen).print(FirstLook.logRooms(place.target(), doors, seen));
            }
            return triage.isDangerous() ? Exit.STOPPED : Exit.DONE;
        }
    }

    private static void print(TerminalPage page, VaultTriage triage) {
        if (triage.isDangerous()) {
            page.hanging(Ink.BAD, 0, 2, Message.of("plan.triage.banner").text());
        }
        if (triage.isToWait()) {
            page.hanging(Ink.BAD, 0, 2, Message.of("plan.next.vault.wait.why").text());
        }
        for (VaultTriage.OfVault vault : triage.vaults()) {
            boolean fine = vault.trouble() == VaultTrouble.NONE;
            page.hanging(fine ? Ink.GOOD : Ink.CARE, 0, 2, vault.words().text());
            vault.because()
                    .ifPresent(
                            why -> page.hanging(Ink.QUIET, 2, 2, why.summary().text()));
            if (!fine) {
                page.hanging(Ink.PLAIN, 2, 2, vault.next().text());
            }
        }
    }
}
