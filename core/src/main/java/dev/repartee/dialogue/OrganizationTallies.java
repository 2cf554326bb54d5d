package dev.repartee.dialogue;

import dev.repartee.measure.Tally;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The tallies of several organizations in one replicate group, side by side. */
final class OrganizationTallies implements Tally<OrganizationTallies> {
  private final List<DialogueTally> tallies;

  OrganizationTallies(int organizations) {
    tallies = new ArrayList<>(organizations);
    for (int i = 0; i < organizations; i++) {
      tallies.add(new DialogueTally());
    }
  }

  DialogueTally of(int organization) {
    return tallies.get(organization);
  }

  @Override
  public void add(OrganizationTallies other) {
    for (int i = 0; i < tallies.size(); i++) {
      tallies.get(i).add(other.of(i));
    }
  }

  @Override
  public void write(DataOutput out) throws IOException {
    for (DialogueTally tally : tallies) {
      tally.write(out);
    }
  }

  @Override
  public void read(Input in) throws IOException {
    for (DialogueTally tally : tallies) {
      tally.read(in);
    }
  }
}
