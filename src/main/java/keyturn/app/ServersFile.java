package keyturn.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.cli.ServerMarks;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.run.files.DurableFile;
import keyturn.run.files.FileReason;
import keyturn.ui.wizard.Environment;
import keyturn.ui.wizard.KnownServers;
import keyturn.ui.wizard.ServerLabel;

/** The known servers in a file of this user's, a {@link ServerLine} each. A line that is none is left out. */
record ServersFile(Path file) implements KnownServers {

    /** Of those that nobody has given a label: more are a history, and no list. */
    private static final int LIMIT = 10;

    @Override
    public synchronized List<Known> all() throws Problem.Raised {
        try {
            return Files.exists(file)
                    ? Files.readString(file)
                            .lines()
                            .flatMap(line -> ServerLine.read(line).stream())
                            .toList()
                    : List.of();
        } catch (IOException unreadable) {
            throw raised("app.servers.read", unreadable);
        }
    }

    /** What a server that calls itself so is for; of several entries one that says production, else the last used. */
    ServerMarks.Mark mark(String serverName) throws Problem.Raised {
        List<Environment> said = all().stream()
                .filter(known -> known.serverName().equalsIgnoreCase(serverName))
                .map(Known::environment)
                .toList();
        if (said.contains(Environment.PRODUCTION)) {
            return ServerMarks.Mark.PRODUCTION;
        }
        boolean test =
                said.stream().findFirst().filter(Environment.TEST::equals).isPresent();
        return test ? ServerMarks.Mark.TEST : ServerMarks.Mark.NONE;
    }

    @Override
    public synchronized void remember(Known server) throws Problem.Raised {
        List<Known> all = all();
        ServerLabel label = all.stream()
                .filter(server::sameAs)
                .map(Known::label)
                .findFirst()
                .orElse(ServerLabel.NONE);
        Known first = server.label().isGiven() ? server : server.labelled(label, server.environment());
        write(Stream.concat(Stream.of(first), all.stream().filter(other -> !other.sameAs(server)))
                .toList());
    }

    @Override
    public synchronized void add(List<Known> servers) throws Problem.Raised {
        List<Known> all = new ArrayList<>(all());
        for (Known server : servers) {
            if (all.stream().noneMatch(server::sameAs)) {
                all.add(server);
            }
        }
        write(all);
    }

    @Override
    public synchronized void replace(Known server, Known by) throws Problem.Raised {
        write(all().stream()
                .filter(other -> other.sameAs(server) || !other.sameAs(by))
                .map(other -> other.sameAs(server) ? by : other)
                .toList());
    }

    @Override
    public synchronized void forget(Known server) throws Problem.Raised {
        write(all().stream().filter(other -> !other.sameAs(server)).toList());
    }

    private void write(List<Known> all) throws Problem.Raised {
        List<Known> history = all.stream()
                .filter(known -> !known.label().isGiven())
                .skip(LIMIT)
                .toList();
        String text = all.stream()
                .filter(known -> !history.contains(known))
                .map(ServerLine::write)
                .collect(Collectors.joining());
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(next);
            DurableFile.writeNew(next, text);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw raised("app.servers.write", unwritable);
        }
    }

    private Problem.Raised raised(String key, IOException why) {
        return new Problem.Raised(
                new Problem(key, Message.of(key, file), Optional.of(FileReason.of(why)), Message.of(key + ".next")));
    }
}
