package keyturn.windows;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.stage.Window;
import keyturn.app.Main;
import keyturn.tools.Deadline;
import keyturn.tools.Picture;

/**
 * A program of its own, for a Windows Java: opens Keyturn's window as a user would, presses its way on the practice range
 * from the start page to the verdict, and keeps a picture of each page in the folder that is its only argument.
 */
public final class WindowsWalk {

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Path folder;

    private WindowsWalk(Path folder) {
        this.folder = folder;
    }

    public static void main(String... arguments) {
        Thread.ofPlatform().daemon().name("program").start(() -> Main.main(new String[0]));
        int code = 1;
        try {
            new WindowsWalk(Path.of(arguments[0])).walk();
            code = 0;
        } catch (RuntimeException | Error failed) {
            System.err.println(failed);
        } finally {
            // The window is open still, and its thread would go on.
            Runtime.getRuntime().halt(code);
        }
    }

    private void walk() {
        picture("start", "practice");
        press("practice");
        picture("overview", "inspect-page");
        press("next");
        picture("choose", "choose-page");
        press("next");
        picture("preflight", "preflight-page");
        press("next");
        picture("preview", "preview-page");
        press("approve");
        awaitEnabled("next");
        picture("run", "run");
        press("next");
        awaitEnabled("evidence-open");
        picture("verify", "verify-page");
        String verdict = on(() -> require("verdict").lookupAll(".label").stream()
                .map(label -> ((Labeled) label).getText())
                .collect(Collectors.joining(" ")));
        System.out.println(verdict);
    }

    private void picture(String name, String id) {
        Deadline.await("#" + id + " is in sight", LIMIT, () -> on(() -> find(id).isPresent()));
        on(() -> {
            Picture.save(scene().orElseThrow(), folder.resolve("windows-" + name + ".png"));
            return name;
        });
    }

    private static void press(String id) {
        awaitEnabled(id);
        on(() -> {
            ((ButtonBase) require(id)).fire();
            return id;
        });
    }

    private static void awaitEnabled(String id) {
        Deadline.await(
                "#" + id + " can be pressed",
                LIMIT,
                () -> on(() -> find(id).filter(node -> !node.isDisabled()).isPresent()));
    }

    private static Node require(String id) {
        return find(id).orElseThrow();
    }

    private static Optional<Node> find(String id) {
        return scene().flatMap(scene -> Optional.ofNullable(scene.lookup("#" + id)))
                .filter(Node::isVisible);
    }

    private static Optional<Scene> scene() {
        return Window.getWindows().stream().map(Window::getScene).findFirst();
    }

    /** On JavaFX's thread; before that runs, nothing is there yet. */
    private static <T> T on(Callable<T> work) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        Deadline.await(
                "JavaFX has started",
                LIMIT,
                () -> isRun(() -> {
                    try {
                        answer.complete(work.call());
                    } catch (Exception | Error failed) {
                        answer.completeExceptionally(failed);
                    }
                }));
        try {
            return answer.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static boolean isRun(Runnable work) {
        try {
            Platform.runLater(work);
            return true;
        } catch (IllegalStateException notStarted) {
            return false;
        }
    }
}
