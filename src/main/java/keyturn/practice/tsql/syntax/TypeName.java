package keyturn.practice.tsql.syntax;

import java.util.OptionalInt;

/**
 * A type as written: {@code decimal(10, 2)}, {@code nvarchar(max)}, {@code sys.sysname}.
 *
 * @param name last part of its name, as written
 * @param first length or precision
 * @param second scale
 * @param max {@code (max)} was written
 */
public record TypeName(int line, String name, OptionalInt first, OptionalInt second, boolean max) {}
