package keyturn.plan.flow.upgrade;

import java.util.Optional;
import keyturn.domain.host.FileHash;
import keyturn.domain.host.HostPath;
import keyturn.domain.host.ProductCode;
import keyturn.plan.flow.ChoiceTree;
import keyturn.plan.flow.upgrade.Lane.InPlace;
import keyturn.plan.flow.upgrade.Lane.Msi;
import keyturn.plan.flow.upgrade.Lane.Placing;
import keyturn.plan.flow.upgrade.Lane.Stop;

/** The lane as a saved plan has it. Of a lane in place without work on the host, only its name: as plans of before have it. */
final class LaneTree {

    private static final String LANE = "lane";
    private static final String IN_PLACE = "in-place";
    private static final String STOP = "stop";
    private static final String RESTART = "restart";
    private static final String OPERATOR = "operator";
    private static final String YES = "yes";

    private LaneTree() {}

    static ChoiceTree write(ChoiceTree tree, Lane lane) {
        ChoiceTree named =
                switch (lane) {
                    case InPlace in -> placed(tree.with(LANE, IN_PLACE).with(RESTART, yes(in.restart())), in);
                    case Stop stop ->
                        msi(tree.with(LANE, STOP), stop.msi())
                                .with("uninstall", stop.uninstall().map(ProductCode::value))
                                .with("deleteOld", yes(stop.deleteOld()));
                };
        return named.with(OPERATOR, yes(lane.operator() && !lane.equals(InPlace.FILE_THERE)));
    }

    private static Optional<String> yes(boolean is) {
        return is ? Optional.of(YES) : Optional.empty();
    }

    private static ChoiceTree placed(ChoiceTree tree, InPlace lane) {
        return lane.placing()
                .map(placing -> switch (placing) {
                    case Placing.Extracted extracted -> msi(tree, extracted.msi());
                    case Placing.Copied copied ->
                        tree.with("from", copied.file().value())
                                .with("fromHash", copied.hash().map(FileHash::value));
                })
                .orElse(tree);
    }

    private static ChoiceTree msi(ChoiceTree tree, Msi msi) {
        return tree.with("msi", msi.path().value()).with("msiHash", msi.hash().map(FileHash::value));
    }

    /** @throws ChoiceTree.Malformed for another lane, or a field that is missing or wrong */
    static Lane read(ChoiceTree tree) {
        boolean stop = tree.text(LANE, LaneTree::isStop);
        boolean operator = is(tree, OPERATOR);
        if (stop) {
            return new Stop(msi(tree), tree.optional("uninstall", ProductCode::new), is(tree, "deleteOld"), operator);
        }
        Optional<Placing> placing = placing(tree);
        boolean restart = is(tree, RESTART);
        return placing.isEmpty() && !restart ? InPlace.FILE_THERE : new InPlace(placing, restart, operator);
    }

    private static Optional<Placing> placing(ChoiceTree tree) {
        if (tree.has("msi")) {
            return Optional.of(new Placing.Extracted(msi(tree)));
        }
        return tree.optional("from", HostPath::new)
                .map(file -> new Placing.Copied(file, tree.optional("fromHash", FileHash::new)));
    }

    private static Msi msi(ChoiceTree tree) {
        return new Msi(tree.text("msi", HostPath::new), tree.optional("msiHash", FileHash::new));
    }

    private static boolean is(ChoiceTree tree, String name) {
        return tree.optional(name, YES::equals).orElse(false);
    }

    private static boolean isStop(String lane) {
        return switch (lane) {
            case STOP -> true;
            case IN_PLACE -> false;
            default -> throw new IllegalArgumentException(lane);
        };
    }
}
