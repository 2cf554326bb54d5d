package dev.repartee.log;

import dev.repartee.internal.text.CleanText;
import dev.repartee.model.Directory;
import java.util.Set;

/**
 * Applies what a directory says of the spelling of accounts, before any are compared: names that
 * stand for nobody become absent, and where accounts ignore case all spellings become one.
 */
final class AccountRules {
  private final Set<String> nobody;
  private final boolean ignoresCase;

  private AccountRules(Directory directory) {
    this.nobody = directory.nobody();
    this.ignoresCase = directory.ignoresCase();
  }

  static void apply(Directory directory, Staging staging) {
    AccountRules rules = new AccountRules(directory);
    if (rules.ignoresCase || !rules.nobody.isEmpty()) {
      for (int row = 0; row < staging.size(); row++) {
        if (rules.isNobody(staging.author, row)) {
          staging.bits.set(row, staging.bits.get(row) | RowBits.ANONYMOUS);
        }
        rules.isNobody(staging.naming, row);
      }
    }
  }

  /** Brings an account into its spelling; says whether it is nobody's. */
  private boolean isNobody(KeyColumn column, int row) {
    if (!column.isPresent(row)) {
      return false;
    }
    String given = column.text(row);
    String account = ignoresCase ? CleanText.ignoringCase(given) : given;
    boolean isNobody = nobody.contains(account);
    if (isNobody || !account.equals(given)) {
      column.set(row, isNobody ? null : account);
    }
    return isNobody;
  }
}
