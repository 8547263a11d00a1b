package keyturn.script.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import keyturn.domain.Sha256;

/** What another version of Keyturn would have written: an honest file, with acts of its own. */
public final class OtherVersion {

    private static final ObjectMapper JSON = new ObjectMapper();

    private OtherVersion() {}

    /** The plan's file with another text in its acts, and the digest that fits them. */
    public static String of(String file, String ours, String theirs) {
        if (!file.contains(ours)) {
            throw new AssertionError("the file has no " + ours);
        }
        try {
            String before = JSON.readTree(file).path("digest").textValue();
            String changed = file.replace(ours, theirs);
            String after = Sha256.of(JSON.readTree(changed).path("plan").toString());
            return changed.replace(before, after);
        } catch (JsonProcessingException noPlan) {
            throw new AssertionError(noPlan);
        }
    }
}
