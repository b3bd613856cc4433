package conveyarr.upstream.readarr;

import conveyarr.events.MediaId;
import conveyarr.upstream.ArrOrdersContract;
import conveyarr.upstream.Sighting.Title;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;

@QuarkusTest
class ReadarrOrdersTest extends ArrOrdersContract {
    private static final String LISTED = """
            [{"id":5,"foreignBookId":"1"},
             {"id":6,"foreignBookId":"5678","monitored":true,"releaseDate":"2019-05-01T00:00:00Z","statistics":{"bookFileCount":0}}]""";
    private static final String ROW = """
            {"records":[{"id":31,"bookId":6,"book":{"id":6,"foreignBookId":"5678","title":"Example Book"},
             "title":"Example","status":"Downloading","downloadId":"%s"}]}""";
    private static final String STOCKED = """
            [{"id":5,"title":"None","foreignBookId":"1","statistics":{"bookFileCount":0}},
             {"id":6,"title":"Example Book","foreignBookId":"5678","releaseDate":"2019-05-01T00:00:00Z","statistics":{"bookFileCount":2}}]""";

    ReadarrOrdersTest() {
        super(
                new ReadarrKind(),
                "readarr",
                new Sample(
                        MediaId.book("5678"),
                        "/api/v1/book",
                        LISTED,
                        ROW,
                        ROW.replace("5678", "9"),
                        "includeUnknownAuthorItems=true",
                        new Sent(
                                List.of("\"name\":\"BookSearch\"", "\"bookIds\":[6]"),
                                List.of("\"name\":\"RefreshBook\"", "\"bookId\":6")),
                        new Stocked(
                                "/api/v1/bookfile?bookId=6", STOCKED, new Title("Example Book", Optional.of(2019)))));
    }
}
