package keyturn.domain.azure;

import java.util.Locale;
import java.util.regex.Pattern;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Rules;

/** A directory (tenant): its GUID, or a domain name that belongs to it; kept in lower case. */
public record TenantId(String value) {

    private static final Pattern DOMAIN =
            Pattern.compile("(?=.{4,253}$)[a-z0-9](?:[a-z0-9-]{0,62})(?:\\.[a-z0-9](?:[a-z0-9-]{0,62}))+");

    public TenantId {
        value = value.strip().toLowerCase(Locale.ROOT);
        if (!Rules.isGuid(value) && !DOMAIN.matcher(value).matches()) {
            throw Rules.broken(
                    "tenant-id.form",
                    Message.of("domain.tenantId.form", OneLine.shown(value)),
                    Message.of("domain.tenantId.form.next"));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
