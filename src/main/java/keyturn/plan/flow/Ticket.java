package keyturn.plan.flow;

import java.util.List;
import keyturn.domain.Message;

/**
 * What a flow contributes to the change ticket and run order of a plan.
 *
 * @param title of the change, short
 * @param purpose what the change is for
 * @param toAttest what a person has to look at, in the order of a DBA's list
 * @param order what is done, in which order, around the scripts
 */
public record Ticket(Message title, Message purpose, List<Confirmation> toAttest, Order order) {

    public Ticket {
        toAttest = List.copyOf(toAttest);
    }

    /**
     * The run order; checking sums, the dry run and own backups stand between these in every flow.
     *
     * @param before what is done before the dry run
     * @param forward how the forward script is run
     * @param after what is done once the forward script has ended
     */
    public record Order(List<Message> before, Message forward, List<Message> after) {
        public Order {
            before = List.copyOf(before);
            after = List.copyOf(after);
        }
    }
}
