package org.entezar.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.entezar.fixtures.Problems.assertCode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.entezar.collection.CollectionFixture.Tenant;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.Language;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Violation;
import org.entezar.platform.jobs.Job;
import org.entezar.platform.jobs.Jobs;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ImportsIT {

    private static CollectionFixture fixture;

    private Tenant hotel;
    private Campaign campaign;

    @BeforeAll
    static void start() {
        fixture = new CollectionFixture();
    }

    @AfterAll
    static void stop() {
        fixture.close();
    }

    @BeforeEach
    void make() {
        hotel = fixture.tenant();
        campaign = fixture.campaign(hotel);
    }

    private static Imports imports() {
        return fixture.collection.imports();
    }

    private Import upload(String text, Charset encoding) {
        return imports()
                .upload(
                        hotel.owner(),
                        hotel.workspace(),
                        Optional.of(campaign.id()),
                        "answers.csv",
                        new ByteArrayInputStream(text.getBytes(encoding)));
    }

    private Import run(ImportId id, boolean dryRun) throws InterruptedException {
        Job job = imports().start(hotel.owner(), hotel.workspace(), id, dryRun);
        CountDownLatch ended = new CountDownLatch(1);
        try (Jobs.Subscription following = fixture.jobs.follow(hotel.owner(), hotel.workspace(), job.id(), now -> {
            if (now.state().isEnd()) {
                ended.countDown();
            }
        })) {
            assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(following).isNotNull();
        }
        return imports().get(hotel.owner(), hotel.workspace(), id);
    }

    private List<StoredResponse> stored() {
        return fixture.collection
                .responses()
                .list(hotel.owner(), hotel.workspace(), campaign.id(), Optional.empty(), 1000)
                .responses();
    }

    private static final String PERSIAN = """
            شناسه;زمان;زبان;site;sq01_e;sq01_p;k01_f;k01_d;nps;why;Colour?;used;nights;ok;comment
            ۱;1404/12/25 14:30;fa;شمال;۶;کاملاً;1;5;۳;"دیر شد; خیلی";سبز;pool|spa;۲٫۵;بله;یک
            ۲;2026-03-19T08:00:00Z;fa;شمال;7;اصلاً;;;۹;;red;;;خیر;دو
            """;

    @Test
    void columnsAreProposedAndCellsReadInManyWays() throws InterruptedException {
        Import made = upload(PERSIAN, StandardCharsets.UTF_8);
        assertThat(made.shape().encoding()).isEqualTo("UTF-8");
        assertThat(made.mapping().targets())
                .extracting(ColumnTarget::toString)
                .containsExactly(
                        "id",
                        "submittedAt",
                        "language",
                        "context.site",
                        "answers.sq01.expected",
                        "answers.sq01.perceived",
                        "answers.k01.functional",
                        "answers.k01.dysfunctional",
                        "answers.nps",
                        "answers.why",
                        "answers.colour",
                        "answers.used",
                        "answers.nights",
                        "answers.ok",
                        "context.comment");
        List<PreviewRow> preview = imports().preview(hotel.owner(), hotel.workspace(), made.id());
        assertThat(preview).hasSize(2).allSatisfy(row -> assertThat(row.faults())
                .isEmpty());
        assertThat(run(made.id(), false).counts()).isEqualTo(new Import.Counts(2, 2, 0, 0));
        StoredResponse first = stored().get(0);
        // 25 Esfand 1404 in Tehran, three and a half hours ahead.
        assertThat(first.submittedAt()).isEqualTo(Instant.parse("2026-03-16T11:00:00Z"));
        assertThat(first.language()).contains("fa");
        assertThat(first.context()).containsEntry("site", "شمال");
        assertThat(first.answers())
                .hasToString("{\"ok\":true,\"k01\":{\"functional\":1,\"dysfunctional\":5},\"nps\":3,"
                        + "\"why\":\"دیر شد; خیلی\",\"sq01\":{\"expected\":6,\"perceived\":7},\"used\":[\"pool\",\"spa\"],"
                        + "\"colour\":\"green\",\"nights\":2.5}");
        assertThat(first.importId()).contains(made.id());
    }

    private static final String FAULTY = """
            id,sq01_e,sq01_p,nps,nights
            a,6,4,9,2
            b,8,4,9,2
            c,6,x,9,

            ,,,,
            d,,,,
            "e
            ",6,4,9,=1+1
            a,6,4,9,2
            a,7,4,9,2
            """;

    @Test
    void aDryRunTellsAndStoresNothing() throws InterruptedException {
        Import made = upload(FAULTY, StandardCharsets.UTF_8);
        Import checked = run(made.id(), true);
        assertThat(checked.state()).isEqualTo(ImportState.CHECKED);
        assertThat(checked.counts().refused()).isEqualTo(3);
        assertThat(stored()).isEmpty();
    }

    @Test
    void refusedRowsComeBackWithLineColumnAndReason() throws InterruptedException {
        Import made = upload(FAULTY, StandardCharsets.UTF_8);
        Import done = run(made.id(), false);
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.counts()).isEqualTo(new Import.Counts(7, 2, 1, 4));
        assertThat(stored()).hasSize(2);
        List<RefusedRow> refused = imports().refusals(hotel.owner(), hotel.workspace(), made.id(), 0, 100);
        assertThat(refused).extracting(RefusedRow::line).containsExactly(3L, 4L, 8L, 11L);
        assertThat(refused.get(0).faults())
                .containsExactly(new ImportFault("sq01_e", "8", ErrorCode.OUT_OF_RANGE, List.of(1, 7)));
        assertThat(refused.get(1).faults())
                .containsExactly(new ImportFault("sq01_p", "x", ErrorCode.NOT_AN_OPTION, List.of("x")));
        assertThat(refused.get(3).faults())
                .containsExactly(new ImportFault("", "", ErrorCode.RESPONSE_DIFFERS, List.of("a")));
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        imports().writeRefusals(hotel.owner(), hotel.workspace(), made.id(), Language.PERSIAN, report);
        assertThat(report.toString(StandardCharsets.UTF_8))
                .startsWith("\uFEFFسطر,ستون,مقدار,دلیل,کد\r\n3,sq01_e,8,")
                .contains("8,nights,'=1+1,");
    }

    @Test
    void anImportIsTakenBackAndFiguresOfBeforeStay() throws InterruptedException, SQLException {
        fixture.clock.set(CollectionFixture.START);
        Import made = upload(FAULTY, StandardCharsets.UTF_8);
        run(made.id(), false);
        fixture.clock.set(CollectionFixture.START.plusSeconds(60));
        Import undone = imports().undo(hotel.owner(), hotel.workspace(), made.id(), "wrong campaign");
        assertThat(undone.state()).isEqualTo(ImportState.UNDONE);
        assertThat(stored()).isEmpty();
        assertThat(fixture.collection
                        .campaigns()
                        .get(hotel.owner(), hotel.workspace(), campaign.id())
                        .responses())
                .isZero();
        assertThat(count(new ResponseSelection(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(CollectionFixture.START.plusSeconds(30)))))
                .isEqualTo(2);
        assertThat(count(ResponseSelection.ALL)).isZero();
        assertThat(fixture.count("select count(*) from history_entry where workspace_id = '" + hotel.workspace()
                        + "' and action = 'import.undone' and entry like '%wrong campaign%'"))
                .isEqualTo(1);
        assertThat(fixture.collection.responses().rebuild(hotel.owner(), hotel.workspace(), campaign.id()))
                .isEqualTo(2);
        assertThat(count(ResponseSelection.ALL)).isZero();
        // The same file can come again after that.
        Import again = upload(FAULTY, StandardCharsets.UTF_8);
        assertThat(run(again.id(), false).counts().accepted()).isEqualTo(2);
        assertCode(() -> imports().undo(hotel.owner(), hotel.workspace(), made.id(), "twice"), ErrorCode.STATE);
        fixture.clock.set(CollectionFixture.START);
    }

    private long count(ResponseSelection selection) {
        return fixture.collection
                .responses()
                .vectors(hotel.owner(), hotel.workspace(), campaign.id(), selection, (a, b, c, d) -> {});
    }

    @Test
    void theSameRowsAgainCountOnceWhenTheyHaveIds() throws InterruptedException {
        run(upload("id,sq01_e,sq01_p\na,6,4\nb,5,5\n", StandardCharsets.UTF_8).id(), false);
        Import longer = upload("id,sq01_e,sq01_p\na,6,4\nb,5,5\nc,7,7\n", StandardCharsets.UTF_8);
        assertThat(run(longer.id(), true).counts()).isEqualTo(new Import.Counts(3, 1, 2, 0));
        assertThat(run(longer.id(), false).counts()).isEqualTo(new Import.Counts(3, 1, 2, 0));
        assertThat(stored()).hasSize(3);
    }

    @Test
    void theSameFileAgainIsRefusedWhenItsRowsHaveNone() throws InterruptedException {
        String file = "sq01_e,sq01_p\n6,4\n5,5\n";
        run(upload(file, StandardCharsets.UTF_8).id(), false);
        ImportId again = upload(file, StandardCharsets.UTF_8).id();
        assertCode(() -> imports().start(hotel.owner(), hotel.workspace(), again, false), ErrorCode.ALREADY_EXISTS);
    }

    @Test
    void aRunThatWasCutOffGoesOnWithoutDoublingARow() throws Exception {
        StringBuilder file = new StringBuilder("sq01_e,sq01_p\n");
        for (int i = 0; i < 1_700; i++) {
            file.append(1 + i % 7).append(',').append(i % 5 == 0 ? 9 : 4).append('\n');
        }
        Import made = upload(file.toString(), StandardCharsets.UTF_8);
        run(made.id(), false);
        // As a crash after the second step leaves it: the later steps are not there.
        String mine = " where workspace_id = '" + hotel.workspace() + "'";
        fixture.execute("update job set state = 'RUNNING', done = 1000" + mine);
        fixture.execute(
                "update response_import set state = 'RUNNING', read_rows = 1000, accepted = 800, refused = 200" + mine);
        fixture.execute("delete from import_refusal" + mine + " and line > 1001");
        fixture.execute("delete from response_vector" + mine + " and response_id in (select id from response" + mine
                + " order by ctid offset 800)");
        fixture.execute(
                "delete from response" + mine + " and id not in (select response_id from response_vector" + mine + ")");
        fixture.execute(
                "delete from response_unsealed" + mine + " and id not in (select id from response" + mine + ")");
        assertThat(fixture.count("select count(*) from response" + mine)).isEqualTo(800);
        Job job = fixture.jobs.list(hotel.owner(), hotel.workspace()).get(0);
        CountDownLatch ended = new CountDownLatch(1);
        try (Jobs.Subscription following = fixture.jobs.follow(hotel.owner(), hotel.workspace(), job.id(), now -> {
            if (now.state().isEnd()) {
                ended.countDown();
            }
        })) {
            fixture.jobs.recover(List.of(hotel.workspace()));
            assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(following).isNotNull();
        }
        Import done = imports().get(hotel.owner(), hotel.workspace(), made.id());
        assertThat(done.state()).isEqualTo(ImportState.DONE);
        assertThat(done.counts()).isEqualTo(new Import.Counts(1_700, 1_360, 0, 340));
        assertThat(fixture.count("select count(*) from response" + mine)).isEqualTo(1_360);
        assertThat(fixture.count("select count(*) from response_vector" + mine)).isEqualTo(1_360);
        assertThat(fixture.count("select count(*) from import_refusal" + mine)).isEqualTo(340);
    }

    @Test
    void aMappingThatFitsNothingIsRefusedWithItsPlaces() {
        Import made = upload("a,b,c\n1,2,3\n", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> imports()
                        .map(
                                hotel.owner(),
                                hotel.workspace(),
                                made.id(),
                                new ImportMapping(
                                        List.of(
                                                ColumnTarget.parse("answers.sq01"),
                                                ColumnTarget.parse("context.a b"),
                                                ColumnTarget.parse("answers.nope")),
                                        ImportMapping.DateOrder.DAY_FIRST,
                                        "Mars/Olympus")))
                .isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.violations())
                        .extracting(Violation::pointer)
                        .containsExactly("/timeZone", "/targets/0", "/targets/1", "/targets/2"));
        assertCode(() -> ColumnTarget.parse("nonsense"), ErrorCode.NOT_AN_OPTION);
    }

    @Test
    void anExportCanBeImported() throws InterruptedException {
        fixture.collection
                .responses()
                .submit(
                        hotel.owner(),
                        hotel.workspace(),
                        campaign.id(),
                        new NewResponse(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("fa"),
                                Map.of("site", "north", "segment", "family"),
                                Stay.answers("{\"sq01\":{\"expected\":6,\"perceived\":4},\"nps\":3,\"why\":\"slow\","
                                        + "\"colour\":\"red\",\"used\":[\"gym\",\"pool\"],\"nights\":2,\"ok\":true}")));
        StoredResponse before = stored().get(0);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        fixture.collection
                .responses()
                .export(
                        hotel.owner(),
                        hotel.workspace(),
                        campaign.id(),
                        ResponseSelection.ALL,
                        ExportFormat.CSV_FOR_EXCEL,
                        file);
        campaign = fixture.campaign(hotel);
        Import made = upload(file.toString(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThat(run(made.id(), false).counts()).isEqualTo(new Import.Counts(1, 1, 0, 0));
        StoredResponse after = stored().get(0);
        assertThat(after.answers()).isEqualTo(before.answers());
        assertThat(after.context()).isEqualTo(before.context());
        assertThat(after.submittedAt()).isEqualTo(before.submittedAt());
        assertThat(after.language()).isEqualTo(before.language());
    }

    @Test
    void anotherWorkspacesImportIsNotThere() {
        Import made = upload("sq01_e\n1\n", StandardCharsets.UTF_8);
        Tenant stranger = fixture.tenant();
        assertCode(() -> imports().get(stranger.owner(), stranger.workspace(), made.id()), ErrorCode.NOT_FOUND);
        assertCode(
                () -> imports().start(stranger.owner(), stranger.workspace(), made.id(), false), ErrorCode.NOT_FOUND);
        assertCode(() -> imports().undo(stranger.owner(), stranger.workspace(), made.id(), "x"), ErrorCode.NOT_FOUND);
        assertCode(
                () -> imports()
                        .upload(
                                stranger.owner(),
                                stranger.workspace(),
                                Optional.of(campaign.id()),
                                "x.csv",
                                new ByteArrayInputStream(new byte[] {'a', '\n'})),
                ErrorCode.NOT_FOUND);
    }

    @Test
    void aFileAloneBecomesACampaignOrNothingAtAll() throws InterruptedException {
        try (CollectionFixture empty = new CollectionFixture()) {
            Tenant tenant = empty.tenant();
            Imports files = empty.collection.imports();
            Import made = files.upload(
                    tenant.owner(),
                    tenant.workspace(),
                    Optional.empty(),
                    "a.csv",
                    new ByteArrayInputStream(
                            "شناسه,بخش,کیفیت_e,کیفیت_p,nps\n1,آ,7,5,9\n2,ب,6,شش,10\n3,آ,6,6,0\n4,ب,1,1,1\n"
                                    .getBytes(StandardCharsets.UTF_8)));
            FileSurvey survey = files.survey(
                    tenant.owner(), tenant.workspace(), made.id(), "file", LocalizedText.of("fa", "پرونده"), "fa");
            assertThat(survey.mapping().targets().stream().map(ColumnTarget::toString))
                    .containsExactly("id", "ignore", "answers.q3.expected", "answers.q3.perceived", "answers.nps");
            assertThat(files.columns(tenant.owner(), tenant.workspace(), made.id())
                            .get(1))
                    .isEqualTo(new FileColumn("بخش", List.of("آ", "ب"), "column2"));

            assertThatThrownBy(() ->
                            files.found(tenant.owner(), tenant.workspace(), made.id(), survey, LocalizedText.EMPTY))
                    .isInstanceOf(Problem.class);
            assertThat(empty.collection.campaigns().list(tenant.owner(), tenant.workspace()))
                    .isEmpty();

            Import mapped = files.found(
                    tenant.owner(), tenant.workspace(), made.id(), survey, LocalizedText.of("fa", "پرونده"));
            assertThat(mapped.campaign()).isPresent();
            assertThat(mapped.mapping()).isEqualTo(survey.mapping());
        }
    }

    @Test
    void whatNeverRanCanBeLaidAside() {
        Import made = upload("id,sq01_e\n1,5\n", StandardCharsets.UTF_8);
        assertThat(imports()
                        .undo(hotel.owner(), hotel.workspace(), made.id(), "")
                        .state())
                .isEqualTo(ImportState.UNDONE);
        assertThatThrownBy(() -> imports().start(hotel.owner(), hotel.workspace(), made.id(), false))
                .isInstanceOf(Problem.class);
    }
}
