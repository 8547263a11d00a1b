package keyturn.practice.host;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.KeyRegistry;
import keyturn.practice.tsql.types.Bytes;

/** The connector's keys in the registry: what the server wrote there, and what is put back. */
final class HostRegistry {

    static final String KEY = "HKLM:\\SOFTWARE\\Microsoft\\SQL Server Cryptographic Provider";
    private static final String VAULTS = "Azure Key Vault";
    private static final String VALUE = "KeyUri";
    /** Depth of the key that has the name of a thumbprint. */
    private static final int DEEPEST = 3;

    private static final String SID = "S-1-5-21-1085031214-1563985344-725345543-1105";
    private static final String INHERITED = "O:BAG:SYD:AI(A;CIID;KA;;;BA)(A;CIID;KA;;;SY)(A;CIID;KR;;;BU)";
    private static final String GRANTED =
            "O:BAG:SYD:AI(A;CIOI;KA;;;" + SID + ")(A;CIID;KA;;;BA)(A;CIID;KA;;;SY)(A;CIID;KR;;;BU)";

    private final Engine engine;
    private String sddl;
    private boolean there = true;

    /** A key with its values, by names from the connector's own key on. */
    record Key(List<String> names, Map<String, String> values) {}

    HostRegistry(Engine engine) {
        this.engine = engine;
        this.sddl = written().writable() ? GRANTED : INHERITED;
    }

    private KeyRegistry written() {
        return engine.instance().ekm().registry();
    }

    boolean exists() {
        return there || !written().uris().isEmpty();
    }

    String sddl() {
        return sddl;
    }

    /** Whether the account of the SQL Server service may write there. */
    boolean writable() {
        return sddl.contains(SID);
    }

    /** The access list with full control for the account of the SQL Server service, or for somebody else. */
    String granted(boolean service) {
        return service ? GRANTED : sddl;
    }

    void sddl(String now) {
        sddl = now;
        change(before -> new KeyRegistry(now.contains(SID), before.uris()));
    }

    /** Made anew, it has the rights of the key above. */
    void create() {
        there = true;
        sddl(INHERITED);
    }

    void lose() {
        there = false;
        change(before -> new KeyRegistry(before.writable(), Map.of()));
    }

    /** Each key before those below it. */
    List<Key> tree() {
        Map<String, Key> keys = new TreeMap<>();
        written().uris().forEach((thumbprint, uri) -> {
            String vault = uri.substring(0, Math.max(0, uri.indexOf("/keys/")));
            List<String> names = List.of(VAULTS, vault, thumbprint.toString().substring(2));
            for (int depth = 1; depth < names.size(); depth++) {
                List<String> above = names.subList(0, depth);
                keys.putIfAbsent(String.join("\\", above), new Key(List.copyOf(above), Map.of()));
            }
            keys.put(String.join("\\", names), new Key(names, Map.of(VALUE, uri)));
        });
        List<Key> all = new ArrayList<>(List.of(new Key(List.of(), Map.of())));
        all.addAll(keys.values());
        return all;
    }

    Optional<Key> key(List<String> names) {
        return tree().stream().filter(k -> k.names().equals(names)).findFirst();
    }

    /** Only what the connector itself writes can be kept here: the URI of a thumbprint's key. */
    void set(List<String> names, String name, String value) {
        if (names.size() != DEEPEST || !names.getFirst().equals(VAULTS) || !name.equals(VALUE)) {
            throw new HostError("NotKept", "The practice registry keeps " + VALUE + " of a thumbprint alone.");
        }
        there = true;
        Bytes thumbprint = Bytes.of(HexFormat.of().parseHex(names.getLast()));
        change(before -> before.with(thumbprint, value));
    }

    private void change(java.util.function.UnaryOperator<KeyRegistry> how) {
        engine.change((Instance i) -> i.with(i.ekm().with(how.apply(i.ekm().registry()))));
    }
}
