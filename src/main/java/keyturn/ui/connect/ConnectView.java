package keyturn.ui.connect;

import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import keyturn.ui.files.FileToRead;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.Sheet;
import keyturn.ui.parts.Banner;
import keyturn.ui.parts.Field;
import keyturn.ui.parts.ProblemPlace;
import keyturn.ui.parts.SecretField;
import keyturn.ui.parts.Showing;
import keyturn.ui.parts.Texts;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Environment;

/** Address, sign-in, trust. */
public final class ConnectView implements PageView {

    private static final ObservableValue<Optional<String>> NEVER_WRONG =
            new ReadOnlyObjectWrapper<>(Optional.<String>empty()).getReadOnlyProperty();
    private static final double FORM_WIDTH = 560;
    private static final double FORM_LEAST = 340;

    private final ConnectViewModel model;
    private final FileToRead chooser;
    private final TextField server = new TextField();
    private final TextField user = new TextField();
    private final SecretField password = new SecretField();
    private final Node content;

    /** @param chooser asks for the certificate's file */
    public ConnectView(ConnectViewModel model, FileToRead chooser) {
        this.model = model;
        this.chooser = chooser;
        VBox form = new VBox(16, address(), signIn(), login(), certificate(), unverified(), environment(), azure());
        HBox columns = new HBox(32, column(form), column(azureFields()));
        content = Sheet.scrolling(
                "connect-page",
                new ReadOnlyStringWrapper(Words.of("connect.title")),
                new ReadOnlyStringWrapper(Words.of("connect.lead")),
                ProblemPlace.place(model.problem()),
                columns);
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void focus() {
        // A field in a scroll pane can take the keyboard once the pane has its skin.
        content.applyCss();
        Stream<TextField> asked =
                model.asksPassword().getValue() ? Stream.of(server, user, password) : Stream.of(server);
        asked.filter(field -> field.getText().isEmpty())
                .findFirst()
                .orElse(server)
                .requestFocus();
    }

    private Node address() {
        server.setId("server");
        server.setPromptText(Words.of("connect.server.prompt"));
        server.textProperty().bindBidirectional(model.server());
        return Field.of(Words.of("connect.server"), server, model.serverProblem());
    }

    private Node signIn() {
        ComboBox<SignInKind> auth = new ComboBox<>();
        auth.setId("auth");
        auth.getItems().setAll(SignInKind.values());
        auth.valueProperty().bindBidirectional(model.kind());
        return Field.of(Words.of("connect.auth"), auth, NEVER_WRONG);
    }

    private Node login() {
        user.setId("user");
        user.textProperty().bindBidirectional(model.user());
        password.setId("password");
        password.textProperty().subscribe(() -> model.type(password.secret()));
        model.forgotten().subscribe(() -> password.clear());
        VBox login = new VBox(
                16,
                Field.of(Words.of("connect.user"), user, NEVER_WRONG),
                Field.of(Words.of("connect.password"), password, NEVER_WRONG));
        return Showing.when(model.asksPassword(), login);
    }

    private Node certificate() {
        TextField certificate = new TextField();
        certificate.setId("certificate");
        certificate.setPromptText(Words.of("connect.certificate.prompt"));
        certificate.textProperty().bindBidirectional(model.certificate());
        certificate.disableProperty().bind(model.unverified());
        Button choose = new Button(Words.of("connect.certificate.choose"));
        choose.setId("certificate-choose");
        choose.setMinWidth(Button.USE_PREF_SIZE);
        choose.setAccessibleText(Words.of("connect.certificate.choose.name"));
        choose.disableProperty().bind(model.unverified());
        choose.setOnAction(event -> chooser.ask(choose.getScene().getWindow())
                .ifPresent(file -> model.certificate().set(file.toString())));
        VBox field = Field.of(Words.of("connect.certificate"), certificate, model.certificateProblem());
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox row = new HBox(8, field, choose);
        row.setAlignment(Pos.BOTTOM_LEFT);
        return new VBox(4, row, Texts.caption(Words.of("connect.certificate.about")));
    }

    private Node azure() {
        CheckBox box = new CheckBox(Words.of("connect.azure"));
        box.setId("azure");
        box.setMnemonicParsing(true);
        box.setWrapText(true);
        box.selectedProperty().bindBidirectional(model.azure().wanted());
        return new VBox(4, box, Texts.caption(Words.of("connect.azure.about")));
    }

    private Node azureFields() {
        return new AzureFields(model.azure(), model.forgotten(), chooser).node();
    }

    private static Region column(Node content) {
        StackPane column = new StackPane(content);
        column.setAlignment(Pos.TOP_LEFT);
        column.setMinWidth(FORM_LEAST);
        column.setPrefWidth(FORM_WIDTH);
        column.setMaxWidth(FORM_WIDTH);
        return column;
    }

    private Node environment() {
        ComboBox<Environment> environment = new ComboBox<>();
        environment.setId("environment");
        environment.getItems().setAll(Environment.values());
        environment.valueProperty().bindBidirectional(model.environment());
        return Field.of(Words.of("connect.environment"), environment, NEVER_WRONG);
    }

    private Node unverified() {
        CheckBox box = new CheckBox(Words.of("connect.unverified"));
        box.setId("unverified");
        box.setMnemonicParsing(true);
        box.setWrapText(true);
        box.selectedProperty().bindBidirectional(model.unverified());
        Node loud = Banner.of(Tone.DANGER, Words.of("connect.unverified.word"), Words.of("connect.unverified.about"));
        return new VBox(8, box, Showing.when(model.unverified(), loud));
    }
}
