package keyturn.practice.tsql.syntax;

/** The parsers of one batch; each knows the others through this and shares their tokens. */
final class Grammar {

    final TokenStream tokens;
    /** The batch as it came. */
    final String text;

    final NameParser names;
    final ExpressionParser expressions;
    final PrimaryParser primaries;
    final CallParser calls;
    final BuiltinParser builtins;
    final ConditionParser conditions;
    final QueryParser queries;
    final SelectParser selects;
    final SourceParser sources;
    final HintParser hints;
    final StatementParser statements;
    final ControlParser control;
    final RaiseParser raises;
    final SetParser sets;
    final ExecuteParser executes;
    final BackupParser backups;
    final ProviderParser providers;
    final TransactionParser transactions;
    final PermissionParser permissions;
    final TableParser tables;
    final ChangeParser changes;
    final CursorParser cursors;
    final ModuleParser modules;
    final PrincipalParser principals;
    final ContextParser contexts;
    final MaintenanceParser maintenance;
    final RestoreParser restores;

    Grammar(TokenStream tokens, String text) {
        this.tokens = tokens;
        this.text = text;
        names = new NameParser(tokens);
        expressions = new ExpressionParser(this);
        primaries = new PrimaryParser(this);
        calls = new CallParser(this);
        builtins = new BuiltinParser(this);
        conditions = new ConditionParser(this);
        queries = new QueryParser(this);
        selects = new SelectParser(this);
        sources = new SourceParser(this);
        hints = new HintParser(tokens);
        statements = new StatementParser(this);
        control = new ControlParser(this);
        raises = new RaiseParser(this);
        sets = new SetParser(this);
        executes = new ExecuteParser(this);
        backups = new BackupParser(this);
        providers = new ProviderParser(this);
        transactions = new TransactionParser(tokens);
        permissions = new PermissionParser(this);
        tables = new TableParser(this);
        changes = new ChangeParser(this);
        cursors = new CursorParser(this);
        modules = new ModuleParser(this);
        principals = new PrincipalParser(tokens);
        contexts = new ContextParser(this);
        maintenance = new MaintenanceParser(this);
        restores = new RestoreParser(this);
    }
}
