package keyturn.ui.parts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class SecretFieldTest {

    @BeforeAll
    static void toolkit() {
        try {
            Platform.startup(() -> Platform.setImplicitExit(false));
        } catch (IllegalStateException alreadyRunning) {
            Platform.setImplicitExit(false);
        }
    }

    @Test
    void whatIsTypedIsInTheSecretAndNeverInTheControl() throws Exception {
        assertEquals("••••/Pa-X", edited(field -> {
            field.insertText(0, "Pass");
            field.replaceText(2, 4, "-X");
        }));
    }

    @Test
    void anEditBehindItsBackEmptiesIt() throws Exception {
        assertEquals("/", edited(field -> {
            field.insertText(0, "Pass");
            field.clear();
        }));
    }

    private static String edited(java.util.function.Consumer<SecretField> edit) throws Exception {
        CompletableFuture<String> answer = new CompletableFuture<>();
        Platform.runLater(() -> {
            SecretField field = new SecretField();
            edit.accept(field);
            answer.complete(field.getText() + "/" + new String(field.secret().reveal()));
        });
        return answer.get(30, TimeUnit.SECONDS);
    }
}
