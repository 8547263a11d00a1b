package keyturn.plan.depend;

import keyturn.domain.Message;

/**
 * One part of the graph.
 *
 * @param caption one line more than the name: a version, a count, a region
 */
public record Part(PartId id, Message caption, Health health) {

    public PartKind kind() {
        return id.kind();
    }
}
