/** Measures whether an organization really converses with the people it serves. */
module dev.repartee {
  requires com.google.common;
  requires static org.jspecify;
  requires org.slf4j;

  exports dev.repartee.apath;
  exports dev.repartee.breadth;
  exports dev.repartee.buzz;
  exports dev.repartee.change;
  exports dev.repartee.consistency;
  exports dev.repartee.dialogue;
  exports dev.repartee.exchange;
  exports dev.repartee.funnel;
  exports dev.repartee.live;
  exports dev.repartee.log;
  exports dev.repartee.measure;
  exports dev.repartee.model;
  exports dev.repartee.openness;
  exports dev.repartee.participation;
  exports dev.repartee.person;
  exports dev.repartee.promise;
  exports dev.repartee.resolution;
  exports dev.repartee.response;
  exports dev.repartee.scorecard;
  exports dev.repartee.stats;
  exports dev.repartee.structure;
  exports dev.repartee.text;
  exports dev.repartee.ties;
}
