package keyturn.host;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import keyturn.script.act.HostAct;

/** How long a script may take before it is ended: far beyond what it needs, since an end in the middle leaves things half done. */
final class ScriptLimits {

    private static final Duration INSTALLER = Duration.ofMinutes(45);
    private static final Duration FILES = Duration.ofMinutes(15);
    /** Beyond the seconds that the script itself waits, for PowerShell to start and to sign in. */
    private static final Duration MARGIN = Duration.ofMinutes(3);

    private ScriptLimits() {}

    static Duration of(HostAct act) {
        return switch (act.script()) {
            case UNINSTALL_PROGRAM, INSTALL_MSI, EXTRACT_DLL -> INSTALLER;
            case STOP_SERVICE, START_SERVICE -> MARGIN.plusSeconds(seconds(act));
            case RESTART_SERVICE -> MARGIN.plusSeconds(2 * seconds(act));
            case COPY_FOLDER, EXPORT_REGISTRY, MERGE_REGISTRY, SET_START_TYPE -> FILES;
            case PLACE_FILE, RENAME_FOLDER, DELETE_FOLDER, CHECK_FILE -> FILES;
        };
    }

    private static long seconds(HostAct act) {
        try {
            return JsonMapper.builder()
                    .build()
                    .readTree(act.parameters())
                    .path("seconds")
                    .asLong();
        } catch (JsonProcessingException none) {
            return 0;
        }
    }
}
