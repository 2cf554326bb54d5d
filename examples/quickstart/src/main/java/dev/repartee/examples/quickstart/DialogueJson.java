package dev.repartee.examples.quickstart;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.repartee.dialogue.CannedSummary;
import dev.repartee.dialogue.DialogueSummary;
import dev.repartee.dialogue.DialogueSummary.Form;
import dev.repartee.dialogue.EffortSummary;
import dev.repartee.dialogue.OrganizationMeans;
import dev.repartee.response.ResponseSummary;
import dev.repartee.stats.CountDistribution;
import dev.repartee.structure.StructureSummary;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Writes for programs whether it becomes a conversation, and what that is like. */
final class DialogueJson {
  private final JsonGenerator json;
  private final JsonValues values;
  private final MeasureOptions options;

  DialogueJson(JsonGenerator json, MeasureOptions options) {
    this.json = json;
    this.values = new JsonValues(json);
    this.options = options;
  }

  /** The fields of everything there is to say. */
  void write(Talk talk) throws IOException {
    dialogue(talk.dialogue());
    if (talk.means().isPresent()) {
      means(talk.means().get());
    }
    canned(talk.canned());
    effort(talk.effort());
    structure(talk.structure());
    people(talk.people());
  }

  /** The fields of a dialogue alone. */
  void dialogue(DialogueSummary dialogue) throws IOException {
    json.writeStringField("measure", dialogue.origin().measure());
    json.writeBooleanField("includingOpen", options.isIncludingOpen);
    json.writeNumberField("conversations", dialogue.strands());
    for (Form form : Form.values()) {
      json.writeNumberField(Choices.text(form), dialogue.count(form));
    }
    json.writeNumberField("open", dialogue.open());
    json.writeNumberField("automatic", dialogue.automatic());
    json.writeNumberField("unaddressed", dialogue.unaddressed());
    json.writeNumberField("audienceMessages", dialogue.audienceMessages());
    json.writeNumberField("organizationMessages", dialogue.organizationMessages());
    json.writeNumberField("organizationsPooled", dialogue.organizations().size());
    values.proportion("twoWay", dialogue.twoWay());
    values.proportion("twoWayOfAll", dialogue.twoWayOfAll());
    values.proportion("returned", dialogue.returned());
    values.proportion("openerReturned", dialogue.openerReturned());
    values.proportion("openerReturnedDirectly", dialogue.openerReturnedDirectly());
    values.proportion("bothSpoke", dialogue.bothSpoke());
    values.proportion("atLeastThreeTurns", dialogue.atLeastTurns(3));
    values.proportion("lastWordOfAudience", dialogue.lastWordOfAudience());
    values.proportion("messagesToAudience", dialogue.messagesToAudience());
    values.proportion("messagesOpening", dialogue.messagesOpening());
    values.proportion("messagesToOwnOrUnknown", dialogue.messagesToOwnOrUnknown());
    values.proportion("unpromptedCare", dialogue.unpromptedCare());
    values.proportion("humanFace", dialogue.humanFace());
    values.estimate("balance", dialogue.balance());
  }

  private void means(OrganizationMeans means) throws IOException {
    json.writeObjectFieldStart("meanOfOrganizations");
    json.writeNumberField("twoWayOf", means.counted(DialogueSummary::twoWay));
    values.estimate("twoWay", means.mean(DialogueSummary::twoWay));
    json.writeNumberField("returnedOf", means.counted(DialogueSummary::returned));
    values.estimate("returned", means.mean(DialogueSummary::returned));
    json.writeEndObject();
  }

  private void canned(CannedSummary canned) throws IOException {
    json.writeObjectFieldStart("cannedAnswers");
    values.proportion("canned", canned.canned());
    json.writeNumberField("texts", canned.texts());
    json.writeNumberField("withoutFingerprint", canned.withoutFingerprint());
    json.writeEndObject();
  }

  private void effort(EffortSummary effort) throws IOException {
    json.writeObjectFieldStart("effort");
    json.writeNumberField("answered", effort.answered());
    json.writeNumberField("unanswered", effort.unanswered());
    json.writeNumberField("open", effort.open());
    distribution("messages", effort.messages());
    distribution("handOffs", effort.handOffs());
    distribution("departmentHandOffs", effort.departmentHandOffs());
    json.writeEndObject();
  }

  private void structure(StructureSummary structure) throws IOException {
    json.writeObjectFieldStart("structure");
    json.writeNumberField("conversations", structure.conversations());
    json.writeNumberField("open", structure.open());
    json.writeNumberField("ofOneMessage", structure.single());
    json.writeNumberField("messagesWithoutParent", structure.flatMessages());
    distribution("depth", structure.depth());
    distribution("width", structure.width());
    distribution("size", structure.size());
    distribution("participants", structure.participants());
    distribution("hIndex", structure.hIndex());
    values.estimate("meanDistance", structure.meanDistance());
    conversation("largest", structure.largest());
    conversation("mostViral", structure.mostViral());
    json.writeEndObject();
  }

  private void distribution(String name, CountDistribution numbers) throws IOException {
    json.writeObjectFieldStart(name);
    json.writeNumberField("count", numbers.count());
    values.estimate("mean", numbers.mean());
    json.writeArrayFieldStart("bins");
    for (CountDistribution.Bin bin : numbers.bins()) {
      json.writeStartObject();
      json.writeNumberField("from", bin.fromInclusive());
      json.writeNumberField("to", bin.toInclusive());
      json.writeNumberField("count", bin.count());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void conversation(String name, Optional<StructureSummary.Conversation> conversation)
      throws IOException {
    if (conversation.isEmpty()) {
      json.writeNullField(name);
      return;
    }
    json.writeObjectFieldStart(name);
    json.writeStringField("opener", conversation.get().opener());
    json.writeStringField("since", conversation.get().since().toString());
    json.writeNumberField("messages", conversation.get().messages());
    json.writeNumberField("depth", conversation.get().depth());
    json.writeEndObject();
  }

  /** By name where they are few, else none. */
  private void people(Map<String, ResponseSummary> people) throws IOException {
    json.writeArrayFieldStart("people");
    for (Map.Entry<String, ResponseSummary> person : new TreeMap<>(people).entrySet()) {
      json.writeStartObject();
      json.writeStringField("person", person.getKey());
      json.writeNumberField("answered", person.getValue().answered());
      json.writeNumberField("answeredDirectly", person.getValue().answeredDirectly());
      json.writeNumberField("waiting", person.getValue().waiting());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
