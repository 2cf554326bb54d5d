package dev.repartee.promise;

/** Whether a promise is kept. */
public enum PromiseVerdict {
  /** It is shown to be broken. */
  BROKEN,
  /** The data show neither. */
  UNPROVEN,
  /** Nothing that was promised has come due. */
  NO_DATA,
  /** It is shown to be kept. */
  KEPT
}
