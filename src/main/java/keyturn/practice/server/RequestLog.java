package keyturn.practice.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What clients asked, in the order in which it ended: texts as decoded at the socket, secrets masked. */
public final class RequestLog {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Optional<Path> file;
    private final List<Entry> entries = new ArrayList<>();

    private RequestLog(Optional<Path> file) {
        this.file = file;
    }

    /**
     * A log whose file can be written: it is there from the start, and its owner alone may read it.
     *
     * @param file lines are added to its end; empty: memory alone
     * @throws IOException if it cannot be written
     */
    public static RequestLog to(Optional<Path> file) throws IOException {
        if (file.isPresent()) {
            Set<StandardOpenOption> add = Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            Files.newByteChannel(file.get(), add, forOwner()).close();
        }
        return new RequestLog(file);
    }

    private static FileAttribute<?>[] forOwner() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /**
     * A request.
     *
     * @param kind batch, or the procedure that carried the text, or call, or transaction; or vault, login, graph, azure
     * @param error number of its first error, or the status of a refusal at a door over HTTPS; empty if there was none
     */
    public record Entry(
            long seq,
            int session,
            String program,
            String database,
            String kind,
            String text,
            Optional<Integer> error) {}

    synchronized void add(int session, String program, String database, String kind, String text, int error) {
        Entry entry = new Entry(
                entries.size() + 1L,
                session,
                program,
                database,
                kind,
                SecretMask.masked(text),
                error == 0 ? Optional.empty() : Optional.of(error));
        entries.add(entry);
        file.ifPresent(f -> write(f, entry));
    }

    /**
     * A request at another door than the server's.
     *
     * @param door names the kind of the entry
     * @param request method and path
     * @param status of its answer, an error from 400 on; 0: hung up on
     */
    public synchronized void web(String door, String request, String program, int status) {
        String text = status == 0 ? request + " (no answer)" : request;
        add(0, program, "", door, text, status < 400 ? 0 : status);
    }

    /** What was run on the host: a script, or a cmdlet, and what it was told in JSON. */
    public synchronized void host(String what, String parameters, boolean failed) {
        add(0, "", "", "host", what + "\n" + parameters, failed ? 1 : 0);
    }

    public synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    private static void write(Path file, Entry entry) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("seq", entry.seq());
        line.put("session", entry.session());
        line.put("program", entry.program());
        line.put("database", entry.database());
        line.put("kind", entry.kind());
        line.put("text", entry.text());
        line.put("error", entry.error().orElse(null));
        try {
            Files.writeString(
                    file, JSON.writeValueAsString(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException("The log " + file + " cannot be written.", e);
        }
    }
}
