package keyturn.domain.azure;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.CredentialName;

/** Which applications the credentials of one server sign in as, as far as that is known. Of a credential without a tie it is not. */
public record Ties(List<Tie> all) {

    public static final Ties NONE = new Ties(List.of());

    private static final Comparator<Tie> BY_TIME =
            Comparator.comparing(tie -> tie.source().at());

    public Ties {
        all = List.copyOf(all);
    }

    /** What was said or done last. */
    public Optional<Tie> of(CredentialName credential) {
        return about(credential).max(BY_TIME);
    }

    /** The last run that gave the credential its secret. */
    public Optional<Tie.OfRun> givenByRun(CredentialName credential) {
        return about(credential)
                .filter(tie -> tie.ofRun().isPresent())
                .max(BY_TIME)
                .flatMap(Tie::ofRun);
    }

    /** The last run that gave the credential its secret, unless somebody said later that it signs in as another application. */
    public Optional<Tie.OfRun> secretOfRun(CredentialName credential) {
        Optional<ClientId> now = of(credential).map(Tie::application);
        return about(credential)
                .filter(tie -> tie.ofRun().isPresent())
                .max(BY_TIME)
                .filter(tie -> now.equals(Optional.of(tie.application())))
                .flatMap(Tie::ofRun);
    }

    /** The applications that credentials are known to sign in as now, each once. */
    public List<ClientId> applications() {
        return credentials()
                .flatMap(name -> of(name).stream())
                .map(Tie::application)
                .distinct()
                .toList();
    }

    /** The credentials that are known to sign in as this application. */
    public List<CredentialName> credentialsOf(ClientId application) {
        return credentials()
                .filter(name -> of(name).filter(tie -> tie.application().equals(application))
                        .isPresent())
                .toList();
    }

    public Ties with(Ties more) {
        return new Ties(Stream.concat(all.stream(), more.all.stream()).toList());
    }

    private Stream<CredentialName> credentials() {
        return all.stream().map(Tie::credential).distinct();
    }

    private Stream<Tie> about(CredentialName credential) {
        return all.stream().filter(tie -> tie.credential().equals(credential));
    }
}
