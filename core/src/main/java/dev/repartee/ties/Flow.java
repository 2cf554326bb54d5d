package dev.repartee.ties;

/** Between which sides an answer goes. In a log without organizations everybody is audience. */
public enum Flow {
  /** One of the audience answers another: they help each other. */
  AUDIENCE_TO_AUDIENCE("audience to audience"),
  /** One of the audience answers a member of an organization. */
  AUDIENCE_TO_ORGANIZATION("audience to organization"),
  /** A member answers one of the audience. */
  ORGANIZATION_TO_AUDIENCE("organization to audience"),
  /** A member answers a member. */
  ORGANIZATION_TO_ORGANIZATION("organization to organization");

  private final String text;

  Flow(String text) {
    this.text = text;
  }

  /** How people call it. */
  String text() {
    return text;
  }

  static int ordinal(boolean isFromMember, boolean isToMember) {
    return (isFromMember ? 2 : 0) + (isToMember ? 1 : 0);
  }
}
