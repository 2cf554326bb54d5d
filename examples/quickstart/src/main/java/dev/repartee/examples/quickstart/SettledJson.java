package dev.repartee.examples.quickstart;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.repartee.resolution.RatingSummary;
import dev.repartee.resolution.ResolutionSummary;
import dev.repartee.resolution.ResolutionSummary.Backlog;
import java.io.IOException;

/** Writes what becomes of what people ask, for programs. */
final class SettledJson {
  private final JsonGenerator json;
  private final JsonValues values;

  SettledJson(JsonGenerator json, JsonValues values) {
    this.json = json;
    this.values = values;
  }

  /** Writes the fields of an object that has begun. */
  void write(Settled settled) throws IOException {
    ResolutionSummary first = settled.first();
    if (first.isObserved()) {
      json.writeNumberField("strands", first.strands());
      json.writeNumberField("resolved", first.resolved());
      json.writeNumberField("unresolved", first.unresolved());
      values.duration("medianUntilResolved", first.median());
      values.duration("medianUntilItLasts", settled.lasting().median());
      json.writeNumberField("reopenings", first.reopenings());
      values.proportion("resolvedWithoutAnswer", first.resolvedUnanswered());
      values.proportion("resolvedByOneContact", first.byOneContact());
      json.writeArrayFieldStart("backlog");
      for (Backlog of : first.backlog()) {
        json.writeStartObject();
        json.writeStringField("department", of.department());
        json.writeNumberField("open", of.open());
        json.writeNumberField("onHold", of.onHold());
        json.writeNumberField("unassigned", of.unassigned());
        json.writeEndObject();
      }
      json.writeEndArray();
    }
    RatingSummary ratings = settled.ratings();
    if (ratings.isObserved()) {
      values.proportion("rated", ratings.ratedShare());
      values.estimate("meanRating", ratings.mean());
      values.estimate("ratingWithWait", ratings.association());
    }
  }
}
