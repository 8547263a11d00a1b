package keyturn.domain.host;

import keyturn.domain.InvalidValue;
import keyturn.domain.Message;
import keyturn.domain.OneLine;
import keyturn.domain.Rules;

/** By which Windows Installer knows a program: a GUID in braces. */
public record ProductCode(String value) {

    /** @throws InvalidValue {@code product-code.form} */
    public ProductCode {
        boolean braced = value.startsWith("{") && value.endsWith("}") && value.length() > 2;
        if (!braced || !Rules.isGuid(value.substring(1, value.length() - 1))) {
            throw Rules.broken(
                    "product-code.form",
                    Message.of("domain.productCode.form", OneLine.shown(value)),
                    Message.of("domain.productCode.form.next"));
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
