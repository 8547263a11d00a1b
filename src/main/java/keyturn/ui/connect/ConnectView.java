package keyturn.ui.connect;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import keyturn.ui.files.FileToRead;
import keyturn.ui.frame.PageView;
import keyturn.ui.frame.PrimaryRequest;
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

    private static final double FORM_WIDTH = 560;
    private static final double FORM_LEAST = 340;

    private final ConnectViewModel model;
    private final ServerForm form;
    private final FileToRead chooser;
    private final Button tryIt = new Button(Words.of("connect.try"));
    private final TextField server = new TextField();
    private final TextField user = new TextField();
    private final SecretField password = new SecretField();
    private final Node content;

    /** @param chooser asks for the certificate's file */
    public ConnectView(ConnectViewModel model, FileToRead chooser, Clock clock) {
        this.model = model;
        form = model.form();
        tryIt.setId("try");
        tryIt.setMinWidth(Region.USE_PREF_SIZE);
        tryIt.setAccessibleText(Words.of("connect.try.name"));
        // Not while it works: a button that goes off hands the keyboard on, to Cancel.
        tryIt.disableProperty().bind(model.lacking().map(Optional::isPresent));
        tryIt.setOnAction(event -> model.tryIt());
        this.chooser = chooser;
        VBox fields =
                new VBox(16, address(), signIn(), login(), certificate(), unverified(), environment(), host(), azure());
        HBox columns = new HBox(32, column(fields), column(azureFields()));
        content = Sheet.scrolling(
                "connect-page",
                new ReadOnlyStringWrapper(Words.of("connect.title")),
                model.lead(),
                ProblemPlace.place(model.problem()),
                new CertificateCard(model, clock).node(),
                tried(),
                columns);
        model.problem().subscribe(found -> Sheet.toTheTop(content));
        model.test().told().subscribe(found -> found.ifPresent(told -> toTheResult()));
    }

    /** What was found is in sight, and Enter goes on. */
    private void toTheResult() {
        Sheet.toTheTop(content);
        PrimaryRequest.from(content);
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public List<Node> actions() {
        return List.of(tryIt);
    }

    @Override
    public void focus() {
        // A field in a scroll pane can take the keyboard once the pane has its skin.
        content.applyCss();
        Stream<TextField> asked =
                form.asksPassword().getValue() ? Stream.of(server, user, password) : Stream.of(server);
        Stream<TextField> vault =
                model.azure().wanted().get() ? Stream.of((TextField) content.lookup("#vault")) : Stream.of();
        Stream.concat(asked, vault)
                .filter(field -> field.getText().isEmpty())
                .findFirst()
                .orElse(server)
                .requestFocus();
    }

    private Node address() {
        server.setId("server");
        server.setPromptText(Words.of("connect.server.prompt"));
        server.textProperty().bindBidirectional(form.server());
        Label understood = Texts.caption("");
        understood.setId("understood");
        understood.textProperty().bind(form.understood().map(told -> told.orElse("")));
        VBox field = Field.of(Words.of("connect.server"), server, form.serverProblem());
        return new VBox(4, field, Showing.when(form.understood().map(Optional::isPresent), understood));
    }

    /** What a try of the connection found. */
    private Node tried() {
        VBox place = new VBox();
        place.setId("tried");
        model.test()
                .told()
                .subscribe(now -> place.getChildren()
                        .setAll(now.map(told -> List.of(Banner.of(Tone.FINE, Words.of("connect.tried.word"), told)))
                                .orElse(List.of())));
        return Showing.when(model.test().told().map(Optional::isPresent), place);
    }

    /** The certificate that alone is trusted for this server. */
    private Node pinned() {
        Label which = Texts.caption("");
        which.setId("pinned");
        which.textProperty()
                .bind(model.trust()
                        .pin()
                        .map(pin -> pin.map(one -> Words.of("connect.pinned", one.shown()))
                                .orElse("")));
        Button forget = new Button(Words.of("connect.pinned.forget"));
        forget.setId("pinned-forget");
        forget.setMnemonicParsing(false);
        forget.getStyleClass().add("small");
        forget.setMinWidth(Region.USE_PREF_SIZE);
        forget.setOnAction(event -> model.trust().use(Optional.empty()));
        HBox row = new HBox(8, which, forget);
        row.setAlignment(Pos.CENTER_LEFT);
        return Showing.when(model.trust().pin().map(Optional::isPresent), row);
    }

    private Node signIn() {
        ComboBox<SignInKind> auth = new ComboBox<>();
        auth.setId("auth");
        auth.getItems().setAll(SignInKind.values());
        auth.valueProperty().bindBidirectional(form.kind());
        return Field.of(Words.of("connect.auth"), auth, Field.neverWrong());
    }

    private Node login() {
        user.setId("user");
        user.textProperty().bindBidirectional(form.user());
        password.setId("password");
        password.textProperty().subscribe(() -> form.type(password.secret()));
        model.forgotten().subscribe(() -> password.clear());
        VBox login = new VBox(
                16,
                Field.of(Words.of("connect.user"), user, Field.neverWrong()),
                Field.of(Words.of("connect.password"), password, Field.neverWrong()));
        return Showing.when(form.asksPassword(), login);
    }

    private Node certificate() {
        TextField certificate = new TextField();
        certificate.setId("certificate");
        certificate.setPromptText(Words.of("connect.certificate.prompt"));
        certificate.textProperty().bindBidirectional(form.certificate());
        certificate.disableProperty().bind(form.unverified());
        Button choose = new Button(Words.of("connect.certificate.choose"));
        choose.setId("certificate-choose");
        choose.setMinWidth(Button.USE_PREF_SIZE);
        choose.setAccessibleText(Words.of("connect.certificate.choose.name"));
        choose.disableProperty().bind(form.unverified());
        choose.setOnAction(event -> chooser.ask(choose.getScene().getWindow())
                .ifPresent(file -> form.certificate().set(file.toString())));
        VBox field = Field.of(Words.of("connect.certificate"), certificate, form.certificateProblem());
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox row = new HBox(8, field, choose);
        row.setAlignment(Pos.BOTTOM_LEFT);
        return new VBox(4, row, Texts.caption(Words.of("connect.certificate.about")), pinned());
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
        environment.valueProperty().bindBidirectional(form.environment());
        return Field.of(Words.of("connect.environment"), environment, Field.neverWrong());
    }

    private Node host() {
        ComboBox<HostKind> host = new ComboBox<>();
        host.setId("host");
        host.getItems().setAll(HostKind.values());
        host.valueProperty().bindBidirectional(form.host());
        return new VBox(
                4,
                Field.of(Words.of("connect.host"), host, Field.neverWrong()),
                Texts.caption(Words.of("connect.host.about")));
    }

    private Node unverified() {
        CheckBox box = new CheckBox(Words.of("connect.unverified"));
        box.setId("unverified");
        box.setMnemonicParsing(true);
        box.setWrapText(true);
        box.selectedProperty().bindBidirectional(form.unverified());
        Node loud = Banner.of(Tone.DANGER, Words.of("connect.unverified.word"), Words.of("connect.unverified.about"));
        return new VBox(8, box, Showing.when(form.unverified(), loud));
    }
}
