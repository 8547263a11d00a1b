package keyturn.practice.directory;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A tenant of the directory.
 *
 * @param longest life that its policy allows for a new secret
 * @param noSecrets its policy allows no new secret at all
 */
public record Tenant(
        String id,
        String domain,
        String name,
        List<Application> applications,
        List<Person> people,
        Optional<Duration> longest,
        boolean noSecrets) {

    public Tenant {
        applications = List.copyOf(applications);
        people = List.copyOf(people);
    }

    public Optional<Application> application(String clientId) {
        return applications.stream()
                .filter(a -> a.clientId().equalsIgnoreCase(clientId))
                .findFirst();
    }

    /** Whether a sign-in means this tenant by that word. */
    boolean called(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return small.equals(id) || small.equals(domain);
    }

    Tenant with(Application changed) {
        return new Tenant(
                id,
                domain,
                name,
                applications.stream()
                        .map(a -> a.objectId().equals(changed.objectId()) ? changed : a)
                        .toList(),
                people,
                longest,
                noSecrets);
    }

    /** As sign-ins name who issues tokens for a resource. */
    public String issuer() {
        return "https://sts.windows.net/" + id + "/";
    }
}
