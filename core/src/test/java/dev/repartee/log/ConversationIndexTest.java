package dev.repartee.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every message finds its conversation, however long conversations are. */
class ConversationIndexTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 63, 64, 65, 200, 5000})
  void everyMessageFindsItsConversation(int longest) {
    Random random = new Random(longest);
    for (int conversations : new int[] {0, 1, 2, 64, 500}) {
      int[] starts = new int[conversations + 1];
      for (int c = 0; c < conversations; c++) {
        starts[c + 1] = starts[c] + 1 + random.nextInt(longest);
      }
      ConversationIndex index = new ConversationIndex(starts);
      for (int c = 0; c < conversations; c++) {
        for (int message = starts[c]; message < starts[c + 1]; message++) {
          assertEquals(c, index.of(message));
          assertEquals(starts[c], index.opener(message));
        }
      }
    }
  }
}
