package org.entezar.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.entezar.collection.Campaign;
import org.entezar.collection.CampaignChange;
import org.entezar.collection.CampaignId;
import org.entezar.collection.ExportFormat;
import org.entezar.collection.LineResult;
import org.entezar.collection.NewCampaign;
import org.entezar.collection.NewResponse;
import org.entezar.collection.ResponseConditions;
import org.entezar.collection.ResponseFilter;
import org.entezar.collection.ResponseId;
import org.entezar.collection.ResponseOrder;
import org.entezar.collection.ResponseSelection;
import org.entezar.collection.ResponseSlice;
import org.entezar.collection.VectorVisitor;
import org.entezar.kernel.Caller;
import org.entezar.kernel.ErrorCode;
import org.entezar.kernel.LocalizedText;
import org.entezar.kernel.Permission;
import org.entezar.kernel.Problem;
import org.entezar.kernel.Role;
import org.entezar.kernel.WorkspaceId;
import org.entezar.workspace.SharingDoor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An analyst with whom one campaign is shared sees that one as before, and of all others nothing at all. */
class SharedCampaignsIT {

    private static final String DOCUMENT = """
        {'key':'%s','title':{'en':'Stay'},'languages':['en'],'sections':[{'key':'s','title':{'en':'S'},'items':[
         {'key':'sq01','category':'reliability','text':{'en':'Kept its word'},'facets':['expected','perceived'],'scale':{'min':1,'max':7}},
         {'key':'agree','type':'consent','text':{'en':'You may use it'}},
         {'key':'nps','type':'nps','text':{'en':'Recommend?'}}]}]}\
        """;
    private static final Instant MARCH = Instant.parse("2026-03-01T00:00:00Z");

    private InsightFixture fixture;
    private WorkspaceId workspace;
    private Campaign seen;
    private Campaign hidden;
    private Caller bound;
    private ResponseId seenResponse;
    private ResponseId hiddenResponse;
    private KeptInsight seenInsight;
    private KeptInsight hiddenInsight;

    @BeforeEach
    void start() {
        fixture = new InsightFixture(DOCUMENT.formatted("stay"));
        workspace = fixture.workspace;
        seen = fixture.campaign;
        hidden = fixture.collection
                .campaigns()
                .create(fixture.owner, workspace, NewCampaign.of("stay", 1, LocalizedText.of("en", "Autumn")));
        seenResponse = send(seen, 8, "{'sq01':{'expected':7,'perceived':4},'nps':9}");
        hiddenResponse = send(hidden, 6, "{'sq01':{'expected':2,'perceived':3},'nps':1}");
        seenInsight = keep(seen);
        hiddenInsight = keep(hidden);
        bound = bound(Role.ANALYST, Set.of(seen.id().value()));
    }

    @AfterEach
    void stop() {
        fixture.close();
    }

