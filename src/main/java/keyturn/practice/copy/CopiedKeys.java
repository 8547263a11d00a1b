package keyturn.practice.copy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys of master with their logins and credentials, and the vault that they are in. */
final class CopiedKeys {

    private static final String OLD = "P390D";
    private static final int LONGEST = 26;
    private static final int SHORT = 42;
    private static final int USUAL_BITS = 2048;
    private static final int LARGE_BITS = 3072;
    private static final String CALLER = "practice";

    private final Seen root;
    private final CopiedVault vault;
    private final Map<String, String> providers = new LinkedHashMap<>();
    private final Map<String, String> inVault = new HashMap<>();
    private final Set<String> logins = new HashSet<>(Set.of(CALLER, "reader", "sa"));

    CopiedKeys(Seen root, CopiedVault vault) {
        this.root = root;
        this.vault = vault;
        root.list("providers")
                .forEach(one -> providers.put(
                        one.text("guid").orElse(""), one.text("name").orElse("")));
    }

    void write(ObjectNode scenario) {
        root.list("asymmetricKeys").forEach(key -> key(key, scenario));
        scenario.withArray("logins")
                .addObject()
                .put("name", CALLER)
                .put("sysadmin", true)
                .put("createdBefore", "P400D");
        scenario.withArray("logins").addObject().put("name", "reader").put("createdBefore", "P200D");
        root.list("logins").forEach(login -> login(login, scenario));
        credentials(scenario);
        vault.write(scenario, Set.copyOf(inVault.values()));
    }

    /** Whether the copy has this key, so that something can be protected by it. */
    boolean has(String key) {
        return inVault.containsKey(key);
    }

    private void key(Seen key, ObjectNode scenario) {
        String name = key.text("name").orElse("");
        Optional<String> provider = key.text("providerGuid").flatMap(guid -> Optional.ofNullable(providers.get(guid)));
        if (name.isEmpty() || provider.isEmpty()) {
            return;
        }
        String keyName = keyName(name);
        inVault.put(name, keyName);
        scenario.withArray("keys")
                .addObject()
                .put("name", name)
                .put("provider", provider.get())
                .put("keyName", keyName)
                .put(
                        "bits",
                        key.number("length", USUAL_BITS, LARGE_BITS, USUAL_BITS) > USUAL_BITS ? LARGE_BITS : USUAL_BITS)
                .put(
                        "shortThumbprint",
                        key.text("thumbprint")
                                .filter(text -> text.length() < SHORT)
                                .isPresent())
                .put("vault", vault.condition(keyName));
    }

    /** As the vault would call it; no two keys share one. */
    private String keyName(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
        String cut = plain.substring(0, Math.min(LONGEST, plain.length()));
        String free = cut;
        for (int number = 2; inVault.containsValue(free); number++) {
            String end = "-" + number;
            free = cut.substring(0, Math.min(cut.length(), LONGEST - end.length())) + end;
        }
        return free;
    }

    private void login(Seen login, ObjectNode scenario) {
        String name = login.text("name").orElse("");
        Optional<String> key = login.text("asymmetricKey").filter(this::has);
        if (!name.isEmpty() && key.isPresent() && logins.add(name)) {
            scenario.withArray("logins")
                    .addObject()
                    .put("name", name)
                    .put("key", key.get())
                    .put("disabled", login.flag("disabled", false))
                    .put("createdBefore", OLD);
        }
    }

    /** One that no key's login holds is the caller's: who works on the copy needs one for each provider. */
    private void credentials(ObjectNode scenario) {
        Map<String, String> holders = new HashMap<>();
        Map<String, String> ofKey = new HashMap<>();
        root.list("asymmetricKeys")
                .forEach(key -> key.text("providerGuid")
                        .map(providers::get)
                        .ifPresent(provider -> ofKey.put(key.text("name").orElse(""), provider)));
        Map<String, String> ofCredential = new HashMap<>();
        for (Seen login : root.list("logins")) {
            login.text("credential")
                    .filter(one -> logins.contains(login.text("name").orElse("")))
                    .ifPresent(one -> {
                        holders.put(one, login.text("name").orElse(""));
                        login.text("asymmetricKey")
                                .map(ofKey::get)
                                .ifPresent(provider -> ofCredential.put(one, provider));
                    });
        }
        List<String> callers = new ArrayList<>(providers.values());
        Set<String> names = new HashSet<>();
        for (Seen credential : root.list("credentials")) {
            String name = credential.text("name").orElse("");
            Optional<String> provider = Optional.ofNullable(ofCredential.get(name))
                    .or(() -> providers.values().stream().findFirst());
            if (!name.isEmpty() && provider.isPresent() && names.add(name)) {
                String holder = holders.getOrDefault(name, callers.remove(provider.get()) ? CALLER : "");
                credential(scenario, name, provider.get(), holder);
            }
        }
        callers.forEach(provider -> credential(scenario, "practice_" + provider, provider, CALLER));
    }

    private void credential(ObjectNode scenario, String name, String provider, String holder) {
        ObjectNode copy = scenario.withArray("credentials")
                .addObject()
                .put("name", name)
                .put("identity", vault.name())
                .put("provider", provider)
                .put("createdBefore", OLD);
        if (!holder.isEmpty()) {
            copy.put("login", holder);
        }
    }
}
