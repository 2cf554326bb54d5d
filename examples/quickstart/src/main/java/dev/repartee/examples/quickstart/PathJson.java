package dev.repartee.examples.quickstart;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.repartee.apath.APathSummary;
import dev.repartee.apath.APathSummary.StageResult;
import dev.repartee.apath.AdvocatesSummary.Advocate;
import dev.repartee.apath.Standing;
import java.io.IOException;
import java.time.Duration;

/** Writes how far people come, for programs. */
final class PathJson {
  private static final Duration QUARTER = Duration.ofDays(90);
  private static final String STATE = "state";
  private static final String OBSERVED = "OBSERVED";
  private static final String NOT_OBSERVED = "NOT_OBSERVED";

  private final JsonGenerator json;
  private final JsonValues values;

  PathJson(JsonGenerator json, JsonValues values) {
    this.json = json;
    this.values = values;
  }

  /** Writes the fields of an object that has begun. */
  void write(PathFindings findings) throws IOException {
    APathSummary path = findings.path();
    json.writeStringField("measure", path.origin().measure());
    json.writeNumberField("persons", path.persons());
    json.writeArrayFieldStart("stages");
    for (StageResult stage : path.stages()) {
      json.writeStartObject();
      stage(stage);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("now");
    for (Standing standing : Standing.values()) {
      if (standing != Standing.NEW) {
        json.writeStartObject();
        standing(findings, standing);
        json.writeEndObject();
      }
    }
    json.writeEndArray();
    if (findings.hollow().isObserved()) {
      values.proportion("hollowAudience", findings.hollow().share());
    } else {
      json.writeNullField("hollowAudience");
    }
    advocates(findings);
  }

  private void stage(StageResult stage) throws IOException {
    json.writeStringField("stage", stage.stage().name());
    json.writeStringField(STATE, stage.isObserved() ? OBSERVED : NOT_OBSERVED);
    if (stage.isObserved()) {
      json.writeNumberField("people", stage.count());
    } else {
      json.writeNullField("people");
    }
    if (stage.isObserved() && stage.from().isPresent()) {
      json.writeStringField("from", stage.from().get().name());
      values.proportion("conversionSoFar", stage.conversionSoFar());
      values.estimate("within90Days", stage.within(QUARTER));
      json.writeNumberField("stillInTimeFor90Days", stage.stillInTime(QUARTER));
      values.duration("medianTime", stage.timeTo().median());
    }
  }

  private void standing(PathFindings findings, Standing standing) throws IOException {
    boolean isObserved = findings.state().isObserved(standing);
    json.writeStringField("standing", standing.name());
    json.writeBooleanField("lost", standing.isLost());
    json.writeStringField(STATE, isObserved ? OBSERVED : NOT_OBSERVED);
    if (isObserved) {
      json.writeNumberField("people", findings.state().count(standing));
      values.proportion("share", findings.state().share(standing));
    } else {
      json.writeNullField("people");
    }
  }

  private void advocates(PathFindings findings) throws IOException {
    if (!findings.advocates().isObserved()) {
      json.writeNullField("advocateCount");
      json.writeNullField("advocates");
      return;
    }
    json.writeNumberField("advocateCount", findings.advocates().count());
    json.writeArrayFieldStart("advocates");
    for (Advocate advocate : findings.advocates().list()) {
      json.writeStartObject();
      json.writeStringField("person", advocate.person());
      json.writeStringField("organization", advocate.organization());
      json.writeStringField("entered", advocate.entered().toString());
      json.writeStringField("since", advocate.since().toString());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
