package keyturn.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.cli.ServerMarks;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.run.files.DurableFile;
import keyturn.ui.wizard.Environment;
import keyturn.ui.wizard.KnownServers;

/**
 * The known servers in a file of this user's: a line each, fields parted by tabs, seven more where a vault was looked at. A
 * line that is none is left out.
 */
record ServersFile(Path file) implements KnownServers {

    private static final int LIMIT = 10;
    private static final int FIELDS = 6;
    private static final int WITH_VAULT = 13;

    @Override
    public synchronized List<Known> all() throws Problem.Raised {
        try {
            return Files.exists(file)
                    ? Files.readString(file)
                            .lines()
                            .flatMap(line -> read(line).stream())
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
        String text = Stream.concat(Stream.of(server), all().stream().filter(other -> !other.sameAs(server)))
                .limit(LIMIT)
                .map(ServersFile::line)
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

    private static String line(Known known) {
        Stream<String> server = Stream.of(
                known.lastUsed().toString(),
                known.address(),
                known.serverName(),
                known.user(),
                known.certificate(),
                known.environment().name());
        return Stream.concat(server, known.vault().stream().flatMap(ServersFile::fields))
                        .collect(Collectors.joining("\t"))
                + "\n";
    }

    private static Stream<String> fields(Vault vault) {
        return Stream.of(
                vault.addresses(),
                vault.signIn(),
                vault.tenant(),
                vault.client(),
                vault.application(),
                vault.certificate(),
                vault.cloud());
    }

    private static Optional<Known> read(String line) {
        String[] fields = line.split("\t", -1);
        try {
            return fields.length == FIELDS || fields.length == WITH_VAULT
                    ? Optional.of(new Known(
                            fields[1],
                            fields[2],
                            fields[3],
                            fields[4],
                            Environment.valueOf(fields[5]),
                            Instant.parse(fields[0]),
                            vault(fields)))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException noEntry) {
            return Optional.empty();
        }
    }

    private static Optional<Vault> vault(String[] fields) {
        return fields.length == WITH_VAULT
                ? Optional.of(new Vault(fields[6], fields[7], fields[8], fields[9], fields[10], fields[11], fields[12]))
                : Optional.empty();
    }

    private Problem.Raised raised(String key, IOException why) {
        return new Problem.Raised(
                new Problem(key, Message.of(key, file), Optional.of(String.valueOf(why)), Message.of(key + ".next")));
    }
}