    private ResponseId send(Campaign campaign, int times, String answers) {
        List<NewResponse> responses = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            responses.add(new NewResponse(
                    Optional.empty(),
                    Optional.of(MARCH.plusSeconds(i)),
                    Optional.empty(),
                    Map.of("segment", campaign.name().texts().get("en")),
                    InsightFixture.answers(answers)));
        }
        List<LineResult> sent =
                fixture.collection.responses().submitMany(fixture.owner, workspace, campaign.id(), responses);
        assertThat(sent).allMatch(line -> line.outcome() == LineResult.Outcome.ACCEPTED);
        return fixture.collection
                .responses()
                .list(fixture.owner, workspace, campaign.id(), ResponseFilter.COUNTED, Optional.empty(), 1)
                .responses()
                .get(0)
                .id();
    }

    private KeptInsight keep(Campaign campaign) {
        return fixture.kept.keep(fixture.owner, workspace, campaign.id(), InsightMethod.NPS, Selection.ALL);
    }

    /** As the door leaves somebody with whom these are shared. */
    private Caller bound(Role role, Set<UUID> campaigns) {
        Caller member = fixture.member(role);
        Caller.Membership all = member.memberships().get(workspace);
        Set<Permission> plain = EnumSet.copyOf(all.permissions());
        plain.removeAll(SharingDoor.WITH_CAMPAIGNS);
        Set<Permission> shared = EnumSet.copyOf(all.permissions());
        shared.retainAll(SharingDoor.WITH_CAMPAIGNS);
        return member.with(Map.of(
                workspace,
                new Caller.Membership(all.alias(), all.roles(), plain, new Caller.Shared(campaigns, shared))));
    }

    private static ErrorCode refusal(ThrowingCallable call) {
        Throwable thrown = org.assertj.core.api.Assertions.catchThrowable(call);
        if (thrown instanceof Problem problem) {
            return problem.code();
        }
        throw new AssertionError("not refused", thrown);
    }

    /** The faces that know a campaign. */
    private Stream<Object> faces() {
        return Stream.of(
                fixture.collection.campaigns(),
                fixture.collection.responses(),
                fixture.collection.responseLists(),
                fixture.collection.visits(),
                fixture.collection.consents(),
                fixture.collection.imports(),
                fixture.collection.persons(),
                fixture.collection.personRights(),
                fixture.collection.holds(),
                fixture.collection.retention(),
                fixture.collection.sealedResponses(),
                fixture.insights,
                fixture.kept,
                fixture.histories);
    }

    private static Stream<Method> operations(Object face) {
        return Arrays.stream(face.getClass().getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()) && !method.isSynthetic())
                .filter(method -> Arrays.asList(method.getParameterTypes()).contains(Caller.class)
                        && Arrays.asList(method.getParameterTypes()).contains(WorkspaceId.class));
    }

    /** What every operation is asked with, so that nothing but the campaign can be why it is refused. */
    private Object argument(Parameter parameter, Caller caller, CampaignId campaign, ResponseId response) {
        Class<?> type = parameter.getType();
        if (type == Caller.class) {
            return caller;
        } else if (type == WorkspaceId.class) {
            return workspace;
        } else if (type == CampaignId.class) {
            return campaign;
        } else if (type == ResponseId.class) {
            return response;
        } else if (type == Optional.class) {
            return parameter.getParameterizedType().getTypeName().contains("CampaignId")
                    ? Optional.of(campaign)
                    : Optional.empty();
        } else if (type == Set.class) {
            return Set.of(campaign);
        } else if (type == Selection.class) {
            boolean past = parameter.getDeclaringExecutable().getName().equals("compare");
            return past ? Selection.ALL.asOf(Optional.of(MARCH)) : Selection.ALL;
        } else if (type == KeptInsightId.class) {
            return (campaign.equals(hidden.id()) ? hiddenInsight : seenInsight).id();
        }
        return VALUES.entrySet().stream()
                .filter(value -> value.getKey().isAssignableFrom(type))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }

    private static final Map<Class<?>, Object> VALUES = Map.ofEntries(
            Map.entry(int.class, 1),
            Map.entry(long.class, 1L),
            Map.entry(boolean.class, true),
            Map.entry(String.class, "words"),
            Map.entry(List.class, List.of()),
            Map.entry(Instant.class, MARCH),
            Map.entry(ZoneId.class, ZoneOffset.UTC),
            Map.entry(InsightMethod.class, InsightMethod.NPS),
            Map.entry(ResponseFilter.class, ResponseFilter.COUNTED),
            Map.entry(ResponseConditions.class, ResponseConditions.ALL),
            Map.entry(ResponseOrder.class, ResponseOrder.LATEST),
            Map.entry(ResponseSelection.class, ResponseSelection.ALL),
            Map.entry(ExportFormat.class, ExportFormat.CSV),
            Map.entry(CampaignChange.class, CampaignChange.to(CampaignChange.Step.PAUSE)),
            Map.entry(OutputStream.class, OutputStream.nullOutputStream()),
            Map.entry(VectorVisitor.class, (VectorVisitor) (codes, offset, length, at) -> {}),
            Map.entry(Supplier.class, (Supplier<VectorVisitor>) () -> (codes, offset, length, at) -> {}),
            Map.entry(Consumer.class, (Consumer<Object>) one -> {}));

    private Object invoke(Object face, Method method, Caller caller, CampaignId campaign, ResponseId response)
            throws Throwable {
        Object[] arguments = Arrays.stream(method.getParameters())
                .map(parameter -> argument(parameter, caller, campaign, response))
                .toArray();
        try {
            return method.invoke(face, arguments);
        } catch (InvocationTargetException refused) {
            throw refused.getCause();
        }
    }

    /** Operations whose answer keeps to what is shared; each is asked about below. */
    private static final Set<String> FILTERED = Set.of(
            "Campaigns.list",
            "Campaigns.responses",
            "ResponseLists.ofWorkspace",
            "ResponseLists.campaign",
            "SatisfactionHistories.of",
            "SatisfactionHistories.questionnaires",
            "Insights.categoryNames");

    /** Need documents that nothing here makes, and a permission that nobody has who is bound. */
    private static final Set<String> UNASKED = Set.of("Imports.found", "SatisfactionHistories.of");

    /** Of all responses of a workspace, whichever campaign they answer: not for somebody who is bound. */
    private static final Set<String> LOST = Set.of(
            "Persons.codes", "SealedResponses.batches", "SealedResponses.strays", "SealedResponses.compareVectors");

    @Test
    void everyOperationRefusesWhatIsNotShared() {
        Set<String> passed = new TreeSet<>();
        Set<String> refused = new TreeSet<>();
        faces().forEach(face -> operations(face).forEach(method -> {
            String name = face.getClass().getSimpleName() + "." + method.getName();
            try {
                invoke(face, method, bound, hidden.id(), hiddenResponse);
                passed.add(name);
            } catch (Problem problem) {
                assertThat(problem.code()).as(name).isIn(ErrorCode.NOT_FOUND, ErrorCode.FORBIDDEN);
                refused.add(name + " " + problem.code());
            } catch (NullPointerException nothingToAskWith) {
                assertThat(UNASKED).contains(name);
            } catch (Throwable wrong) {
                throw new AssertionError(name, wrong);
            }
        }));
        assertThat(FILTERED).as("lets through, but keeps to what is shared").containsAll(passed);
        assertThat(refused)
                .as("as if it were not there")
                .contains(
                        "Campaigns.get NOT_FOUND",
                        "Campaigns.fielding NOT_FOUND",
                        "Campaigns.fielded NOT_FOUND",
                        "Responses.list NOT_FOUND",
                        "Responses.export NOT_FOUND",
                        "Responses.vectors NOT_FOUND",
                        "SealedResponses.vectors NOT_FOUND",
                        "Responses.segments NOT_FOUND",
                        "Responses.changes NOT_FOUND",
                        "ResponseLists.of NOT_FOUND",
                        "ResponseLists.one NOT_FOUND",
                        "ResponseLists.traits NOT_FOUND",
                        "Consents.of NOT_FOUND",
                        "Visits.of NOT_FOUND",
                        "Insights.compute NOT_FOUND",
                        "Insights.compare NOT_FOUND",
                        "Insights.sideBySide NOT_FOUND",
                        "Insights.methods NOT_FOUND",
                        "Insights.segments NOT_FOUND",
                        "KeptInsights.keep NOT_FOUND",
                        "KeptInsights.get NOT_FOUND",
                        "KeptInsights.list NOT_FOUND",
                        "KeptInsights.recompute NOT_FOUND")
                .as("not for a bound analyst, whatever the campaign")
                .contains(
                        "Campaigns.change FORBIDDEN",
                        "Campaigns.create FORBIDDEN",
                        "Responses.submit FORBIDDEN",
                        "Imports.list FORBIDDEN",
                        "Persons.erase FORBIDDEN",
                        "Persons.codes FORBIDDEN",
                        "SealedResponses.batches FORBIDDEN",
                        "SealedResponses.counts FORBIDDEN");
    }

    @Test
    void theCampaignOfAResponseIsNamedToThoseWhoSeeIt() {
        assertThat(fixture.collection.responseLists().campaign(bound, workspace, seenResponse))
                .contains(seen.id());
        assertThat(fixture.collection.responseLists().campaign(bound, workspace, hiddenResponse))
                .isEmpty();
    }

    /** The names that {@link #everyOperationRefusesWhatIsNotShared} refuses as not there, with the one that is shared. */
    @Test
    void whatIsSharedIsSeenAsBefore() throws Throwable {
        Caller analyst = fixture.member(Role.ANALYST);
        for (Object face : faces().toList()) {
            for (Method method : operations(face).toList()) {
                String name = face.getClass().getSimpleName() + "." + method.getName();
                Optional<ErrorCode> before = outcome(face, method, analyst);
                Optional<ErrorCode> now = outcome(face, method, bound);
                assertThat(now).as(name).isEqualTo(LOST.contains(name) ? Optional.of(ErrorCode.FORBIDDEN) : before);
            }
        }
        assertThat(fixture.insights.compute(bound, workspace, seen.id(), InsightMethod.NPS, Selection.ALL))
                .isEqualTo(fixture.insights.compute(analyst, workspace, seen.id(), InsightMethod.NPS, Selection.ALL));
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertThat(fixture.collection
                        .responses()
                        .export(bound, workspace, seen.id(), ResponseSelection.ALL, ExportFormat.CSV, file))
                .isEqualTo(8);
        assertThat(file.toString(StandardCharsets.UTF_8)).contains(seenResponse.toString());
    }

    private Optional<ErrorCode> outcome(Object face, Method method, Caller caller) throws Throwable {
        try {
            invoke(face, method, caller, seen.id(), seenResponse);
            return Optional.empty();
        } catch (Problem problem) {
            return Optional.of(problem.code());
        } catch (NullPointerException nothingToAskWith) {
            return Optional.of(ErrorCode.INVALID);
        }
    }

    @Test
    void listsAndSumsKeepToWhatIsShared() {
        assertThat(fixture.collection.campaigns().list(bound, workspace))
                .extracting(Campaign::id)
                .containsExactly(seen.id());
        assertThat(fixture.collection.campaigns().list(fixture.owner, workspace))
                .hasSize(2);
        Instant end = MARCH.plusSeconds(3_600);
        assertThat(fixture.collection.campaigns().responses(bound, workspace, MARCH, end))
                .isEqualTo(8);
        assertThat(fixture.collection.campaigns().responses(fixture.owner, workspace, MARCH, end))
                .isEqualTo(14);

        ResponseSlice all = slice(bound, Set.of());
        assertThat(all.count()).isEqualTo(8);
        assertThat(all.responses()).allMatch(response -> response.campaign().equals(seen.id()));
        assertThat(slice(bound, Set.of(hidden.id())).responses()).isEmpty();
        assertThat(fixture.collection
                        .responseLists()
                        .traits(bound, workspace, Optional.empty())
                        .segments())
                .containsExactly("Spring");

        assertThat(fixture.kept.list(bound, workspace, Optional.empty(), Optional.empty(), 10))
                .extracting(KeptInsight::id)
                .containsExactly(seenInsight.id());
        assertThat(fixture.kept.list(fixture.owner, workspace, Optional.empty(), Optional.empty(), 10))
                .hasSize(2);

        HistoryQuestion question = new HistoryQuestion(
                "stay",
                HistoryGrain.YEAR,
                HistoryCalendar.GREGORIAN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        SatisfactionHistory history = fixture.histories.of(bound, workspace, question);
        assertThat(history.toString())
                .isNotEqualTo(
                        fixture.histories.of(fixture.owner, workspace, question).toString());
        assertThat(fixture.histories.questionnaires(bound, workspace)).containsOnlyKeys("stay");
        Caller nothing = bound(Role.ANALYST, Set.of());
        assertThat(fixture.histories.questionnaires(nothing, workspace)).isEmpty();
        assertThat(refusal(() -> fixture.histories.of(nothing, workspace, question)))
                .isEqualTo(ErrorCode.NOT_FOUND);
        assertThat(fixture.collection.campaigns().list(nothing, workspace)).isEmpty();
        assertThat(slice(nothing, Set.of()).responses()).isEmpty();
        assertThat(slice(nothing, Set.of()).count()).isZero();
        assertThat(fixture.collection
                        .responseLists()
                        .traits(nothing, workspace, Optional.empty())
                        .segments())
                .isEmpty();
        assertThat(fixture.collection.campaigns().responses(nothing, workspace, MARCH, end))
                .isZero();
        assertThat(fixture.kept.list(nothing, workspace, Optional.empty(), Optional.empty(), 10))
                .isEmpty();
    }

    private ResponseSlice slice(Caller caller, Set<CampaignId> among) {
        return fixture.collection
                .responseLists()
                .ofWorkspace(caller, workspace, ResponseConditions.ALL, true, among, Optional.empty(), 50);
    }

    @Test
    void sharingGivesNoRoleMoreThanItHas() {
        Caller frontline = bound(Role.FRONTLINE, Set.of(seen.id().value()));
        assertThat(fixture.collection.campaigns().list(frontline, workspace)).hasSize(1);
        assertThat(fixture.insights.methods(frontline, workspace, seen.id())).isNotEmpty();
        assertThat(refusal(() -> fixture.collection
                        .responses()
                        .list(frontline, workspace, seen.id(), ResponseFilter.COUNTED, Optional.empty(), 1)))
                .isEqualTo(ErrorCode.FORBIDDEN);
        assertThat(refusal(() -> fixture.insights.compute(
                        frontline, workspace, seen.id(), InsightMethod.NPS, Selection.ALL.asOf(Optional.of(MARCH)))))
                .as("figures of the past")
                .isEqualTo(ErrorCode.FORBIDDEN);
    }

    /** Nothing changes for whoever is not bound: what was refused is refused, what was let through is let through. */
    @ParameterizedTest
    @EnumSource
    void everyRoleThatIsNotBoundSeesBothAlike(Role role) throws Throwable {
        Caller member = fixture.member(role);
        assertThat(fixture.collection.campaigns().list(member, workspace)).hasSize(2);
        for (CampaignId campaign : List.of(seen.id(), hidden.id())) {
            assertThat(fixture.insights.methods(member, workspace, campaign)).contains(InsightMethod.NPS);
        }
        boolean reads = role.permissions().contains(Permission.RESPONSE_READ);
        if (reads) {
            assertThat(slice(member, Set.of()).count()).isEqualTo(14);
            assertThat(fixture.kept.get(member, workspace, hiddenInsight.id()).id())
                    .isEqualTo(hiddenInsight.id());
        } else {
            assertThat(refusal(() -> slice(member, Set.of()))).isEqualTo(ErrorCode.FORBIDDEN);
            assertThat(refusal(() -> fixture.kept.get(member, workspace, hiddenInsight.id())))
                    .isEqualTo(ErrorCode.FORBIDDEN);
        }
    }

    @Test
    void aForeignWorkspaceStaysForeignWhateverIsShared() {
        try (InsightFixture other = new InsightFixture(DOCUMENT.formatted("other"))) {
            assertThat(refusal(() -> fixture.collection.campaigns().get(bound, other.workspace, seen.id())))
                    .isEqualTo(ErrorCode.WORKSPACE_NOT_FOUND);
            assertThat(refusal(() -> fixture.collection.campaigns().list(bound, other.workspace)))
                    .isEqualTo(ErrorCode.WORKSPACE_NOT_FOUND);
            Caller theirs = bound(Role.ANALYST, Set.of(other.campaign.id().value()));
            assertThat(refusal(() -> fixture.collection.campaigns().get(theirs, workspace, other.campaign.id())))
                    .as("the id of another workspace's campaign opens nothing here")
                    .isEqualTo(ErrorCode.NOT_FOUND);
            assertThat(fixture.collection.campaigns().list(theirs, workspace)).isEmpty();
        }
    }

    @Test
    void whoIsLockedOutSeesNothingShared() {
        Caller locked =
                bound.with(Map.of(workspace, bound.memberships().get(workspace).locked()));
        assertThatThrownBy(() -> fixture.collection.campaigns().get(locked, workspace, seen.id()))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(ErrorCode.SECOND_FACTOR_WANTED));
    }
}
