package keyturn.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** A practice range that stands in for PowerShell: takes a script and its line, and answers what the script would write. */
final class PracticeStead implements Shell {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final URI address;
    private final SSLContext trust;

    /** @param trust the range's certificate alone */
    PracticeStead(URI address, SSLContext trust) {
        this.address = address;
        this.trust = trust;
    }

    @Override
    public Said run(String script, String line, Duration limit) {
        String asked = JSON.createObjectNode()
                .put("script", script)
                .put("parameters", line)
                .toString();
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/powershell"))
                .timeout(limit)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(asked))
                .build();
        try (HttpClient http = HttpClient.newBuilder().sslContext(trust).build()) {
            String body =
                    http.send(request, HttpResponse.BodyHandlers.ofString()).body();
            // An orderly end waits for seconds until the client has noticed that nothing is under way.
            http.shutdownNow();
            JsonNode said = JSON.readTree(body);
            List<String> lines = said.path("output").asText().lines().toList();
            Optional<JsonNode> answer = HostAnswers.in(lines);
            return answer.<Said>map(found -> new Answered(found, HostAnswers.before(lines)))
                    .orElseGet(() -> new Silent(HostProblems.noAnswer("")));
        } catch (ConnectException nobody) {
            return new NotBegun(HostProblems.unreachable(address.getAuthority(), String.valueOf(nobody.getMessage())));
        } catch (IOException broken) {
            return new Silent(HostProblems.noAnswer(String.valueOf(broken.getMessage())));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Silent(HostProblems.noAnswer(""));
        }
    }
}
