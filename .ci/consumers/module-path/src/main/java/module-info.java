module org.example.modular {
  requires dev.repartee;
}
