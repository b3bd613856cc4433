package conveyarr.upstream.lidarr;

import conveyarr.events.MediaId;
import conveyarr.upstream.ArrOrdersContract;
import conveyarr.upstream.Sighting.Title;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Optional;

@QuarkusTest
class LidarrOrdersTest extends ArrOrdersContract {
    private static final String LISTED = """
            [{"id":8,"foreignAlbumId":"00000000-7777-8888-9999-000000000000"},
             {"id":9,"foreignAlbumId":"66666666-7777-8888-9999-000000000000","monitored":true,"releaseDate":"2020-01-01T00:00:00Z","statistics":{"trackFileCount":3,"percentOfTracks":30.0}}]""";
    private static final String ROW = """
            {"records":[{"id":31,"albumId":9,"album":{"id":9,"foreignAlbumId":"66666666-7777-8888-9999-000000000000","title":"Example Album"},
             "title":"Example","status":"Downloading","downloadId":"%s"}]}""";
    private static final String STOCKED = """
            [{"id":5,"title":"None","foreignAlbumId":"00000000-7777-8888-9999-000000000000","statistics":{"trackFileCount":0}},
             {"id":9,"title":"Example Album","foreignAlbumId":"66666666-7777-8888-9999-000000000000","releaseDate":"2020-01-01T00:00:00Z","statistics":{"trackFileCount":2}}]""";

    LidarrOrdersTest() {
        super(
                new LidarrKind(),
                "lidarr",
                new Sample(
                        MediaId.album("66666666-7777-8888-9999-000000000000"),
                        "/api/v1/album",
                        LISTED,
                        ROW,
                        ROW.replace("66666666", "77777777"),
                        "includeUnknownArtistItems=true",
                        new Sent(
                                List.of("\"name\":\"AlbumSearch\"", "\"albumIds\":[9]"),
                                List.of("\"name\":\"RefreshAlbum\"", "\"albumId\":9")),
                        new Stocked(
                                "/api/v1/trackfile?albumId=9",
                                STOCKED,
                                new Title("Example Album", Optional.of(2020)))));
    }
}
