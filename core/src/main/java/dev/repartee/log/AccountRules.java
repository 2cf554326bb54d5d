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
        rules.apply(staging.naming, row);
        if (rules.apply(staging.author, row)) {
          staging.bits.set(row, staging.bits.get(row) | RowBits.ANONYMOUS);
        }
      }
    }
  }

  /** Brings an account into its spelling; says whether it was there and is nobody's. */
  private boolean apply(KeyColumn column, int row) {
    if (!column.isPresent(row)) {
      return false;
    }
    String given = column.text(row);
    String account = CleanText.account(given, ignoresCase);
    boolean isNobody = nobody.contains(account);
    if (isNobody || !account.equals(given)) {
      column.set(row, isNobody ? null : account);
    }
    return isNobody;
  }
}
