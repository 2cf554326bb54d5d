import dev.repartee.apath.*;
import dev.repartee.dialogue.*;
import dev.repartee.examples.notebook.*;
import dev.repartee.funnel.*;
import dev.repartee.log.*;
import dev.repartee.measure.*;
import dev.repartee.model.*;
import dev.repartee.response.*;
import dev.repartee.stats.*;
import java.time.*;
import java.nio.file.Files;
import static dev.repartee.model.Sentiment.*;

void show(Object result) { System.out.println(String.valueOf(result).lines().findFirst().orElse("")); }

void table(Object result) { System.out.println(Notebook.table(result)); }

void picture(String svg) throws java.io.IOException { System.out.println("see " + Files.writeString(Files.createTempFile("repartee", ".svg"), svg)); }

EngagementLog log = Notebook.sample();
