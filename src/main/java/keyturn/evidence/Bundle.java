package keyturn.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import keyturn.plan.Plan;
import keyturn.script.GuardedScripts;
import keyturn.script.PlanFile;
import keyturn.script.Scripts;

/**
 * What goes with a change ticket: the plan, the change in words, guarded scripts there and back, and the sums of all files.
 * Holds no secret and no time but the plan's own, so that the same plan gives the same bytes everywhere.
 *
 * @param files in the order in which they are written
 */
public record Bundle(List<BundleFile> files) {

    /** The name of the file that has the sums of all others, as {@code sha256sum -c} reads it. */
    public static final String SUMS = "SHA256SUMS";

    public Bundle {
        files = List.copyOf(files);
    }

    /**
     * A file of the bundle.
     *
     * @param name with {@code /} between folder and name
     * @param text whole, written as UTF-8
     */
    public record BundleFile(String name, String text) {}

    /** @param scripts those of this plan */
    public static Bundle of(Plan plan, Scripts scripts) {
        GuardedScripts guarded = GuardedScripts.of(plan, scripts);
        var change = new Change(plan, scripts);
        SortedMap<String, String> files = new TreeMap<>();
        files.put("plan.json", PlanFile.write(plan, scripts));
        files.put("change.md", ChangeText.of(change));
        files.put("change.html", ChangePage.of(change));
        files.put("forward.sql", guarded.forwardSql());
        files.put("forward.ps1", guarded.forwardPowerShell());
        files.put("backout.sql", guarded.backoutSql());
        files.put("backout.ps1", guarded.backoutPowerShell());
        files.put("verify.sql", guarded.verifySql());
        files.put("run-order.txt", RunOrder.of(change, guarded));
        guarded.steps().forEach(step -> files.put("steps/" + step.name(), step.text()));
        files.put(SUMS, sums(files));
        return new Bundle(files.entrySet().stream()
                .map(file -> new BundleFile(file.getKey(), file.getValue()))
                .toList());
    }

    private static String sums(SortedMap<String, String> files) {
        return files.entrySet().stream()
                .map(file -> sha256(file.getValue().getBytes(StandardCharsets.UTF_8)) + "  " + file.getKey() + "\n")
                .collect(Collectors.joining());
    }

    /** 64 digits. */
    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
