package keyturn.ui.connect;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import keyturn.domain.azure.Cloud;
import keyturn.ui.files.FileToRead;
import keyturn.ui.parts.Field;
import keyturn.ui.parts.SecretField;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Words;

/** The fields for the doors to Azure; those that the way to sign in does not take are out of sight. */
final class AzureFields {

    private final AzureForm form;
    private final ObservableValue<Number> forgotten;
    private final FileToRead chooser;

    /** @param forgotten moves when no secret may stay in its field */
    AzureFields(AzureForm form, ObservableValue<Number> forgotten, FileToRead chooser) {
        this.form = form;
        this.forgotten = forgotten;
        this.chooser = chooser;
    }

    Node node() {
        VBox fields = new VBox(
                16,
                Showing.when(form.wanted(), vaults()),
                choice("azure-auth", "auth", form.kind(), AzureKind.values()),
                where(this::client, AzureKind::takesClient),
                where(this::secret, kind -> kind == AzureKind.SECRET),
                where(this::certificate, kind -> kind == AzureKind.CERTIFICATE),
                field("tenant", "tenant", form.tenant(), form.tenantProblem()),
                Showing.when(form.wanted(), where(this::application, AzureKind::takesApplication)),
                cloud());
        fields.setId("azure-fields");
        return Showing.when(form.asksSignIn(), fields);
    }

    private Node vaults() {
        return about("vault", field("vault", "vault", form.vaults(), form.vaultsProblem()));
    }

    private Node client() {
        return field("client-id", "client", form.client(), form.clientProblem());
    }

    private Node application() {
        return about("application", field("application", "application", form.application(), form.applicationProblem()));
    }

    private Node cloud() {
        CloudChoice[] clouds =
                Arrays.stream(Cloud.values()).map(CloudChoice::new).toArray(CloudChoice[]::new);
        return choice("cloud", "cloud", form.cloud(), clouds);
    }

    private Node secret() {
        return secret("azure-secret", "secret");
    }

    private Node certificate() {
        TextField file = new TextField();
        file.setId("azure-file");
        file.setPromptText(Words.of("connect.azure.file.prompt"));
        file.textProperty().bindBidirectional(form.file());
        Button choose = new Button(Words.of("connect.azure.file.choose"));
        choose.setId("azure-file-choose");
        choose.setMinWidth(Button.USE_PREF_SIZE);
        choose.setAccessibleText(Words.of("connect.azure.file.choose.name"));
        choose.setOnAction(event -> chooser.ask(choose.getScene().getWindow())
                .ifPresent(chosen -> form.file().set(chosen.toString())));
        VBox field = Field.of(Words.of("connect.azure.file"), file, form.fileProblem());
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox row = new HBox(8, field, choose);
        row.setAlignment(Pos.BOTTOM_LEFT);
        return new VBox(16, row, secret("azure-file-password", "password"));
    }

    /** Both fields write to the one secret; that of the way not chosen is emptied. */
    private Node secret(String id, String name) {
        SecretField secret = new SecretField();
        secret.setId(id);
        secret.textProperty().subscribe(() -> form.type(secret.secret()));
        forgotten.subscribe(() -> secret.clear());
        form.kind().subscribe(() -> secret.clear());
        return Field.of(Words.of("connect.azure." + name), secret, Field.neverWrong());
    }

    private static Node about(String name, VBox field) {
        return new VBox(4, field, Texts.caption(Words.of("connect.azure." + name + ".about")));
    }

    private Node where(Supplier<Node> made, Predicate<AzureKind> kind) {
        return Showing.when(form.kind().map(kind::test), made.get());
    }

    private static VBox field(
            String id, String name, SimpleStringProperty text, ObservableValue<Optional<String>> problem) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(Words.of("connect.azure." + name + ".prompt"));
        field.textProperty().bindBidirectional(text);
        return Field.of(Words.of("connect.azure." + name), field, problem);
    }

    private static <T> Node choice(String id, String name, ObjectProperty<T> chosen, T[] offered) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(offered);
        box.valueProperty().bindBidirectional(chosen);
        return Field.of(Words.of("connect.azure." + name), box, Field.neverWrong());
    }
}
