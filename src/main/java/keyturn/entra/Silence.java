package keyturn.entra;

import com.azure.core.http.policy.HttpLogDetailLevel;
import com.azure.core.http.policy.HttpLogOptions;

/** Requests and answers are not logged, whatever this machine's environment says: secrets and tokens stand in them. */
public final class Silence {

    private Silence() {}

    public static HttpLogOptions options() {
        return new HttpLogOptions().setLogLevel(HttpLogDetailLevel.NONE);
    }
}
