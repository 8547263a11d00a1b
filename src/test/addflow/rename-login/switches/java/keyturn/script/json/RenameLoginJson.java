package keyturn.script.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import keyturn.domain.LoginName;
import keyturn.script.act.Act;
import keyturn.script.act.RenameLogin;

/** The act that renames a login as JSON, and back. */
final class RenameLoginJson {

    private RenameLoginJson() {}

    static ObjectNode write(ObjectNode written, RenameLogin rename) {
        return written.put("from", rename.from().value()).put("to", rename.to().value());
    }

    static Act read(Fields act) {
        return new RenameLogin(act.text("from", LoginName::new), act.text("to", LoginName::new));
    }
}
