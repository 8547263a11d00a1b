package keyturn.tools;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import keyturn.domain.CredentialName;
import keyturn.domain.azure.ClientId;
import keyturn.domain.azure.Tie;
import keyturn.domain.azure.Ties;
import keyturn.inspect.ties.TieBook;

/** What was said of credentials, for as long as a test runs. */
public final class TiesHere implements TieBook {

    private record Said(String server, Tie tie) {}

    private final List<Said> all = new CopyOnWriteArrayList<>();

    @Override
    public Ties of(String server) {
        return new Ties(all.stream()
                .filter(said -> said.server().equals(server))
                .map(Said::tie)
                .toList());
    }

    @Override
    public void tell(String server, CredentialName credential, ClientId application) {
        forget(server, credential);
        all.add(new Said(server, new Tie(credential, application, new Tie.Told(Instant.now()))));
    }

    @Override
    public void runsIn(Path folder) {}

    @Override
    public void forget(String server, CredentialName credential) {
        all.removeIf(
                said -> said.server().equals(server) && said.tie().credential().equals(credential));
    }

    /** What is known of this credential. */
    public Optional<ClientId> application(String server, CredentialName credential) {
        return of(server).of(credential).map(Tie::application);
    }
}
