package dev.repartee.internal.exchange;

/** What the walks over the strands of a slice write down, strand by strand. */
final class Findings {
  final ExchangeTable exchanges = new ExchangeTable();
  final StrandTable strands = new StrandTable();
  final IntList returns = new IntList();
  final IntList toAudience = new IntList();
  final IntList openings = new IntList();
  final IntList toOwnOrUnknown = new IntList();

  /** Messages of organizations to people who do not wait. */
  final IntList unprompted = new IntList();

  void clear() {
    exchanges.clear();
    strands.clear();
    returns.clear();
    toAudience.clear();
    openings.clear();
    toOwnOrUnknown.clear();
    unprompted.clear();
  }

  /** The messages of organizations by who they speak to. */
  IntList organizationRows(Addressing to) {
    return switch (to) {
      case TO_AUDIENCE -> toAudience;
      case OPENING -> openings;
      case OWN_OR_UNKNOWN -> toOwnOrUnknown;
    };
  }
}
