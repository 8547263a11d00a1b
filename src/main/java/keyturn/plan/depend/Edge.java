package keyturn.plan.depend;

/** A line between parts of neighbouring columns, from left to right. */
public record Edge(PartId left, PartId right) {}
