package dev.repartee.participation;

import dev.repartee.internal.tally.NotPooled;
import dev.repartee.measure.Facts;
import dev.repartee.measure.Facts.State;
import dev.repartee.measure.Facts.Unit;
import dev.repartee.participation.InsideOut.AskedDepartment;
import dev.repartee.participation.Involvement.TieKind;
import dev.repartee.stats.EIIndex;
import dev.repartee.stats.Estimate;
import dev.repartee.stats.Evenness;
import dev.repartee.stats.SurvivalCurve;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a participation summary says, as rows. */
final class ParticipationFacts {
  private static final Duration DAY = Duration.ofDays(1);

  private ParticipationFacts() {}

  static Facts of(ParticipationSummary summary) {
    Map<String, Involvement> organizations = new LinkedHashMap<>();
    summary.organizations().forEach(name -> organizations.put(name, summary.organization(name)));
    Facts.Builder facts =
        Facts.of(summary.origin())
            .count(
                "messages_of_members",
                organizations.values().stream().mapToLong(Involvement::messages).sum());
    if (organizations.size() == 1) {
      whoSpeaks(facts, organizations.values().iterator().next());
    } else {
      NotPooled.add(facts, "departments_active", Unit.SHARE, organizations.size());
      NotPooled.add(facts, "members_active", Unit.SHARE, organizations.size());
    }
    facts
        .inDetail()
        .count("organizations", organizations.size())
        .count("strands_of_more_than_64_members", summary.assemblies())
        .count("times_against_order", summary.clockSkew());
    organizations.forEach(
        (name, one) -> {
          Facts.Builder own = facts.about("organization", name);
          organization(own, one, summary.usualDepartments());
          InsideOut insideOut = summary.insideOut(name);
          own.number("inside_out", insideOut.spearman())
              .count("departments_compared", insideOut.compared().size());
          for (AskedDepartment department : insideOut.departments()) {
            department(own.about("department", department.name()), one, department);
          }
        });
    return facts.build();
  }

  private static void whoSpeaks(Facts.Builder facts, Involvement one) {
    facts
        .share("departments_active", one.activeDepartments())
        .share("members_active", one.activeMembers());
  }

  private static void organization(Facts.Builder facts, Involvement one, List<String> usual) {
    facts.count("messages_of_members", one.messages());
    whoSpeaks(facts, one);
    facts
        .share("leaders_active", one.activeLeaders())
        .share("replies_by_leaders", one.leadersShareOfReplies());
    if (one.departments().stream().anyMatch(usual::contains)) {
      facts.share("messages_outside_usual_departments", one.outsideShare());
    } else {
      facts.missing(
          "messages_outside_usual_departments",
          Unit.SHARE,
          State.NOT_DEFINED,
          "no department is called " + String.join(" or ", usual));
    }
    evenness(facts, "departments", one.effectiveDepartments(), one.departmentEvenness());
    evenness(facts, "members", one.effectiveMembers(), one.memberEvenness());
    facts.share("members_again_next_month", one.retention());
    for (TieKind kind : TieKind.values()) {
      silos(facts, kind, one.silos(kind));
    }
    SurvivalCurve owner = one.ownerCurve();
    facts
        .share("turns_answered_so_far", one.coverage())
        .share("turns_answered_within_24h", one.within(DAY))
        .share("owned_topics_answered_by_owner", one.rightHands())
        .count("turns_on_owned_topics", owner.count())
        .time("owner_wait_median", owner.median())
        .share("handed_on_within_24h", one.handOffs().within(DAY));
  }

  private static void evenness(
      Facts.Builder facts, String of, Estimate inEffect, Evenness evenness) {
    facts
        .count(of, evenness.categories())
        .number(of + "_in_effect", inEffect)
        .number(of + "_in_effect_as_counted", evenness.effectiveNumber())
        .number(of + "_entropy", evenness.entropy())
        .number(of + "_pielou", evenness.pielou(), "fewer than 2 " + of + ", or no message")
        .number(of + "_gini", evenness.gini());
    if (evenness.absenceFactor() == 0) {
      facts.missing(of + "_that_make_half", Unit.COUNT, State.NO_DATA, "");
    } else {
      facts.count(of + "_that_make_half", evenness.absenceFactor());
    }
  }

  private static void silos(Facts.Builder facts, TieKind kind, EIIndex index) {
    String of =
        switch (kind) {
          case REPLY -> "by_replies";
          case JOINT_WORK -> "by_joint_work";
          case ANY -> "of_any_kind";
        };
    String ties = "ties_" + of;
    String silos = "silos_" + of;
    String whyNot =
        index.isDefined() ? "too many contacts to shuffle" : "too few ties or departments";
    facts
        .count(ties, index.ties())
        .number(ties + "_between_departments", index.external())
        .number(ties + "_within_departments", index.internal())
        .count("members_with_" + ties, index.members())
        .number(silos, index.raw(), whyNot)
        .number(silos + "_by_chance", index.expected(), whyNot)
        .number(silos + "_at_least", index.min(), whyNot)
        .number(silos + "_at_most", index.max(), whyNot)
        .number(silos + "_centred", index.centred(), whyNot);
    if (kind == TieKind.REPLY) {
      facts.share(silos + "_p", index.pValue(), whyNot);
    }
  }

  private static void department(Facts.Builder facts, Involvement one, AskedDepartment department) {
    facts
        .count("messages_of_members", one.messages(department.name()))
        .share("turns_answered_so_far_without", one.coverageWithout(department.name()))
        .share("turns_answered_within_24h_without", one.withinWithout(department.name(), DAY))
        .count("inside_questions", department.inside().count())
        .count("inside_questions_answered", department.inside().eventCount())
        .share("inside_answered_within_24h", department.insideWithin())
        .count("outside_questions", department.outside().count())
        .count("outside_questions_answered", department.outside().eventCount())
        .share("outside_answered_within_24h", department.outsideWithin());
  }
}
