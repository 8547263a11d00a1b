package keyturn.cli.verb;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import keyturn.cli.Doors;
import keyturn.cli.Ended;
import keyturn.cli.Exit;
import keyturn.cli.Terminal;
import keyturn.cli.option.SmallFile;
import keyturn.cli.page.Paint.Ink;
import keyturn.cli.page.TerminalPage;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.inspect.Worlds;
import keyturn.inspect.Worlds.World;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code keyturn practice}: a world that other processes and other tools connect to, until it is ended. */
@Command(name = "practice")
public final class PracticeVerb extends Verb {

    /** Of an inspection of ten thousand databases, and some. */
    private static final int MOST = 128 << 20;

    private final Doors doors;

    @Option(names = "--scenario", paramLabel = "NAME", defaultValue = "healthy", descriptionKey = "help.scenario")
    String scenario = "";

    @Option(names = "--from", paramLabel = "INSPECTION.json", descriptionKey = "help.practice.from")
    Optional<Path> from = Optional.empty();

    @Option(names = "--fault", paramLabel = "NAME[@WHEN]", descriptionKey = "help.practice.fault")
    List<String> faults = List.of();

    @Option(names = "--ready", paramLabel = "FILE", descriptionKey = "help.practice.ready")
    Optional<Path> ready = Optional.empty();

    @Option(names = "--log", paramLabel = "FILE", descriptionKey = "help.practice.log")
    Optional<Path> log = Optional.empty();

    @Option(names = "--certificate-name", paramLabel = "NAME", descriptionKey = "help.practice.name")
    List<String> names = List.of();

    public PracticeVerb(Doors doors, Terminal terminal) {
        super(terminal);
        this.doors = doors;
    }

    @Override
    Exit perform() throws Ended {
        try (World world = started(new Worlds.Files(ready, log, names))) {
            offer(world);
            world.awaitClosed();
            return Exit.DONE;
        } catch (Problem.Raised notStarted) {
            throw new Ended(Exit.USAGE, notStarted.problem());
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Exit.DONE;
        }
    }

    private World started(Worlds.Files files) throws Ended, Problem.Raised {
        return from.isPresent()
                ? doors.practice()
                        .copy(new String(SmallFile.read(from.get(), MOST), StandardCharsets.UTF_8), faults, files)
                : doors.practice().start(scenario, faults, files);
    }

    private void offer(World world) {
        TerminalPage page = terminal().page();
        page.title(Message.of("cli.practice.title", world.scenario()), true);
        page.text(Ink.PLAIN, 0, TerminalPage.say("cli.practice.about"));
        world.differences().forEach(gap -> page.hanging(Ink.CARE, 0, 2, gap.text()));
        page.blank();
        world.offers().byName().forEach(page::field);
        log.ifPresent(file -> page.field("log", file.toString()));
        page.blank();
        ready.ifPresent(file -> page.hanging(Ink.PLAIN, 0, 2, TerminalPage.say("cli.practice.try", file)));
        page.text(Ink.PLAIN, 0, TerminalPage.say("cli.practice.end"));
        terminal().out().flush();
    }
}
