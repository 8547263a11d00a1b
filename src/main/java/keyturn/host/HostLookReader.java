package keyturn.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.host.HostDoor;
import keyturn.domain.host.HostSight;
import keyturn.inspect.Told;
import keyturn.inspect.host.HostReader;
import org.jspecify.annotations.Nullable;

/** Looks at a host by the script {@code look-host}. */
public final class HostLookReader implements HostReader {

    private static final Duration LIMIT = Duration.ofSeconds(90);
    private static final String FILE = "/keyturn/script/host/look-host.ps1";

    /** Windows PowerShell 5.1 reads its input by the code page of the console. */
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private final Shell shell;

    HostLookReader(Shell shell) {
        this.shell = shell;
    }

    /** A door that cannot be opened is told as such at each look: the look at SQL Server does not suffer by it. */
    public static HostReader of(HostDoor door) {
        try {
            return new HostLookReader(Shells.of(door));
        } catch (Problem.Raised closed) {
            return (folders, account) -> new Told.Failed<>(closed.problem());
        }
    }

    @Override
    public Told<HostSight> look(List<String> folders, Optional<String> account) {
        return switch (shell.run(script(), line(folders, account), LIMIT)) {
            case Shell.Answered answered -> read(answered.answer());
            case Shell.NotBegun notBegun -> new Told.Failed<>(notBegun.problem());
            case Shell.Silent silent -> new Told.Failed<>(silent.problem());
        };
    }

    private static Told<HostSight> read(JsonNode answer) {
        if (answer.has("error")) {
            return new Told.Failed<>(HostProblems.said(answer.path("error")));
        }
        try {
            return new Told.Answered<>(HostSightJson.read(answer));
        } catch (DateTimeException | IllegalArgumentException notUnderstood) {
            return new Told.Failed<>(HostProblems.noAnswer(String.valueOf(notUnderstood.getMessage())));
        }
    }

    private static String line(List<String> folders, Optional<String> account) {
        ObjectNode line = JSON.createObjectNode();
        folders.forEach(line.putArray("folders")::add);
        account.ifPresent(name -> line.put("account", name));
        try {
            return JSON.writeValueAsString(line);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String script() {
        try (@Nullable InputStream in = HostLookReader.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its own file " + FILE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
