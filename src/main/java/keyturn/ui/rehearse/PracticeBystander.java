package keyturn.ui.rehearse;

import java.util.Optional;
import keyturn.domain.Secret;
import keyturn.inspect.Worlds.World;
import keyturn.ui.asks.Bystander;
import keyturn.ui.wizard.Draft;
import keyturn.ui.wizard.OpenWorld;

/** Of the practice world that this window has started, while the window is connected to it. */
public record PracticeBystander(OpenWorld open, Draft draft) implements Bystander {

    @Override
    public boolean isHere() {
        return draft.target().get().filter(open::isAt).isPresent();
    }

    @Override
    public void restart() {
        open.now().ifPresent(World::restart);
    }

    @Override
    public Optional<Secret> newSecret() {
        return open.now()
                .filter(world -> isHere())
                .flatMap(world -> Optional.ofNullable(world.offers().byName().get("newSecret")))
                .map(text -> Secret.of(text.toCharArray()));
    }
}
