import dev.repartee.log.EngagementLog
import dev.repartee.measure.Dimension
import dev.repartee.model.Directory
import dev.repartee.model.Post
import dev.repartee.model.Reply
import dev.repartee.response.ResponseTime
import java.time.Duration

/** Lambdas, properties and generic results of the library, seen from Kotlin. */
fun main() {
    val directory = Directory.builder()
        .organization("Acme") { it.member("acme_care", "Support") }
        .build()
    val log = EngagementLog.builder(directory)
        .add(Post.of("p1", "carl", "2026-01-05T09:00:00Z").channel("blog"))
        .add(Reply.of("r1", "acme_care", "2026-01-05T09:42:00Z").to("p1").channel("blog"))
        .add(Post.of("p2", "dora", "2026-01-05T10:00:00Z").channel("chat"))
        .asOf("2026-02-01T00:00:00Z")
        .build()
    val response = log.measure(ResponseTime.eachTurn())
    println(response)
    val byChannel = log.measure(ResponseTime.eachTurn().by(Dimension.CHANNEL))
    println("waiting on chat: ${byChannel["chat"].waiting()}")
    println("within an hour: ${response.within(Duration.ofHours(1))}")
    println("of messages: ${log.filter("messages") { it.isMessage }.measure(ResponseTime.eachTurn())}")
}
