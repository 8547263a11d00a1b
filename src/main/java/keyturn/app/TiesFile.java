package keyturn.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.domain.CredentialName;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.Tie;
import keyturn.domain.azure.Ties;
import keyturn.evidence.runs.TiesOfRuns;
import keyturn.inspect.ties.TieBook;
import keyturn.run.files.DurableFile;

/**
 * What this user said of credentials, in a file: a line each, server, credential, client id and time parted by tabs; and what this
 * user's runs did. A line that is none is left out.
 */
record TiesFile(Path file, TiesOfRuns runs, Clock clock) implements TieBook {

    private static final int FIELDS = 4;

    /** A line, as it was read. */
    private record Line(String server, Tie tie) {

        boolean isAbout(String name, CredentialName credential) {
            return server.equalsIgnoreCase(name) && tie.credential().equals(credential);
        }

        String text() {
            return String.join(
                            "\t",
                            server,
                            escaped(tie.credential().value()),
                            tie.application().value(),
                            tie.source().at().toString())
                    + "\n";
        }

        /** A credential's name may hold anything. */
        private static String escaped(String name) {
            return name.replace("\\", "\\\\")
                    .replace("\t", "\\t")
                    .replace("\r", "\\r")
                    .replace("\n", "\\n");
        }
    }

    @Override
    public Ties of(String server) {
        try {
            return new Ties(lines().stream()
                            .filter(line -> line.server().equalsIgnoreCase(server))
                            .map(Line::tie)
                            .toList())
                    .with(runs.of(server));
        } catch (IOException unreadable) {
            return runs.of(server);
        }
    }

    @Override
    public synchronized void tell(String server, CredentialName credential, ClientId application)
            throws Problem.Raised {
        write(server, credential, Optional.of(new Tie(credential, application, new Tie.Told(clock.instant()))));
    }

    @Override
    public synchronized void forget(String server, CredentialName credential) throws Problem.Raised {
        write(server, credential, Optional.empty());
    }

    @Override
    public void runsIn(Path folder) {
        runs.also(folder);
    }

    private void write(String server, CredentialName credential, Optional<Tie> said) throws Problem.Raised {
        try {
            List<Line> kept = new ArrayList<>();
            said.map(tie -> new Line(server, tie)).ifPresent(kept::add);
            lines().stream().filter(line -> !line.isAbout(server, credential)).forEach(kept::add);
            Files.createDirectories(file.toAbsolutePath().getParent());
            DurableFile.replace(file, kept.stream().map(Line::text).collect(Collectors.joining()));
        } catch (IOException unwritable) {
            throw new Problem.Raised(new Problem(
                    "app.ties.write",
                    Message.of("app.ties.write", file),
                    Optional.of(String.valueOf(unwritable)),
                    Message.of("app.ties.write.next")));
        }
    }

    private List<Line> lines() throws IOException {
        return Files.exists(file)
                ? Files.readString(file)
                        .lines()
                        .flatMap(text -> line(text).stream())
                        .toList()
                : List.of();
    }

    private static Optional<Line> line(String text) {
        String[] fields = text.split("\t", -1);
        try {
            return fields.length == FIELDS
                    ? Optional.of(new Line(
                            fields[0],
                            new Tie(
                                    new CredentialName(fields[1].translateEscapes()),
                                    new ClientId(fields[2]),
                                    new Tie.Told(Instant.parse(fields[3])))))
                    : Optional.empty();
        } catch (IllegalArgumentException | DateTimeException noEntry) {
            return Optional.empty();
        }
    }
}
