package keyturn.domain.azure;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Rules;

/**
 * Where a vault is created.
 *
 * @param subscription its id, 36 digits and hyphens
 * @param group name of a resource group that is there
 * @param region such as {@code westeurope}; kept in small letters, without blanks
 * @param premium keys of its HSMs can be restored there
 */
public record VaultHome(String subscription, String group, String region, boolean premium) {

    private static final Pattern SUBSCRIPTION = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern GROUP = Pattern.compile("[\\p{L}\\p{N}_().-]{1,89}[\\p{L}\\p{N}_()-]");
    private static final Pattern REGION = Pattern.compile("[a-z0-9]{3,40}");

    public VaultHome {
        subscription = subscription.strip().toLowerCase(Locale.ROOT);
        region = region.replace(" ", "").toLowerCase(Locale.ROOT);
        demand(SUBSCRIPTION, "subscription", subscription);
        demand(GROUP, "group", group);
        demand(REGION, "region", region);
    }

    private static void demand(Pattern form, String rule, String value) {
        if (!form.matcher(value).matches()) {
            throw Rules.broken(
                    "vault-home." + rule,
                    Message.of("domain.vaultHome." + rule, OneLine.shown(value)),
                    Message.of("domain.vaultHome." + rule + ".next"));
        }
    }

    /** The path of a vault of this name there. */
    public String path(VaultAddress vault) {
        return "/subscriptions/" + subscription + "/resourceGroups/" + group + "/providers/Microsoft.KeyVault/vaults/"
                + vault.name();
    }

    public VaultSite site() {
        return new VaultSite(Optional.of(subscription), Optional.of(region));
    }
}
