package keyturn.ui.connect;

import java.util.Arrays;
import keyturn.domain.azure.Cloud;
import keyturn.ui.parts.Words;

/** A cloud in the DBA's words. */
public record CloudChoice(Cloud cloud) {

    static final CloudChoice USUAL = new CloudChoice(Cloud.PUBLIC);

    /** The one of this name; the public one for any other. */
    static CloudChoice named(String name) {
        return Arrays.stream(Cloud.values())
                .filter(cloud -> cloud.name().equals(name))
                .findFirst()
                .map(CloudChoice::new)
                .orElse(USUAL);
    }

    /** As the combo box shows it. */
    @Override
    public String toString() {
        return Words.of("connect.azure.cloud." + cloud);
    }
}
