package dev.repartee.benchmarks;

/** What the peers are asked, in words that leave one right answer. */
enum Question {
  /**
   * By channel: how many turns of a person were answered, how many wait, and the median and the
   * 90th percentile of the answered. A turn is a run of messages of one person up to the answer; it
   * waits from its first message.
   */
  RESPONSE_BY_CHANNEL("response per turn by channel"),

  /** The same, with quantiles that are not rounded to 0.4 percent where there are many times. */
  RESPONSE_EXACTLY("the same, quantiles exact"),

  /** Of the conversations in which a person wrote, those in which a member answered one. */
  TWO_WAY("two-way ratio"),

  /**
   * How many messages of persons got a direct reply of a member, how many did not, and the median
   * and the 90th percentile of the time to the first such reply.
   */
  DIRECT_REPLY("direct-reply latency"),

  /**
   * How many persons viewed, clicked, reacted, subscribed and recommended in this order within 30
   * days, and how many came as far as each step. Other events in between do not matter, and whoever
   * begins again counts by the best of all beginnings.
   */
  FUNNEL("five-step funnel, 30 days"),

  /**
   * At the time of the last message: how many persons wait for an answer, how many of them for a
   * day or longer, and since when the twenty have waited who wait longest.
   */
  WAITING("who waits now"),

  /**
   * How many persons came to each stage of the A-Path. An act of will is any but a view. Stages in
   * order, each at its first time not before the one before: any act; an act of will; an act of
   * will on a third day or a later one, 14 days or more after the first; a subscription is made; a
   * recommendation on a later day than the first recommendation.
   */
  A_PATH("A-Path, five stages");

  private final String title;

  Question(String title) {
    this.title = title;
  }

  /** The question in a few words. */
  String title() {
    return title;
  }
}
