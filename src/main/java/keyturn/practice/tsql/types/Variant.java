package keyturn.practice.tsql.types;

/** A {@code sql_variant} value: its own type travels with it. */
public record Variant(SqlType type, Object value) {}
