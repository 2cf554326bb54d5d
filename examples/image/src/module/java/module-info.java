module dev.repartee.examples.image {
  requires dev.repartee;
}
